using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Writes the value of a parameter in its place, as it is in force now. From then on the place no longer follows what a practice sets.</summary>
internal static class InlineParameter
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSound || place.Declaration.Facts.Uses.FirstOrDefault(u => u.Role == NameRole.Parameter && u.Span.Contains(place.Cursor.Here)) is not { } use) yield break;
        if (place.Compilation.Scope.Parameter(use.Name) is not { } amount || place.Path.LastOrDefault() is not { } node || Written(node, amount) is not { } value) yield break;
        yield return CodeAction.Keeps(
            $"Write the value of '{use.Name}' here, {value}, whatever a practice sets", ActionKind.Inline, () => Proof.Checked(place.Compilation, Inline(place, ActionAnswer.Of(place.Edit(use.Span, value)))));
    }

    private static string? Written(SyntaxNode node, Amount amount) => (node, amount) switch
    {
        (DurationSyntax or TimeSpanSyntax, DurationAmount duration) => duration.ToString(),
        (QuantitySyntax { Unit: null }, QuantityAmount quantity) => quantity.ToString(),
        (QuantitySyntax, QuantityAmount { Unit.IsNone: true } quantity) => quantity.ToString(),
        (AtLeastSyntax or CountTestSyntax or AgeBetweenSyntax, QuantityAmount { Unit.IsNone: true } quantity) => quantity.ToString(),
        _ => null,
    };

    /// <summary>The conditions say the same, parameters by their value.</summary>
    private static ActionAnswer Inline(ActionPlace place, ActionAnswer answer)
    {
        var after = Edits.Applied(place.Compilation, answer.Edit);
        var index = place.File.Declarations.IndexOf(place.Declaration);
        var then = after.Files[place.File.Path].Declarations;
        return then.Length == place.File.Declarations.Length && Said(place.Compilation, place.Declaration).SequenceEqual(Said(after, then[index]))
            ? answer
            : ActionAnswer.Refused("The condition would be read in another way.");
    }

    private static IEnumerable<string> Said(Compilation compilation, PlacedDeclaration declaration) => ModelConditions.Of(compilation.ModelOf(declaration)).Select(ConditionText.Of);
}
