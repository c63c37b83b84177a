using System.Globalization;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What a code set gained and lost.</summary>
internal static class CodeSetChanges
{
    /// <summary>So many codes are written out; of more it is said how many.</summary>
    private const int MostShown = 10;

    public static IEnumerable<ChangeLine> Of(CodeSetDefinition oldDefinition, ResolvedCodeSet old, CodeSetDefinition definition, ResolvedCodeSet now)
    {
        if (Codes("Gained", now.Codes.Except(old.Codes), now) is { } gained) yield return gained;
        if (Codes("Lost", old.Codes.Except(now.Codes), old) is { } lost) yield return lost;
        foreach (var part in now.Opaque.ExceptBy(old.Opaque.Select(p => p.Key), p => p.Key)) yield return new ChangeLine($"Gained {Words(part)}.");
        foreach (var part in old.Opaque.ExceptBy(now.Opaque.Select(p => p.Key), p => p.Key)) yield return new ChangeLine($"Lost {Words(part)}.");
        var (carved, wasCarved) = (now.Opaque.IsEmpty ? [] : now.Carved, old.Opaque.IsEmpty ? [] : old.Carved);
        if (Codes("Left out of these now", carved.Except(wasCarved).Except(old.Codes), now) is { } less) yield return less;
        if (Codes("No longer left out of these", wasCarved.Except(carved).Except(now.Codes), old) is { } more) yield return more;
        if (now.IsUncertain != old.IsUncertain) yield return new ChangeLine(now.IsUncertain ? "Its sets are combined so that only a terminology release can tell what is in it." : "What is in it no longer depends on how its sets are combined.");
        if (oldDefinition.System != definition.System) yield return new ChangeLine($"Codes of {System(definition.System)}; was {System(oldDefinition.System)}.");
        if (Words(oldDefinition.Unit) != Words(definition.Unit)) yield return new ChangeLine($"Results: {Words(definition.Unit)}. Was: {Words(oldDefinition.Unit)}.");
        if (oldDefinition.History != definition.History) yield return new ChangeLine($"History: {definition.History ?? "not said"}; was {oldDefinition.History ?? "not said"}.");
        if (oldDefinition.Awaiting != definition.Awaiting) yield return new ChangeLine(definition.Awaiting is { } awaiting ? $"It is unfinished: {awaiting}" : $"It is no longer unfinished: {oldDefinition.Awaiting}");
    }

    private static ChangeLine? Codes(string what, IEnumerable<long> codes, ResolvedCodeSet set)
    {
        var all = codes.ToList();
        if (all.Count == 0) return null;
        var shown = string.Join(", ", all.Take(MostShown).Select(c => Code(c, set.TermOf(c))));
        return new ChangeLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {all.Count:N0} {(all.Count == 1 ? "code" : "codes")}: {shown}{(all.Count > MostShown ? $", and {all.Count - MostShown:N0} more" : "")}."));
    }

    internal static string Code(long code, string? term) => code.ToString(CultureInfo.InvariantCulture) + (term is null ? "" : $" |{term}|");

    private static string Words(OpaquePart part) => part.Kind switch
    {
        OpaqueKind.Refset => $"the members of the reference set {part.Text}{Term(part)}",
        OpaqueKind.Descendants => $"the descendants of {part.Text}{Term(part)}",
        OpaqueKind.Below => $"the products below {part.Text}{Term(part)}",
        _ => $"what the expression {part.Text} selects",
    } + ", which only a terminology release can tell";

    private static string Term(OpaquePart part) => part.Term is null ? "" : $" |{part.Term}|";

    private static string Words(UnitClause? unit) => unit is null ? "no unit"
        : (unit.IsNone ? "bare numbers" : unit.Unit is { } known ? $"in {UnitText.Of(known)}" : "in an unknown unit")
            + (unit.Low is { } low && unit.High is { } high ? $", plausible {Numbers.Shown(low)} to {Numbers.Shown(high)}" : "");

    private static string System(CodeSystem system) => system == CodeSystem.Snomed ? "SNOMED CT" : "dm+d";
}
