using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Databases;

/// <summary>
/// Patients whose records are of the code sets of a project, on days at the edges of the windows that are common in it, with results around the numbers that it
/// compares with.
/// </summary>
internal static class RelevantPatients
{
    private static readonly ImmutableArray<int> DaysBack = [0, 1, 6, 7, 13, 14, 27, 28, 29, 55, 56, 83, 84, 90, 98, 99, 120, 182, 183, 200, 364, 365, 366, 400, 730, 731, 1000, 3000, -1];

    private static readonly ImmutableArray<decimal> Numbers = [0m, 0.5m, 1m, 1.5m, 2m, 3.4m, 3.5m, 4m, 5m, 7m, 10m, 15m, 30m, 44m, 45m, 60m, 89m, 100m, 130m, 140m, 200m, 450m, 1000m];

    public static ImmutableArray<PatientRecord> Of(Compilation compilation, int count)
    {
        var random = new Random(20261120);
        var sets = compilation.Files.Values.SelectMany(f => f.Declarations).Select(d => d.Facts.Codes).OfType<Core.Semantics.Codes.CodeSetDefinition>()
            .Select(d => (d.System, d.Unit, Codes: compilation.CodeSet(d.Name) is { } set ? Members(set) : [])).Where(s => s.Codes.Length > 0).ToList();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var numbers = new byte[400];
            random.NextBytes(numbers);
            return Patient(new Choices(numbers), sets, compilation.Today);
        })];
    }

    private static ImmutableArray<long> Members(Core.Semantics.Codes.ResolvedCodeSet set) => set.Representative is { } one ? [one, .. set.Codes.Take(5)] : [];

    private static PatientRecord Patient(Choices choices, List<(Core.Semantics.Codes.CodeSystem System, Core.Semantics.Codes.UnitClause? Unit, ImmutableArray<long> Codes)> sets, DateOnly today)
    {
        DateOnly Day() => today.AddDays(-choices.Of(DaysBack));
        var events = ImmutableArray.CreateBuilder<ClinicalEvent>();
        var issues = ImmutableArray.CreateBuilder<MedicineIssue>();
        var repeats = ImmutableArray.CreateBuilder<RepeatItem>();
        // A few sets each, with several records of each: so that what looks at two records of a set finds them.
        for (var i = 6 + choices.Next(10); i > 0; i--)
        {
            var set = sets[((choices.Next(256) * 256) + choices.Next(256)) % sets.Count];
            for (var j = 1 + choices.Next(4); j > 0; j--)
            {
                var code = choices.Of(set.Codes);
                if (set.System == Core.Semantics.Codes.CodeSystem.Dmd) issues.Add(new MedicineIssue(code, Day()));
                else events.Add(new ClinicalEvent(code, Day(), set.Unit is null && choices.Maybe() ? null : Value(choices, set.Unit), choices.Of(Episode.Unmarked, Episode.Unmarked, Episode.First, Episode.Review, Episode.Ended)));
                if (set.System == Core.Semantics.Codes.CodeSystem.Dmd && choices.Next(4) == 3) repeats.Add(new RepeatItem(code, Day(), choices.Maybe() ? Day() : null));
            }
        }
        return new PatientRecord(
            today.AddYears(-choices.Of(84, 82, 75, 76, 65, 64, 50, 40, 30, 18, 17, 5)).AddDays(choices.Next(3) - 1),
            choices.Next(16) == 15 ? Day() : null,
            choices.Of(Sex.Female, Sex.Male, Sex.Female, Sex.Indeterminate, Sex.Unknown),
            choices.Next(12) == 11 ? [] : [new Registration(today.AddDays(-choices.Of(5000, 100, 365)), choices.Next(16) == 15 ? Day() : null)],
            events.DrainToImmutable(),
            issues.DrainToImmutable(),
            repeats.DrainToImmutable());
    }

    private static ResultValue Value(Choices choices, Core.Semantics.Codes.UnitClause? unit) => new(
        choices.Next(8) == 7 ? choices.Of(Comparison.LessThan, Comparison.MoreThan) : null,
        choices.Next(12) == 11 ? null : choices.Of(Numbers),
        choices.Next(8) switch { 7 => "furlongs", 6 => null, _ => unit?.Unit is { IsNone: false } known ? known.Text : null });
}
