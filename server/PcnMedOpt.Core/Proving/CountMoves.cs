using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Proving;

/// <summary>Changes of a patient's medicines after which a count of them is at its limit, or just not.</summary>
internal static class CountMoves
{
    public static IEnumerable<ExamplePatient> Of(SearchSpace space, CountTest test, bool value, ExamplePatient patient)
    {
        var days = test.Window is { } window ? space.DaysOf(window).Where(d => Clock.Contains(window, d, space.Reference)).Distinct().Take(3) : [space.Reference.AddMonths(-6)];
        foreach (var day in days)
            foreach (var wanted in new[] { test.Limit, test.Limit - 1, test.Limit + 1 }.Where(n => n >= 0 && Compares(test, n) == value))
                if (WithCount(space, test, patient, wanted, day) is { } made) yield return made;
        if (!value) yield return patient with { Records = [.. patient.Records.Where(r => r is not (OtherMedicines or CodeEvent { How: Happened.Issued } or CodeOnRepeat))] };
    }

    private static ExamplePatient? WithCount(SearchSpace space, CountTest test, ExamplePatient patient, int wanted, DateOnly day)
    {
        bool IsCounted(long code) => (test.Set is null || Has(test.Set, code)) && !test.Except.Any(s => Has(s, code));
        bool Has(string set, long code) => space.Project.CodeSet(set)?.ContainsInExample(code) == true;
        var kept = patient with { Records = [.. patient.Records.Where(r => r is not (OtherMedicines or CodeEvent { How: Happened.Issued } or CodeOnRepeat))] };
        if (ExamplePatients.Record(space.Project, kept).Patient is not { } record) return null;
        var codes = test.Window is { } window
            ? record.Issues.Where(i => i.Date <= space.Reference && Clock.Contains(window, i.Date.Value, space.Reference)).Select(i => i.Code)
            : record.Repeats.Where(r => r.Since <= space.Reference && !(r.Until <= space.Reference)).Select(r => r.Code);
        var have = codes.Where(IsCounted).ToHashSet();
        var missing = wanted - have.Count;
        if (missing < 0) return null;
        if (missing == 0) return kept;
        if (test is { Set: null, Window: not null }) return kept with { Records = kept.Records.Add(new OtherMedicines(missing, day, default)) };
        var more = Products(space, test).Where(p => IsCounted(p.Code) && !have.Contains(p.Code)).Take(missing).ToList();
        if (more.Count < missing) return null;
        return kept with
        {
            Records = [.. kept.Records, .. more.Select(p => test.Window is null
                ? (ExampleRecord)new CodeOnRepeat(p.Code, p.Term, day, null, default) : new CodeEvent(p.Code, p.Term, Happened.Issued, day, null, Episode.Unmarked, default))],
        };
    }

    /// <summary>Products that can be named: of the set that is counted, else of the sets that are not.</summary>
    private static IEnumerable<(long Code, string? Term)> Products(SearchSpace space, CountTest test) =>
        (test.Set is { } set ? [set] : space.Medicines).Select(space.Project.CodeSet).OfType<ResolvedCodeSet>().Where(s => s.System == CodeSystem.Dmd)
            .SelectMany(s => s.Codes.Take(test.Set is null ? 2 : s.Codes.Length).Select(c => (c, s.TermOf(c)))).DistinctBy(p => p.c);

    private static bool Compares(CountTest test, int count) => test.Comparison switch
    {
        Comparison.AtLeast => count >= test.Limit,
        Comparison.MoreThan => count > test.Limit,
        Comparison.AtMost => count <= test.Limit,
        Comparison.LessThan => count < test.Limit,
        _ => count == test.Limit,
    };
}
