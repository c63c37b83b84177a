using System.Globalization;
using System.Xml.Linq;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Tests.Emis;

/// <summary>
/// Runs an enquiryDocument on a patient by what its elements say, and knows nothing of protocols: groups in order, criteria joined by AND or OR,
/// rows of a table, restriction, test, linked criterion. How EMIS itself runs one was never observed; this is the reading that the writer has.
/// </summary>
/// <param name="document">The file.</param>
/// <param name="baseline">The date that the search is run for.</param>
/// <param name="conceptOf">The concept of an EMIS code.</param>
/// <param name="byHand">What a search finds that a person has built; null for a search of the file.</param>
internal sealed class EmisInterpreter(XDocument document, DateOnly baseline, Func<string, long> conceptOf, Func<string, PatientRecord, bool?> byHand)
{
    private readonly Dictionary<string, XElement> reports = document.Root!.Elements().Where(e => e.Name.LocalName == "report").ToDictionary(r => Text(r, "id")!);

    public bool Finds(string report, PatientRecord patient)
    {
        if (byHand(report, patient) is { } found) return found;
        var search = reports[report];
        var parent = Child(search, "parent")!;
        var isInParent = (string)parent.Attribute("parentType")! switch
        {
            "ALL" => true,
            "ACTIVE" => patient.IsRegistered(baseline),
            _ => Finds((string)Child(parent, "SearchIdentifier")!.Attribute("reportGuid")!, patient),
        };
        if (!isInParent) return false;
        foreach (var group in Children(Child(search, "population")!, "criteriaGroup"))
        {
            var definition = Child(group, "definition")!;
            var members = Children(definition, "criteria").Select(c => Holds(c, patient));
            var holds = Text(definition, "memberOperator") == "AND" ? members.All(m => m) : members.Any(m => m);
            var action = Text(group, holds ? "actionIfTrue" : "actionIfFalse");
            if (action != "NEXT") return action == "SELECT";
        }
        return true;
    }

    private bool Holds(XElement member, PatientRecord patient) =>
        Child(member, "populationCriterion") is { } other
            ? Finds((string)other.Attribute("reportGuid")!, patient)
            : Rows(Child(member, "criterion")!, patient, _ => true).Any() != IsNegated(Child(member, "criterion")!);

    private IEnumerable<Row> Rows(XElement criterion, PatientRecord patient, Func<Row, bool> isInRange)
    {
        var filter = Child(criterion, "filterAttribute")!;
        var rows = Table(Text(criterion, "table")!, patient).Where(r => Children(filter, "columnValue").All(c => Holds(c, r, patient)) && isInRange(r));
        if (Child(filter, "restriction") is { } restriction)
        {
            var direction = restriction.Descendants().First(e => e.Name.LocalName == "direction").Value;
            rows = (direction == "DESC" ? rows.OrderByDescending(r => r.Date) : rows.OrderBy(r => r.Date)).Take(1);
            if (Child(restriction, "testAttribute") is { } test) rows = rows.Where(r => Children(test, "columnValue").All(c => Holds(c, r, patient)));
        }
        return Child(criterion, "linkedCriterion") is { } linked ? rows.Where(r => IsLinked(linked, r, patient)) : rows;
    }

    private bool IsLinked(XElement linked, Row parent, PatientRecord patient)
    {
        var relationship = Child(linked, "relationship")!;
        if (DateOf(Text(relationship, "parentColumn")!, parent, patient) is not { } from) return false;
        var child = Child(linked, "criterion")!;
        var rows = Rows(child, patient, r => DateOf(Text(relationship, "childColumn")!, r, patient) is { } to && IsIn(Child(relationship, "rangeValue")!, to, from));
        return rows.Any() != IsNegated(child);
    }

    private DateOnly? DateOf(string column, Row row, PatientRecord patient) => column switch
    {
        "DOB" => patient.Born,
        "GMS_DATE_OF_REGISTRATION" => patient.RegistrationOn(baseline)?.Since,
        _ => row.Date,
    };

    private bool Holds(XElement column, Row row, PatientRecord patient)
    {
        Assert.Equal("IN", Text(column, "inNotIn"));
        var name = Text(column, "column")!;
        var range = Child(column, "rangeValue");
        return name switch
        {
            "READCODE" or "DRUGCODE" => Values(column).Any(v => conceptOf(v) == row.Code),
            "EPISODE" => Values(column).Any(v => string.Equals(v == "NONE" ? nameof(Episode.Unmarked) : v, row.Episode.ToString(), StringComparison.OrdinalIgnoreCase)),
            "NUMERIC_VALUE" => row.Number is { } number && IsIn(range!, number),
            "AGE" => IsAge(range!, patient.Born, baseline),
            "AGE_AT_EVENT" => IsAge(range!, patient.Born, row.Date),
            _ => DateOf(name, row, patient) is { } date && IsIn(range!, date, baseline),
        };
    }

    /// <summary>An end without a value is the search's own date; a relative one, and one of a link, counts from a date.</summary>
    private static bool IsIn(XElement range, DateOnly date, DateOnly from) => Ends(range).All(end =>
    {
        var value = Child(end, "value");
        var bound = value is null ? from
            : Text(value, "relation") == "ABSOLUTE" ? DateOnly.ParseExact(Text(value, "value")!, "dd/MM/yyyy", CultureInfo.InvariantCulture)
            : new Offset(int.Parse(Text(value, "value")!, CultureInfo.InvariantCulture), Unit(value)).From(from);
        return Compare(date.CompareTo(bound), Text(end, "operator")!);
    });

    private static bool IsIn(XElement range, decimal number) => Ends(range).All(end =>
        Compare(number.CompareTo(decimal.Parse(Text(Child(end, "value")!, "value")!, CultureInfo.InvariantCulture)), Text(end, "operator")!));

    /// <summary>So old is who has had that birthday.</summary>
    private static bool IsAge(XElement range, DateOnly born, DateOnly on) => Ends(range).All(end =>
    {
        var value = Child(end, "value")!;
        var isReached = Clock.Contains(new AgeAtLeast(new Duration(int.Parse(Text(value, "value")!, CultureInfo.InvariantCulture), Unit(value))), born, on);
        return Text(end, "operator") switch { "GTEQ" => isReached, "LT" => !isReached, var other => throw new InvalidDataException($"An age is compared with {other}") };
    });

    private static bool Compare(int order, string comparison) => comparison switch
    {
        "GT" => order > 0,
        "GTEQ" => order >= 0,
        "LT" => order < 0,
        "LTEQ" => order <= 0,
        _ => throw new InvalidDataException($"There is no operator {comparison}"),
    };

    private static DurationUnit Unit(XElement value) => Text(value, "unit") switch
    {
        "DAY" => DurationUnit.Days,
        "WEEK" => DurationUnit.Weeks,
        "MONTH" => DurationUnit.Months,
        "YEAR" => DurationUnit.Years,
        var other => throw new InvalidDataException($"There is no unit {other}"),
    };

    private IEnumerable<Row> Table(string table, PatientRecord patient) => table switch
    {
        "PATIENTS" => [new Row(0, baseline, null, Episode.Unmarked)],
        "EVENTS" => patient.Events.Where(e => e.Date is not null).Select(e => new Row(e.Code, e.Date!.Value, e.Value?.Number, e.Episode)),
        "MEDICATION_ISSUES" => patient.Issues.Where(i => i.Date is not null).Select(i => new Row(i.Code, i.Date!.Value, null, i.Episode)),
        _ => throw new InvalidDataException($"There is no table {table}"),
    };

    private static IEnumerable<string> Values(XElement column) => Children(column, "valueSet").SelectMany(s => Children(s, "values")).Select(v => Text(v, "value")!);

    private static IEnumerable<XElement> Ends(XElement range) => range.Elements().Where(e => e.Name.LocalName is "rangeFrom" or "rangeTo");

    private static bool IsNegated(XElement criterion) => Text(criterion, "negation") == "true";

    private static XElement? Child(XElement element, string name) => Children(element, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    private static string? Text(XElement element, string name) => Child(element, name)?.Value;

    private sealed record Row(long Code, DateOnly Date, decimal? Number, Episode Episode);
}
