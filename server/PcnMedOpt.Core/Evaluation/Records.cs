using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>One record of a patient: an entry with a code, or an issue of a medicine.</summary>
public sealed record PatientEvent(Happened How, long Code, DateOnly Date, ResultValue? Value, Episode Episode);

/// <summary>
/// Finds a patient's records as filters choose them. Records dated after R do not exist; undated ones are unusable. All filters hold on the
/// same record.
/// </summary>
public sealed class Records(ProjectModel project, PatientRecord patient, DateOnly reference, DateOnly? it)
{
    /// <summary>By day.</summary>
    private readonly ImmutableArray<PatientEvent> all =
    [
        .. patient.Events.Where(e => e.Date <= reference).Select(e => new PatientEvent(Happened.Recorded, e.Code, e.Date ?? default, e.Value, e.Episode))
            .Concat(patient.Issues.Where(i => i.Date <= reference).Select(i => new PatientEvent(Happened.Issued, i.Code, i.Date ?? default, null, i.Episode)))
            .OrderBy(r => r.Date),
    ];

    /// <summary>The records of the sets that satisfy all filters, by day.</summary>
    public IEnumerable<PatientEvent> Of(IEnumerable<string> sets, Happened how, ImmutableArray<Filter> filters)
    {
        var named = sets.SelectMany(s => project.CodeSet(s) is { } set ? [(Name: s, Set: set)] : Array.Empty<(string Name, ResolvedCodeSet Set)>()).ToList();
        foreach (var record in all.Where(r => (how & r.How) != 0))
            foreach (var (name, set) in named)
                if (set.ContainsInExample(record.Code))
                {
                    if (filters.All(f => Holds(f, record, name))) yield return record;
                    break;
                }
    }

    public bool IsIn(string set, long code) => project.CodeSet(set)?.ContainsInExample(code) == true;

    public UsableResult? Usable(PatientEvent record, string set) => Results.Usable(record.Value, project.Definition(set)?.Unit);

    /// <summary>The day that an anchor gives; for "any" each of its days.</summary>
    public IReadOnlyList<DateOnly> Days(Anchor anchor)
    {
        switch (anchor)
        {
            case RegistrationAnchor: return patient.RegistrationOn(reference) is { } registration ? [registration.Since] : [];
            case ItAnchor: return it is { } day ? [day] : [];
        }
        var record = (RecordAnchor)anchor;
        var days = Of(record.Sets, record.How, record.Filters).Select(r => r.Date).Distinct().ToList();
        return record.Pick switch
        {
            Pick.Latest => days.TakeLast(1).ToList(),
            Pick.Earliest => days.Take(1).ToList(),
            _ => days,
        };
    }

    private bool Holds(Filter filter, PatientEvent record, string set) => filter switch
    {
        WindowFilter { Window: RelativeToAnchor window } => Days(window.Anchor).Any(d => Clock.Contains(window.Preposition, record.Date, d)),
        WindowFilter { Window: WithinOfAnchor window } => Days(window.Anchor).Any(d => Clock.Contains(window, record.Date, d)),
        WindowFilter window => Clock.Contains(window.Window, record.Date, reference),
        AtAgeFilter age => Clock.Contains(age.Range, patient.Born, record.Date),
        ValueFilter value => Usable(record, set) is { } result && Results.Satisfies(result, value.Range),
        EpisodeFilter episode => episode.Kinds.Contains(record.Episode) != episode.Not,
        _ => throw new System.Diagnostics.UnreachableException($"No meaning for {filter}"),
    };
}
