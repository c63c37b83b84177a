using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>
/// Adds the clauses that an active protocol lacks, empty: who answers for it and when it was approved is for people to write, and until they do the protocol
/// cannot be built.
/// </summary>
internal static class MissingClauses
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (place.Shown.FirstOrDefault(d => d.Diagnostic.Kind.Slug == "active-incomplete") is not { Declaration: { } declaration } finding) yield break;
        if (declaration.Facts.Protocol is not { } protocol || declaration.Declared.Slice.Parsed.Declaration is not ProtocolSyntax { Close: not null } syntax) yield break;
        var clauses = Missing(protocol).ToList();
        if (clauses.Count == 0) yield break;
        yield return CodeAction.Keeps("Add the clauses that are missing, to be filled in", ActionKind.QuickFix, () => ActionAnswer.Of(Edits.In(declaration, At(syntax), Lines(declaration, syntax, clauses)))) with { Mends = finding };
    }

    private static IEnumerable<string> Missing(ProtocolHeader protocol)
    {
        if (protocol.Version is null) yield return "version";
        if (protocol.Owner is null) yield return "owner \"\"";
        if (protocol.Author is null) yield return "author \"\"";
        if (protocol.Reviewer is null) yield return "reviewer \"\"";
        if (protocol.ApprovedBy is null) yield return "approved by \"\"";
        if (protocol.ReviewBy is null && protocol.ReviewBySpan is null) yield return "review by";
    }

    /// <summary>Behind the status, where people look for it.</summary>
    private static TextSpan At(ProtocolSyntax syntax)
    {
        var status = syntax.Clauses.LastOrDefault(c => c is StatusClauseSyntax) ?? syntax.Clauses.LastOrDefault();
        return new TextSpan(status?.Span.End ?? syntax.Open.EndOffset, 0);
    }

    private static string Lines(Core.PlacedDeclaration declaration, ProtocolSyntax syntax, List<string> clauses)
    {
        var next = At(syntax).End;
        var text = declaration.Declared.Slice.Text;
        var lineEnd = text.IndexOf('\n', next);
        var rest = lineEnd < 0 ? text[next..] : text[next..lineEnd];
        return string.Concat(clauses.Select(c => $"\n  {c}")) + (string.IsNullOrWhiteSpace(rest) ? "" : "\n ");
    }
}
