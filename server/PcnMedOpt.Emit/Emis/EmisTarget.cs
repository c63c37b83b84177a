using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Emis;

/// <summary>
/// What EMIS Web can express: every test is exact, approximate (how) or by hand (why). From the forms that published exports show; what they
/// never show is built by hand.
/// </summary>
public sealed class EmisTarget(EmisCodeMap? map) : ITarget
{
    private readonly EmisValues values = new(map);
    private readonly ConditionalWeakTable<ResolvedCodeSet, Answer> known = [];

    public string Name => "EMIS";

    public EmisValues Values => values;

    public Fit Of(Condition test, ProjectModel project)
    {
        if (test is AllOf or AnyOf or Not or Unreadable) return Fit.Exact;
        if (test is AgeTest { Range: AgeAtLeast { Duration.Unit: DurationUnit.Years } } or InCohortTest) return Fit.Exact;
        if (Structure(test) is { } why) return Fit.ByHand(why);
        foreach (var set in test.SetsUsed().Select(s => s.Set).Distinct())
            if (project.CodeSet(set) is { } resolved && WhyByHand(resolved) is { } reason) return Fit.ByHand($"the codes of '{set}' cannot be written: {reason}");
        if (Number(test, project) is { } number) return Fit.ByHand(number);
        return Difference(test, project) is { } how ? Fit.Approximate(how) : Fit.Exact;
    }

    /// <summary>Kept with the code set: it is asked for each test that uses it.</summary>
    private string? WhyByHand(ResolvedCodeSet set) => known.GetValue(set, s => new Answer(values.Of(s).ByHand)).ByHand;

    private bool TakesDescriptions(ResolvedCodeSet set) => set.Emis.Count > 0 && values.Choices(set).Any(c => c.Origin == EmisOrigin.Description);

    private static string? Structure(Condition test) => test switch
    {
        InCohortTest => null,
        SexTest => "no export shows how EMIS writes a patient's sex",
        OnRepeatTest or NotOnRepeatTest => "no export shows how EMIS marks an item on the repeat list",
        CountTest => "EMIS searches do not count different medicines",
        ChangeTest => "EMIS searches do not compare two results with each other",
        NoBaselineTest => "EMIS links one record to one other: the issue that began the course would need two links, to the issues before it and to the test",
        _ when test.AllFilters().OfType<WindowFilter>().Any(f => f.Window.AnchorOf() is ItAnchor) => "EMIS searches look at patients, not at one record after the other",
        _ => RuleListForms.CanExpress(test) ? null : "EMIS links one record to one other, and no export shows this form",
    };

    /// <summary>A value whose unit does not convert into the set's by a finite decimal cannot be written as EMIS's bare number.</summary>
    private static string? Number(Condition test, ProjectModel project)
    {
        foreach (var (range, set) in Ranges(test))
            foreach (var quantity in range switch { ValueCompared compared => [compared.Quantity], ValueBetween between => [between.Low, between.High], ValueInBand band => [band.Low, band.High], _ => Array.Empty<Quantity>() })
                if (EmisNumber.Of(quantity, project.Definition(set)?.Unit) is null) return $"{quantity} is no finite number in the unit of '{set}'";
        return null;
    }

    private static IEnumerable<(ValueRange Range, string Set)> Ranges(Condition test)
    {
        if (test is ValueTest value) yield return (value.Range, value.Set);
        var set = test.SetsUsed().Select(s => s.Set).FirstOrDefault();
        foreach (var filter in test.AllFilters().OfType<ValueFilter>())
            if (set is not null) yield return (filter.Range, set);
    }

    private string? Difference(Condition test, ProjectModel project)
    {
        var reasons = new List<string>();
        if (test is AgeTest { Range: var range } && !IsYears(range)) reasons.Add("EMIS exports show ages in years only; an age in months, weeks or days may be counted otherwise");
        if (test is ValueTest || test.AllFilters().OfType<ValueFilter>().Any())
            reasons.Add("EMIS compares the bare number: a result in another unit, or one that is no number, is not recognised");
        if (test is ValueTest) reasons.Add("of several results on one day EMIS takes one");
        if (test is StatusTest status && RuleListForms.IsApproximate(status)) reasons.Add("of several records on one day EMIS takes one");
        if (test.AllFilters().OfType<WindowFilter>().Any(f => f.Window is InPeriod)) reasons.Add("the period is written as dates: the search is good until it ends");
        if (test.SetsUsed().Any(s => project.CodeSet(s.Set) is { } set && TakesDescriptions(set)))
            reasons.Add("codes that no EMIS code map has are written as descriptions of SNOMED CT: whether EMIS carries them, and by one finds what was recorded with another, is not known");
        if (test is IssuedTogetherTest pair && Overlap(pair, project)) reasons.Add("one issue of a medicine that is in both sets counts as two");
        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }

    private static bool IsYears(AgeRange range) => range switch
    {
        AgeAtLeast least => least.Duration.Unit == DurationUnit.Years,
        AgeUnder under => under.Duration.Unit == DurationUnit.Years,
        AgeBetween between => between.Unit == DurationUnit.Years,
        _ => false,
    };

    private static bool Overlap(IssuedTogetherTest pair, ProjectModel project)
    {
        var first = pair.First.SelectMany(s => project.CodeSet(s)?.Codes ?? []).ToHashSet();
        return pair.Second.SelectMany(s => project.CodeSet(s)?.Codes ?? []).Any(first.Contains);
    }

    private sealed record Answer(string? ByHand);
}
