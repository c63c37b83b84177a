namespace PcnMedOpt.Data.Synth;

/// <summary>Makes a plan of parameters that were read, so that every name in them is known.</summary>
internal static class Planner
{
    private const int DaysPerHundredYears = 36_525;

    public static Plan Of(SynthParameters parameters, long seed, DateOnly on)
    {
        var states = parameters.Conditions.Select(c => c.Name).Concat(parameters.Medicines.Select(m => m.Name)).Select((name, place) => (name, place))
            .ToDictionary(s => s.name, s => s.place, StringComparer.Ordinal);
        var codes = CodeBook.All.Select(c => c.Code).Distinct().ToArray();
        var codePlaces = codes.Select((code, place) => (code, place)).ToDictionary(c => c.code, c => (short)c.place);
        var groups = CodeBook.All.GroupBy(c => c.Group).ToDictionary(
            g => g.Key,
            g => new CodeChoice([.. g.Select(c => codePlaces[c.Code])], AddedUp(g.Select(c => c.Share))),
            StringComparer.Ordinal);
        var named = parameters.Tests.SelectMany(t => t.OtherUnits.Select(o => o.Unit).Prepend(t.Unit ?? ""));
        string[] units = ["", .. named.Where(u => u.Length > 0).Distinct(StringComparer.Ordinal)];
        var tests = parameters.Tests.Select((test, place) => Test(test, place)).ToDictionary(t => t.Parameters.Name, StringComparer.Ordinal);
        return new Plan(
            parameters, seed, on, states.Count, codes, units,
            AddedUp(parameters.Practices.Select(p => p.Share)),
            AddedUp(parameters.Ages.Select(a => a.People)),
            AddedUp(parameters.Sexes.Select(s => s.Value)),
            [.. parameters.Conditions.Select(c => new PlannedCondition(
                states[c.Name], Group(c.Codes), Chance(c.Chance), Days(c.MinimumYears), Days(c.MaximumYears), c.Again, Group(c.EndedCodes), c.Ended))],
            [.. parameters.Medicines.Select(m => new PlannedMedicine(
                states[m.Name], groups[m.Codes], Chance(m.Chance), m.After is null ? null : states[m.After], m.Days, Days(m.MaximumYears), m.Started, m.Stopped))],
            [.. parameters.Courses.Select(c => new PlannedCourse(groups[c.Codes], Frequency(c.Frequency), c.FewestIssues, c.MostIssues))],
            tests.Count,
            [.. parameters.Panels.Select(p => new PlannedPanel([.. p.Tests.Select(t => tests[t])], Frequency(p.Frequency)))],
            [.. parameters.Records.Select(r => new PlannedRecord(groups[r.Codes], Frequency(r.Frequency), [.. r.Also.Select(a => (groups[a.Codes], a.Share))]))]);

        CodeChoice? Group(string? name) => name is null ? null : groups[name];

        States Set(IEnumerable<string> names) => names.Aggregate(default(States), (set, name) => set.With(states[name]));

        PlannedChance Chance(Chance chance) => new([.. chance.ByAge], Given(chance.Given), Set(chance.Unless), chance.Sex);

        PlannedFrequency Frequency(Frequency frequency) => new([.. frequency.ByAge], Given(frequency.Given), Set(frequency.Unless), frequency.Never);

        GivenState[] Given(IEnumerable<KeyValuePair<string, int>> given) => [.. given.Select(g => new GivenState(states[g.Key], g.Value))];

        byte Unit(string? unit) => (byte)Array.IndexOf(units, unit ?? "");

        PlannedTest Test(TestParameters test, int place)
        {
            var upTo = test.NoUnit;
            var others = test.OtherUnits.Select(o => new PlannedUnit(Unit(o.Unit), o.Times, o.By, (byte)o.Decimals, upTo += o.Share)).ToArray();
            return new PlannedTest(
                place, groups[test.Codes], test, Unit(test.Unit), [new PlannedUnit(0, 1, 1, (byte)test.Decimals, test.NoUnit), .. others],
                [.. test.Given.Select(g => new PlannedRange(states[g.State], g.Low, g.High, g.Outside ?? test.Outside))]);
        }
    }

    public static int Days(int years) => years * DaysPerHundredYears / 100;

    private static int[] AddedUp(IEnumerable<int> weights)
    {
        var sum = 0;
        return [.. weights.Select(w => sum += w)];
    }
}
