using PcnMedOpt.Core.Model;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>
/// The code sets of two projects together. Sets that hold the same have one name, in whichever project and however they are called there; a set that holds
/// something else has another. So two tests that print the same mean the same, whichever project they are from.
/// </summary>
internal sealed class CodeSetUniverse
{
    private readonly Dictionary<string, string> nameOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeSetFacts> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<(ProjectModel, string), string> known = [];

    /// <summary>The name of a project's set among the sets of both.</summary>
    public string NameOf(ProjectModel project, string set)
    {
        if (known.TryGetValue((project, set), out var name)) return name;
        var facts = CodeSetFacts.Of(project, set);
        if (!nameOf.TryGetValue(facts.Identity, out name))
        {
            name = set;
            while (sets.ContainsKey(name)) name += "'";
            nameOf.Add(facts.Identity, name);
            sets.Add(name, facts);
        }
        known.Add((project, set), name);
        return name;
    }

    /// <summary>A set by its name among the sets of both.</summary>
    public CodeSetFacts this[string name] => sets[name];

    /// <summary>Each code of the first sets is in one of the others.</summary>
    public bool AreWithin(IEnumerable<string> inner, IEnumerable<string> outer)
    {
        var others = outer.Select(o => sets[o]).ToList();
        return inner.All(i => CodeSetFacts.IsWithin(sets[i], others));
    }

    /// <summary>A result of any of the first sets that is usable is usable in each of the others, and means the same.</summary>
    public bool ReadAlike(IEnumerable<string> inner, IReadOnlyCollection<string> outer) => inner.All(i => outer.All(o => CodeSetFacts.ReadsAlike(sets[i], sets[o])));
}
