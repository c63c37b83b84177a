using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>Reads the columns of a criterion: of records as sets and filters, of the patient as tests.</summary>
internal sealed class ColumnImport(ImportedSets sets, RangeImport ranges, ImportFindings findings)
{
    private const string LowestNumber = "-1000000000";

    public Asked Records(EmisCriterion criterion)
    {
        var how = criterion.Table switch
        {
            "EVENTS" => Happened.Recorded,
            "MEDICATION_ISSUES" => Happened.Issued,
            var other => throw new NotSaid(criterion.Place, $"the table {other} is not one that the language has here"),
        };
        var system = how == Happened.Issued ? CodeSystem.Dmd : CodeSystem.Snomed;
        var (columns, restriction) = (criterion.Filter.Columns, criterion.Filter.Restriction);
        var upTo = false;
        var filters = Filters(columns.Where(c => !IsNumberAtAll(c)), ref upTo);
        if (!upTo) findings.Differs(criterion.Place, "EMIS would also count records dated after the search's date, which the language never does.");
        var (codes, not) = Codes(columns.Where(IsCode).ToList(), system, false);
        if (codes.IsEmpty || not) throw new NotSaid(criterion.Place, codes.IsEmpty ? "records are asked for whatever their code" : "records with any other code are asked for");
        var asked = new Asked(criterion.Place, how, codes, filters, columns.Any(IsNumberAtAll), null, [], false, []);
        if (restriction is null || (!restriction.IsLimit && restriction.Test.IsEmpty)) return asked;
        if (restriction.Column is not ("DATE" or "ISSUE_DATE")) throw new NotSaid(restriction.Place, $"records are ordered by {restriction.Column}");
        if (restriction.Count != 1 && restriction.IsLimit) throw new NotSaid(restriction.Place, $"the {(restriction.Latest ? "latest" : "earliest")} {restriction.Count} records are kept; the language keeps one day's");
        var ignored = true;
        var kept = Filters(restriction.Test, ref ignored);
        var (keptCodes, keptNot) = Codes(restriction.Test.Where(IsCode).ToList(), system, true);
        if (!restriction.IsLimit)
            return keptCodes.IsEmpty ? asked with { Filters = [.. filters, .. kept] } : throw new NotSaid(restriction.Place, "codes are tested twice, without an order");
        return asked with { Pick = restriction.Latest ? Pick.Latest : Pick.Earliest, KeptSets = keptCodes, KeptNot = keptNot, Kept = kept };
    }

    /// <summary>The tests that the columns of the patient ask, all of which must hold.</summary>
    public ImmutableArray<Condition> Patient(EmisCriterion criterion)
    {
        var tests = ImmutableArray.CreateBuilder<Condition>();
        if (criterion.Filter.Restriction is { } restriction && (restriction.Test.Length > 0 || restriction.Count < 1)) throw new NotSaid(restriction.Place, "an order of patients is asked for");
        foreach (var column in criterion.Filter.Columns)
        {
            var range = RangeOf(column);
            ImmutableArray<Condition> found = column.Name switch
            {
                "AGE" => [.. ranges.Ages(range).Select(a => new AgeTest(a))],
                "DOB" when ranges.Born(range) is { } born => [born],
                "DOB" => [.. ranges.Ago(range).Select(a => new AgeTest(a))],
                "GMS_DATE_OF_REGISTRATION" => [.. ranges.Ago(range).Select(a => new RegisteredForTest(a))],
                var other => throw new NotSaid(column.Place, $"the column {other} of the patient is not known"),
            };
            tests.AddRange(found);
        }
        return tests.DrainToImmutable();
    }

    private ImmutableArray<Filter> Filters(IEnumerable<EmisColumn> columns, ref bool upTo)
    {
        var windows = ImmutableArray.CreateBuilder<Filter>();
        var others = ImmutableArray.CreateBuilder<Filter>();
        foreach (var column in columns.Where(c => !IsCode(c)))
        {
            switch (column.Name)
            {
                case "DATE" or "ISSUE_DATE":
                    var (found, ends) = ranges.Windows(RangeOf(column));
                    windows.AddRange(found.Select(w => new WindowFilter(w)));
                    upTo |= ends;
                    break;
                case "AGE_AT_EVENT": others.AddRange(ranges.Ages(RangeOf(column)).SelectMany(Ends).Select(a => new AtAgeFilter(a))); break;
                case "NUMERIC_VALUE": others.AddRange(ranges.Values(RangeOf(column)).Select(v => new ValueFilter(v))); break;
                case "EPISODE": others.Add(Episodes(column)); break;
                default: throw new NotSaid(column.Place, $"the column {column.Name} is not known");
            }
        }
        return [.. Merged(windows), .. others];
    }

    /// <summary>"Less than n ago" and "at least m ago", written as two columns, are one window of the language.</summary>
    private static IEnumerable<Filter> Merged(IReadOnlyList<Filter> windows) =>
        windows is [WindowFilter { Window: InLast far }, WindowFilter { Window: MoreThanAgo near }] && near.Duration.IsAtMost(far.Duration)
            ? [new WindowFilter(new BetweenAgo(near.Duration, far.Duration))] : windows;

    private static IEnumerable<AgeRange> Ends(AgeRange range) => range is AgeBetween between ? [new AgeAtLeast(between.Low), new AgeUnder(between.Above)] : [range];

    /// <summary>The sets of the code columns, all of which must hold a row's code; and whether they are to be left out.</summary>
    private (ImmutableArray<string> Sets, bool Not) Codes(List<EmisColumn> columns, CodeSystem system, bool mayBeNot)
    {
        foreach (var column in columns) _ = column.Absent is { } absent ? throw new NotSaid(column.Place, $"codes are given as {absent}") : true;
        var wanted = columns.Where(c => !IsNot(c)).Select(c => Sets(c, system)).ToList();
        var left = columns.Where(IsNot).Select(c => Sets(c, system)).ToList();
        if (wanted.Count == 0) return left.Count == 0 ? ([], false) : mayBeNot && left.Count == 1 ? (left[0], true) : (left[0], true);
        var codes = wanted.Count == 1 ? wanted[0] : [sets.Joined([.. wanted.Select(w => sets.Joined(w, "or", system))], "and", system)];
        if (left.Count == 0) return (codes, false);
        return ([sets.Joined([sets.Joined(codes, "or", system), .. left.SelectMany(l => l)], "except", system)], false);
    }

    private ImmutableArray<string> Sets(EmisColumn column, CodeSystem system) =>
        column.Sets.Length > 1 && column.Sets.Any(s => s.AllExcept)
            ? throw new NotSaid(column.Place, "a list of codes is joined with all codes but some")
            : [.. column.Sets.Select(s => sets.Of(s, system)).Distinct(StringComparer.Ordinal)];

    private static bool IsNot(EmisColumn column) => column.NotIn != column.Sets.Any(s => s.AllExcept);

    private static EpisodeFilter Episodes(EmisColumn column)
    {
        if (column.Absent is { } absent) throw new NotSaid(column.Place, $"episodes are given as {absent}");
        if (column.Sets.Length != 1) throw new NotSaid(column.Place, "several lists of episodes are given");
        var kinds = new SortedSet<Episode>();
        foreach (var value in column.Sets[0].Values)
        {
            if (value.Value == "NONE") kinds.Add(Episode.Unmarked);
            else if (Enum.TryParse<Episode>(value.Value, true, out var kind) && kind != Episode.Unmarked && !char.IsAsciiDigit(value.Value[0])) kinds.Add(kind);
            else throw new NotSaid(column.Place, $"the episode {value.Value} is not known");
        }
        return new EpisodeFilter([.. kinds], IsNot(column));
    }

    private static EmisRange RangeOf(EmisColumn column)
    {
        if (column.Absent is { } absent) throw new NotSaid(column.Place, $"the column {column.Name} holds {absent}");
        if (column.NotIn) throw new NotSaid(column.Place, $"the column {column.Name} is outside a range");
        return column.Range is { } range && range.Ends().Any() ? range : throw new NotSaid(column.Place, $"the column {column.Name} holds no range");
    }

    private static bool IsCode(EmisColumn column) => column.Name is "READCODE" or "DRUGCODE" or "CODE";

    private static bool IsNumberAtAll(EmisColumn column) =>
        column is { Name: "NUMERIC_VALUE", NotIn: false, Range: { To: null, RelativeTo: null, From: { Value: LowestNumber, Operator: "GTEQ" } } };

    public static ValueFilter AnyNumber { get; } = new(new ValueCompared(Comparison.AtLeast, new Quantity(-1_000_000_000, Unit.None, true)));
}
