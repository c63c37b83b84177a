using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Comparing.Logic;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Comparing;

/// <summary>One of the two projects that are compared: its declarations, its claims, its words.</summary>
internal sealed class Side
{
    public Side(Compilation compilation, CodeSetUniverse universe)
    {
        Compilation = compilation;
        Project = compilation.Project;
        Claims = new Claims(universe, Project);
        English = new PlainEnglish(name => compilation.Names.Find(name)?.Facts.Title ?? compilation.Cohort(name)?.Title);
    }

    public Compilation Compilation { get; }

    public ProjectModel Project { get; }

    public Claims Claims { get; }

    public PlainEnglish English { get; }
}

/// <summary>Counts how many patients enter and leave between a cohort of the old project and one of the new one.</summary>
public delegate Counted? Count(ProjectModel oldProject, Cohort old, ProjectModel newProject, Cohort now);

/// <summary>Two projects side by side, and how whom they find compares.</summary>
internal sealed class Sides
{
    private readonly Prover prover;
    private readonly Count[] counts;
    private readonly Dictionary<(string, string), Verdict> known = [];

    public Sides(Compilation old, Compilation now, Pairing pairing, bool isProvable, params Count[] counts)
    {
        Universe = new CodeSetUniverse();
        Old = new Side(old, Universe);
        New = new Side(now, Universe);
        Pairing = pairing;
        IsProvable = isProvable;
        prover = new Prover(Universe);
        this.counts = counts;
    }

    public CodeSetUniverse Universe { get; }

    public Side Old { get; }

    public Side New { get; }

    public Pairing Pairing { get; }

    /// <summary>Neither project has errors.</summary>
    public bool IsProvable { get; }

    /// <summary>How the patients of two claims compare, as far as it can be proved.</summary>
    public Verdict Proved(Claim old, Claim now)
    {
        if (!IsProvable) return new Verdict(Effect.NotKnown, Basis.None, "one of the projects has errors");
        if (old.Text == now.Text) return new Verdict(Effect.Same, Basis.Proved, "It asks for the same.");
        return CohortProof.Of(prover, old, now) switch
        {
            (true, true) => new Verdict(Effect.Same, Basis.Proved, "Each is found exactly where the other is."),
            (true, false) => new Verdict(Effect.More, Basis.Proved, "Nobody who was found is lost."),
            (false, true) => new Verdict(Effect.Fewer, Basis.Proved, "Nobody is found who was not before."),
            _ => new Verdict(Effect.NotKnown, Basis.None, "it follows neither that nobody is lost nor that nobody is new"),
        };
    }

    /// <summary>The same, with patients: who was seen to enter and leave settles what was not proved, for them.</summary>
    public Verdict Compared(Claim old, Claim now, Cohort? oldCohort, Cohort? newCohort)
    {
        if (known.TryGetValue((old.Text, now.Text), out var before)) return before;
        var verdict = Proved(old, now);
        if (oldCohort is not null && newCohort is not null && IsProvable && verdict is not { Effect: Effect.Same })
            verdict = Seen(verdict, Unknown(old, now), [.. counts.Select(count => count(Old.Project, oldCohort, New.Project, newCohort)).OfType<Counted>()]);
        return known[(old.Text, now.Text)] = verdict;
    }

    /// <summary>The sets that only one of the claims names, and of which only a terminology release can tell all that they hold.</summary>
    private ImmutableArray<string> Unknown(Claim old, Claim now)
    {
        var (before, after) = (SetsOf(old).ToHashSet(StringComparer.Ordinal), SetsOf(now).ToHashSet(StringComparer.Ordinal));
        return [.. before.Except(after).Concat(after.Except(before)).Where(s => Universe[s].Set.IsIncomplete || !Universe[s].IsExact).Select(s => s.TrimEnd('\'')).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> SetsOf(Claim claim) => claim switch
    {
        Fact fact => fact.Test.SetsUsed().Select(s => s.Set),
        AtLeastOf some => some.Claims.SelectMany(SetsOf),
        _ => [],
    };

    private Verdict Seen(Verdict verdict, ImmutableArray<string> unknown, IReadOnlyCollection<Counted> seen)
    {
        var counted = verdict with { Counts = [.. seen.Select(s => s with { ByKnownCodes = !unknown.IsEmpty })] };
        if (verdict.Basis == Basis.Proved || seen.Count == 0) return counted;
        if (!unknown.IsEmpty) return counted with { Why = $"only a terminology release can tell all that {New.English.Sets(unknown)} held or holds" };
        var (enter, leave) = (seen.Any(s => s.Enter > 0), seen.Any(s => s.Leave > 0));
        var of = string.Join(" and of ", seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Patients:N0} {s.Source}")));
        return (enter, leave) switch
        {
            (true, true) => counted with { Effect = Effect.Other, Basis = Basis.Counted, Why = "There are patients who enter and patients who leave." },
            (true, false) => counted with { Effect = Effect.More, Basis = Basis.Counted, Why = $"Not proved: of {of} some enter and none leaves." },
            (false, true) => counted with { Effect = Effect.Fewer, Basis = Basis.Counted, Why = $"Not proved: of {of} some leave and none enters." },
            _ => counted with { Why = $"{verdict.Why}; of {of} nobody enters or leaves" },
        };
    }
}
