using System.Globalization;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>A code set of one of two projects, as far as it decides who is found: its codes, and how its results are read.</summary>
/// <param name="Set">Its codes, and the parts that only a terminology release can tell.</param>
/// <param name="Unit">In which unit results are read, and which are plausible; null where the set does not say.</param>
/// <param name="IsExact">What is in it follows from its codes and parts alone: nothing is combined in a way that only a release can settle, and no history is asked for.</param>
/// <param name="Identity">The same text for sets that hold the same, and read it alike, with whatever release.</param>
internal sealed record CodeSetFacts(ResolvedCodeSet Set, UnitClause? Unit, bool IsExact, string Identity)
{
    public static CodeSetFacts Of(ProjectModel project, string name)
    {
        if (project.CodeSet(name) is not { } set) return new CodeSetFacts(ResolvedCodeSet.Empty(CodeSystem.Snomed), null, false, $"missing {name}");
        var closure = Closure(project, name);
        var isExact = !set.IsUncertain && !set.LacksHistory;
        var unit = project.Definition(name)?.Unit;
        var text = $"{set.System} {Codes(set.Codes)} / {Parts(set)} / {(set.Opaque.IsEmpty ? "" : Codes(set.Carved))} / {Written(unit)}";
        return new CodeSetFacts(set, unit, isExact, isExact ? text : text + string.Concat(closure.Select(d => " / " + Written(d, project))));
    }

    /// <summary>
    /// Each code of the first is in one of the others, with every release. What only a release can tell is compared by what is asked of it: the descendants of a
    /// concept are within the descendants of the same one.
    /// </summary>
    public static bool IsWithin(CodeSetFacts inner, IReadOnlyList<CodeSetFacts> outer)
    {
        if (outer.Any(o => o.Identity == inner.Identity)) return true;
        var exact = outer.Where(o => o.IsExact && o.Set.System == inner.Set.System).Select(o => o.Set).ToList();
        if (!inner.IsExact || exact.Count == 0) return false;
        bool InSome(long code) => exact.Any(o => o.Contains(code));
        return inner.Set.Codes.All(InSome)
            && inner.Set.Opaque.All(part => exact.Any(o => o.Opaque.Any(p => p.Key == part.Key) && o.Carved.All(c => inner.Set.Carved.Contains(c) || InSome(c))));
    }

    /// <summary>Nothing can be in it: it is only awaited.</summary>
    public bool IsNothing => IsExact && Set.Codes.IsEmpty && Set.Opaque.IsEmpty;

    /// <summary>A result that is usable in the one set is usable in the other and means the same.</summary>
    public static bool ReadsAlike(CodeSetFacts inner, CodeSetFacts outer) =>
        Written(inner.Unit is null ? null : inner.Unit with { Low = null, High = null }) == Written(outer.Unit is null ? null : outer.Unit with { Low = null, High = null })
        && (outer.Unit?.Low is not { } low || inner.Unit?.Low >= low)
        && (outer.Unit?.High is not { } high || inner.Unit?.High <= high);

    private static List<CodeSetDefinition> Closure(ProjectModel project, string name)
    {
        var seen = new SortedDictionary<string, CodeSetDefinition>(StringComparer.Ordinal);
        void Add(string each)
        {
            if (seen.ContainsKey(each) || project.Definition(each) is not { } definition) return;
            seen.Add(each, definition);
            foreach (var other in definition.Included.Concat(definition.ExceptedSets).Concat(definition.Expression?.Sets ?? [])) Add(other.Name);
        }
        Add(name);
        return [.. seen.Values];
    }

    private static string Parts(ResolvedCodeSet set) => string.Join(',', set.Opaque.Select(o => o.Key));

    private static string Codes(IEnumerable<long> codes) => string.Join(',', codes.Select(c => c.ToString(CultureInfo.InvariantCulture)));

    private static string Written(UnitClause? unit) => unit is null ? "no unit" : string.Create(
        CultureInfo.InvariantCulture, $"{(unit.IsNone ? "none" : unit.Unit?.Text ?? "unknown")} {Semantics.Numbers.Shown(unit.Low ?? decimal.MinValue)} {Semantics.Numbers.Shown(unit.High ?? decimal.MaxValue)}");

    private static string Written(CodeSetDefinition definition, ProjectModel project) => string.Join(
        ' ',
        [
            definition.Name,
            .. definition.Entries.Select(Written),
            .. definition.Excepted.Select(e => "except " + Written(e)),
            .. definition.Included.Select(s => "include " + s.Name),
            .. definition.ExceptedSets.Select(s => "except " + s.Name),
            .. definition.Expression is { } joined ? [$"{joined.Operator} {string.Join(',', joined.Sets.Select(s => s.Name))}"] : Array.Empty<string>(),
            definition.Ecl ?? "",
            definition.History ?? "",
            Codes(project.CodeSet(definition.Name)?.Codes ?? []),
        ]);

    private static string Written(CodeEntry entry) => $"{entry.Mark}{(entry.Only ? " only" : "")} {entry.Code.Text}";
}
