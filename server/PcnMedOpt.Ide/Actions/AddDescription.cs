using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Begins the description of a declaration that has none.</summary>
internal static class AddDescription
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        var facts = place.Declaration.Facts;
        if (facts.Kind == DeclarationKind.None || facts.Description is not null || place.IsSelection) yield break;
        var first = place.Cursor.Parsed.Lexed.First;
        if (place.Cursor.Here < first.Start || place.Cursor.Here > facts.NameSpan.End) yield break;
        yield return CodeAction.Keeps(
            $"Describe the {facts.Kind.Noun()} in a line before it", ActionKind.Rewrite, () => ActionAnswer.Of(place.Edit(new TextSpan(first.Start, 0), "/// \n")));
    }
}
