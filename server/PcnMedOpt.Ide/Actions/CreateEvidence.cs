using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Lists a source that is cited and not listed in the protocol of its file. What it is, and when it was read, is for the author to write.</summary>
internal static class CreateEvidence
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        foreach (var finding in place.Shown)
        {
            if (finding.Diagnostic.Kind.Slug != "unknown-evidence" || finding.Declaration is not { } user) continue;
            if (user.Facts.Citations.FirstOrDefault(c => c.Span == finding.Diagnostic.Span) is not { } cited) continue;
            if (user.File.Declarations.FirstOrDefault(d => d.Facts.Protocol is not null) is not { } protocol || protocol.Declared.Slice.Parsed.Declaration is not ProtocolSyntax syntax) continue;
            yield return CodeAction.Keeps($"List '{cited.Evidence}' in the protocol", ActionKind.QuickFix, () => ActionAnswer.Of(Line(protocol, syntax, cited))) with { Mends = finding };
        }
    }

    /// <summary>Behind the other sources; without any at the end of the protocol.</summary>
    private static FileEdit Line(PlacedDeclaration protocol, ProtocolSyntax syntax, Citation cited)
    {
        var before = syntax.Clauses.LastOrDefault(c => c is EvidenceSyntax) ?? syntax.Clauses.LastOrDefault();
        return Edits.In(protocol, new TextSpan(before?.Span.End ?? syntax.Open.EndOffset, 0), $"\n  evidence {cited.Evidence} \"\"");
    }
}
