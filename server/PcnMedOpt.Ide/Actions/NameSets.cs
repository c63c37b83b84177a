using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Gives code sets that are joined by "or" in a test a name together: <c>codes dmards "DMARDs" dmd = methotrexate or leflunomide</c>.</summary>
internal static class NameSets
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSound || place.Innermost<SetsSyntax>() is not { Names.Length: > 1 } sets) yield break;
        ImmutableArray<string> names = [.. sets.Names.Select(CodeSetReader.NameOf).Distinct()];
        var same = place.Compilation.Names.OfKind(DeclarationKind.Codes).FirstOrDefault(d =>
            d.Facts.Codes?.Expression is { Operator: SetOperator.Or } expression && expression.Sets.Select(s => s.Name).ToHashSet(StringComparer.Ordinal).SetEquals(names));
        var title = same is null ? "Give these sets a name together" : $"Write '{same.Facts.Name}', which is the same codes";
        if (names.Length < 2) yield break;
        if (new SetRow(names).WhyNot(place, sets) is { } why) yield return CodeAction.Refused(title, ActionKind.Extract, why);
        else yield return CodeAction.Keeps(title, ActionKind.Extract, () => Proof.Checked(place.Compilation, Name(place, sets, names, same?.Facts.Name)));
    }

    private static ActionAnswer Name(ActionPlace place, SetsSyntax sets, ImmutableArray<string> names, string? known)
    {
        if (known is not null) return ActionAnswer.Of(place.Edit(sets.Span, known));
        var title = string.Join(" or ", names.Select(n => place.Compilation.Names.Find(n)?.Facts.Title ?? n));
        var name = NewNames.For(place.Compilation, string.Join("_or_", names), "codes");
        var system = place.Compilation.CodeSet(names[0])?.System == CodeSystem.Dmd ? "dmd" : "snomed";
        return ActionAnswer.Of(
            Edits.Before(place.Declaration, $"codes {name} {Strings.Quoted(title)} {system} = {string.Join(" or ", names)}\n"), place.Edit(sets.Span, name));
    }
}
