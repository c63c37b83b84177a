using System.Collections.Immutable;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

public enum ImportFindingKind
{
    /// <summary>The language cannot say it: an unfinished code set stands in its place, or it was left out.</summary>
    Loss,

    /// <summary>A code that nobody could tell: its set is awaiting it.</summary>
    UnknownCode,

    /// <summary>Brought in, and not the same to the letter.</summary>
    Difference,

    /// <summary>How it was read.</summary>
    Note,
}

/// <summary>Something to know of what was brought in.</summary>
/// <param name="Kind">How grave it is.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Within">The search, code set or criterion.</param>
/// <param name="What">A sentence.</param>
public sealed record ImportFinding(ImportFindingKind Kind, EmisPlace Place, string Within, string What);

/// <summary>A protocol made from a file of searches.</summary>
/// <param name="Text">The .medopt text, in canonical form.</param>
/// <param name="Findings">In the order of the file.</param>
/// <param name="CohortOf">The cohort of each search, by the identifier of its report.</param>
/// <param name="CodeSets">How many code sets there are.</param>
public sealed record EmisImport(string Text, ImmutableArray<ImportFinding> Findings, ImmutableDictionary<string, string> CohortOf, int CodeSets)
{
    /// <summary>Something of the file is not in the protocol.</summary>
    public bool HasLosses => Findings.Any(f => f.Kind is ImportFindingKind.Loss or ImportFindingKind.UnknownCode);
}

/// <summary>Part of a criterion that the language cannot say, in a sentence.</summary>
internal sealed class NotSaid(EmisPlace place, string why) : Exception(why)
{
    public EmisPlace Place => place;
}

/// <summary>What was found so far; the same is said once.</summary>
internal sealed class ImportFindings
{
    private readonly List<ImportFinding> all = [];

    /// <summary>The search that is being brought in.</summary>
    public string Within { get; set; } = "the file";

    public ImmutableArray<ImportFinding> All => [.. all.OrderBy(f => f.Place.Line).ThenBy(f => f.Place.Column)];

    public void Add(ImportFindingKind kind, EmisPlace place, string what)
    {
        if (!all.Exists(f => f.Kind == kind && f.Within == Within && f.What == what)) all.Add(new ImportFinding(kind, place, Within, what));
    }

    public void Differs(EmisPlace place, string what) => Add(ImportFindingKind.Difference, place, what);
}
