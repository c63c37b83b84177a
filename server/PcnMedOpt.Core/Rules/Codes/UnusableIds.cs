using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>An identifier that cannot be used: as it is written, what is wrong with it, and where it stands.</summary>
/// <param name="Text">As it is written; empty for a row that has none.</param>
/// <param name="Problem">What is wrong with its digits.</param>
/// <param name="Kind">What it identifies, when its digits are good.</param>
/// <param name="Span">In the declaration; for a row of a list, where the list is named.</param>
/// <param name="Row">The row of the list.</param>
internal sealed record UnusableId(string Text, SctidProblem Problem, ComponentKind Kind, TextSpan Span, FilePlace? Row)
{
    /// <summary>A spreadsheet has been at it, which explains everything else that is wrong.</summary>
    public bool IsSpreadsheetDamage => UnusableIdentifiers.IsSpreadsheetDamage(Text);

    public Diagnostic Found(DiagnosticKind kind, string hint, params Fix[] fixes) =>
        kind.At(Span, UnusableIdentifiers.Message(Text, Problem, Kind), hint, fixes) with { ShownAt = Row };
}

/// <summary>The identifiers of a declaration that cannot be used: those that it writes out, and those of the lists that it takes in.</summary>
internal static class UnusableIds
{
    public static IEnumerable<UnusableId> Of(Facts facts, Func<ListReference, CodeList?> list)
    {
        foreach (var code in facts.UnusableCodes)
        {
            var kind = code.Problem == SctidProblem.None ? Sctid.KindOf(code.Text) : ComponentKind.Other;
            yield return new UnusableId(code.Text, code.Problem, kind, code.Span, null);
        }
        foreach (var reference in facts.Codes?.Lists ?? [])
            foreach (var row in list(reference)?.Problems ?? [])
                yield return new UnusableId(row.Id, row.Problem, row.Kind, reference.PathSpan, new FilePlace(reference.Path, row.Span));
    }
}
