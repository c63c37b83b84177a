using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Cites a source of the file's protocol behind the clause, criterion or entry at the cursor.</summary>
internal static class AddEvidence
{
    private const int LongestTitle = 60;

    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (place.File.Protocol is not { Evidence.IsEmpty: false } protocol || !place.IsSound || place.Declaration.Facts.Kind is DeclarationKind.Protocol or DeclarationKind.Example) return [];
        if (place.Innermost<ClauseSyntax>() is not { } clause || place.IsSelection) return [];
        var cited = clause.Cites.Select(c => CodeSetReader.NameOf(c.Evidence)).ToHashSet(StringComparer.Ordinal);
        var end = new TextSpan(clause.Span.End, 0);
        return protocol.Evidence.Where(e => !cited.Contains(e.Id)).DistinctBy(e => e.Id).Select(evidence => CodeAction.Keeps(
            $"Cite '{evidence.Id}', {Short(evidence.Text)}", ActionKind.Rewrite, () => ActionAnswer.Of(place.Edit(end, $" [evidence {evidence.Id}]"))));
    }

    private static string Short(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle].TrimEnd() + "…";
}
