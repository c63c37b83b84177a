using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>
/// Patients whom a question might find: their records are of its code sets, on the days where its windows end and at its distances from each other, with
/// results around its thresholds; some are dated later than the reference date, are repeated on one day, or lie outside every window.
/// </summary>
internal sealed class RelevantPatients(ProjectModel project, Edges edges, DateOnly reference)
{
    private const int MostRecords = 10;

    public ExamplePatient Of(Draws draws)
    {
        var born = draws.Of(edges.Born);
        var records = ImmutableArray.CreateBuilder<ExampleRecord>();
        if (edges.Tests.Length > 0)
            for (var left = draws.Next(Math.Min(MostRecords, 2 + (edges.Tests.Length * 2)) + 1); left > 0; left--) Add(records, draws, born);
        return new ExamplePatient(
            null,
            born,
            draws.Next(24) == 23 ? draws.Of(reference, reference.AddDays(1), reference.AddDays(-1)) : null,
            draws.Of(Sex.Unknown, Sex.Female, Sex.Male, Sex.Indeterminate),
            Registrations(draws, born),
            records.DrainToImmutable(),
            default);
    }

    private ImmutableArray<(DateOnly Since, DateOnly? Until)> Registrations(Draws draws, DateOnly born)
    {
        if (draws.Next(12) == 11) return [(new Duration(5, DurationUnit.Years).Before(reference), draws.Of(reference, reference.AddDays(1), reference.AddDays(-1)))];
        if (edges.Registered.Length > 0 && draws.Maybe()) return [(draws.Of(edges.Registered), null)];
        if (edges.Ages.Length > 0 && draws.Next(4) == 3) return [(draws.Of([.. Edges.Around(draws.Of(edges.Ages).After(born))]), null)];
        return draws.Next(6) == 5 ? [(draws.Of(edges.Days), null)] : [];
    }

    /// <summary>A record that one of the tests looks for, or that another one counts from.</summary>
    private void Add(ImmutableArray<ExampleRecord>.Builder records, Draws draws, DateOnly born)
    {
        var test = draws.Of(edges.Tests);
        if (test is CountTest { Set: null } count)
        {
            records.Add(new OtherMedicines(Math.Max(1, count.Limit + draws.Next(3) - 1), Day(records, draws, test, born), default));
            return;
        }
        var used = test.SetsUsed().Where(s => project.CodeSet(s.Set)?.Representative is not null).ToList();
        if (used.Count == 0) return;
        var (set, how) = draws.Of(used);
        if (how == Happened.Either) how = draws.Of(Happened.Recorded, Happened.Issued);
        var day = Day(records, draws, test, born);
        if (test is OnRepeatTest or NotOnRepeatTest or CountTest { Window: null })
            records.Add(new SetOnRepeat(set, day, draws.Of<DateOnly?>(null, reference, reference.AddDays(1)), default));
        else if (draws.Next(4) == 3 && project.CodeSet(set) is { Codes: [_, _, ..] codes } resolved && draws.Of(codes) is var code)
            records.Add(new CodeEvent(code, resolved.TermOf(code), how, day, Value(set, how, draws), Episode(test, draws), default));
        else records.Add(new SetEvent(set, how, day, Value(set, how, draws), Episode(test, draws), default));
    }

    /// <summary>The end of one of the test's windows; or a distance from a record that is there; or any end of a window.</summary>
    private DateOnly Day(ImmutableArray<ExampleRecord>.Builder records, Draws draws, Condition test, DateOnly born)
    {
        var own = test.AllFilters().OfType<WindowFilter>().SelectMany(f => Edges.DaysOf(f.Window, reference)).ToList();
        if (test is CountTest { Window: { } window }) own.AddRange(Edges.DaysOf(window, reference));
        return draws.Next(8) switch
        {
            0 or 1 when records.Count > 0 => Near(DayOf(draws.Of(records)), draws),
            2 when edges.Ages.Length > 0 => draws.Of([.. Edges.Around(draws.Of(edges.Ages).After(born))]),
            0 or 1 or 2 or 3 or 4 or 5 when own.Count > 0 => draws.Of(own),
            _ => draws.Of(edges.Days),
        };
    }

    private DateOnly Near(DateOnly day, Draws draws)
    {
        if (edges.Between.IsEmpty) return day.AddDays(draws.Of(0, 1, -1));
        var far = draws.Of(edges.Between);
        return draws.Of(day, day.AddDays(1), day.AddDays(-1), far.After(day), far.Before(day)).AddDays(draws.Of(0, 0, 1, -1));
    }

    private ExampleValue? Value(string set, Happened how, Draws draws)
    {
        if (how == Happened.Issued || !edges.Results[set].Any()) return null;
        var quantity = draws.Of([.. edges.Results[set]]);
        var step = Step(quantity.Value);
        var number = quantity.Value + draws.Of(0m, step, -step, quantity.Value / 2, -quantity.Value / 2);
        var unit = quantity.Unit.IsNone ? null : quantity.Unit.Text;
        return draws.Next(12) switch
        {
            11 => new ExampleValue(draws.Of(Comparison.LessThan, Comparison.MoreThan), Math.Abs(number), unit),
            10 => new ExampleValue(null, Math.Abs(number), draws.Of(null, "g/L")),
            9 => null,
            _ => new ExampleValue(null, Math.Abs(number), unit),
        };
    }

    private static Episode Episode(Condition test, Draws draws) =>
        test.AllFilters().Any(f => f is EpisodeFilter) ? draws.Of(Enum.GetValues<Episode>()) : Core.Model.Conditions.Episode.Unmarked;

    private static DateOnly DayOf(ExampleRecord record) => record switch
    {
        SetEvent set => set.Date,
        CodeEvent code => code.Date,
        SetOnRepeat repeat => repeat.Since,
        CodeOnRepeat repeat => repeat.Since,
        OtherMedicines medicines => medicines.Date,
        _ => throw new System.Diagnostics.UnreachableException($"No day of {record}"),
    };

    /// <summary>One in the last place that is written, as laboratories report.</summary>
    private static decimal Step(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var places = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var step = 1m;
        for (var i = 0; i < places; i++) step /= 10;
        return step;
    }
}
