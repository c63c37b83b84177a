using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>The cohorts and conditions of one of two projects as claims.</summary>
internal sealed class Claims(CodeSetUniverse universe, ProjectModel project)
{
    /// <summary>A word that no cohort can be called by: the patients who are registered on the day, and alive.</summary>
    private static readonly Fact IsRegistered = new(new InCohortTest("registered", null));

    /// <summary>A registration is current on the day, of someone alive or dead: it is there to count from.</summary>
    internal static readonly Fact HasRegistration = new(new RegisteredForTest(new AgeAtLeast(new Duration(0, DurationUnit.Days))));

    private readonly Dictionary<string, Claim> known = new(StringComparer.Ordinal);

    /// <summary>The part of whoever is found that one population or condition asks for.</summary>
    public CohortClaim Parts(Cohort cohort) => new(
        Of(cohort.From),
        cohort.Include is null ? null : cohort.Include.Needed,
        [.. (cohort.Include?.Criteria ?? []).Select(c => Of(c.Condition))],
        [.. cohort.Exclude.Select(c => Of(c.Condition))]);

    /// <summary>A cohort by its name; one that is not there, or depends on itself, has an error of its own and is nobody.</summary>
    public Claim OfCohort(string name)
    {
        if (known.TryGetValue(name, out var claim)) return claim;
        known[name] = new AtLeastOf(1, []);
        return known[name] = project.Cohort(name) is { } cohort ? Parts(cohort).Whole : known[name];
    }

    public Claim Of(Population population) => population switch
    {
        Registered => IsRegistered,
        Everyone => Claim.True,
        OfCohort of => OfCohort(of.FullName),
        _ => throw new System.Diagnostics.UnreachableException($"No patients for {population}"),
    };

    public Claim Of(Condition condition) => condition switch
    {
        AllOf all => Claim.All(all.Operands.Select(Of)),
        AnyOf any => Claim.Any([.. any.Operands.Select(Of)]),
        Not not => Claim.Not(Of(not.Operand)),
        InCohortTest test => OfCohort(test.FullName),
        NoSuchTest test => Claim.All([.. Exists(test.Filters.AnchorOf()), Claim.Not(Of(new HappenedTest([test.Set], test.How, test.Filters, null)))]),
        NotOnRepeatTest test => Claim.Not(Of(new OnRepeatTest([test.Set]))),
        HappenedTest { Times: null, Sets.Length: > 1 } test when !test.AsksForValue() =>
            Claim.Any([.. test.Sets.Select(set => Of(test with { Sets = [set] }))]),
        OnRepeatTest { Sets.Length: > 1 } test => Claim.Any([.. test.Sets.Select(set => Of(new OnRepeatTest([set])))]),
        _ => new Fact(RenamedSets.Of(condition, set => universe.NameOf(project, set))),
    };

    /// <summary>With an anchor "no such record" also says that the anchor is there. "It" always is.</summary>
    private ImmutableArray<Claim> Exists(Anchor? anchor) => anchor switch
    {
        RecordAnchor record => [Of(new HappenedTest(record.Sets, record.How, record.Filters, null))],
        RegistrationAnchor => [HasRegistration],
        _ => [],
    };
}

/// <summary>A cohort as its parts, so that one can be put in the place of another.</summary>
/// <param name="From">Whom it starts from.</param>
/// <param name="Needed">How many of the include criteria must hold; null where there are none.</param>
/// <param name="Include">The include criteria.</param>
/// <param name="Exclude">The exclude criteria.</param>
internal sealed record CohortClaim(Claim From, int? Needed, ImmutableArray<Claim> Include, ImmutableArray<Claim> Exclude)
{
    public Claim Whole => Claim.All([From, .. Needed is { } needed ? [new AtLeastOf(needed, Include)] : Array.Empty<Claim>(), .. Exclude.Select(Claim.Not)]);
}
