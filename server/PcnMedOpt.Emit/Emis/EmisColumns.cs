using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Emit.Emis;

/// <summary>
/// Writes the values of a criterion's columns, under the column names and titles that published exports show: EVENTS (READCODE, DATE, NUMERIC_VALUE,
/// AGE_AT_EVENT, EPISODE), MEDICATION_ISSUES (DRUGCODE, ISSUE_DATE), PATIENTS (AGE, DOB, GMS_DATE_OF_REGISTRATION).
/// </summary>
internal sealed class EmisColumns(EmisXml xml, ProjectModel project, EmisTarget target, DateOnly reference, string path)
{
    /// <summary>No result of a laboratory is lower: "has a number".</summary>
    private const string LowestNumber = "-1000000000";

    public static (string Column, string Shown) Date(Table table, DateColumn column) => (table, column) switch
    {
        (_, DateColumn.Birth) => ("DOB", "Date of Birth"),
        (_, DateColumn.Registration) => ("GMS_DATE_OF_REGISTRATION", "Registration Date"),
        (Table.Issues, _) => ("ISSUE_DATE", "Date of Issue"),
        _ => ("DATE", "Date"),
    };

    public void Write(Table table, ImmutableArray<RowFilter> filters, string key)
    {
        foreach (var (filter, index) in filters.Select((f, i) => (f, i))) Filter(table, filter, string.Create(CultureInfo.InvariantCulture, $"{key}/column/{index}"));
    }

    /// <summary>On or before the search's date: records dated later do not exist.</summary>
    public void UpToSearchDate(Table table, string key)
    {
        var (column, shown) = Date(table, DateColumn.Date);
        Column(column, shown, key + "/upto", () => Range(true, () => xml.Element("rangeTo", () => xml.Text("operator", "LTEQ"))));
    }

    private void Filter(Table table, RowFilter filter, string key)
    {
        var (date, dateShown) = Date(table, DateColumn.Date);
        switch (filter)
        {
            case CodesIn codes: Codes(table, codes, key); break;
            case DatedIn dated: Column(date, dateShown, key, () => Range(EmisRanges.IsRelative(dated.Window), () => EmisRanges.Window(xml, dated.Window, reference))); break;
            case AgeIs age: Column("AGE", "Age", key, () => Range(false, () => EmisRanges.Age(xml, age.Range, "RELATIVE"))); break;
            case AgeAtEventIs age: Column("AGE_AT_EVENT", "Patient's Age at Event", key, () => Range(false, () => EmisRanges.Age(xml, age.Range, null))); break;
            case BornIn born: Column("DOB", "Date of Birth", key, () => Range(false, () => EmisRanges.Dates(xml, born.From, born.To))); break;
            case RegisteredSince since: Column("GMS_DATE_OF_REGISTRATION", "Registration Date", key, () => Range(true, () => EmisRanges.Since(xml, since.Range))); break;
            case HasNumber: Column("NUMERIC_VALUE", "Value", key, () => Range(false, () => EmisRanges.Number(xml, "rangeFrom", LowestNumber, "GTEQ"))); break;
            case NumberIs number: Column("NUMERIC_VALUE", "Value", key, () => Range(false, () => EmisRanges.Numbers(xml, number.Range, q => Bare(q, number.Set)))); break;
            case EpisodeIs episode: Episodes(episode, key); break;
            default: throw new UnreachableException($"No column for {filter}");
        }
    }

    private string Bare(Quantity quantity, string set) =>
        EmisNumber.Of(quantity, project.Definition(set)?.Unit) ?? throw new UnreachableException($"{quantity} is no number of EMIS, and was to be built by hand");

    private void Column(string column, string shown, string key, Action content) => xml.Element("columnValue", () =>
    {
        xml.Text("id", NameBasedGuid.Of($"{path}/{key}"));
        xml.Text("column", column);
        xml.Text("displayName", shown);
        xml.Text("inNotIn", "IN");
        content();
    });

    private void Range(bool relative, Action content) => xml.Element("rangeValue", () =>
    {
        if (relative) xml.Attribute("relativeTo", "BASELINE");
        content();
    });

    private void Codes(Table table, CodesIn codes, string key)
    {
        var (column, shown) = table == Table.Issues ? ("DRUGCODE", "Drug") : ("READCODE", "Clinical Code");
        Column(column, shown, key, () =>
        {
            foreach (var set in codes.Sets) ValueSet(set, $"{key}/{set}");
        });
    }

    private void ValueSet(string set, string key) => xml.Element("valueSet", () =>
    {
        var resolved = project.CodeSet(set) ?? throw new UnreachableException($"No code set '{set}'");
        var (values, byHand) = target.Values.Of(resolved);
        if (byHand is not null) throw new UnreachableException($"The code set '{set}' was to be built by hand: {byHand}");
        xml.Text("id", NameBasedGuid.Of($"{path}/{key}"));
        xml.Text("codeSystem", "SNOMED_CONCEPT");
        xml.Text("description", resolved.InSystems.Opaque.FirstOrDefault(o => o.Cluster is not null)?.Cluster ?? set);
        foreach (var value in values)
            xml.Element("values", () =>
            {
                xml.Text("value", value.Value);
                if (value.DisplayName is { Length: > 0 } name) xml.Text("displayName", name);
                xml.Text("includeChildren", value.IncludeChildren ? "true" : "false");
                if (value.IsRefset) xml.Text("isRefset", "true");
            });
    });

    /// <summary>"not as" is written as all other kinds: a list that leaves some out has not been seen.</summary>
    private void Episodes(EpisodeIs episode, string key)
    {
        var kinds = episode.Not ? Enum.GetValues<Episode>().Except(episode.Kinds) : episode.Kinds;
        Column("EPISODE", "Episode (First, New...)", key, () => xml.Element("valueSet", () =>
        {
            xml.Text("id", NameBasedGuid.Of($"{path}/{key}/set"));
            xml.Text("codeSystem", "EMISINTERNAL");
            foreach (var kind in kinds)
                xml.Element("values", () =>
                {
                    xml.Text("value", kind == Episode.Unmarked ? "NONE" : kind.ToString().ToUpperInvariant());
                    xml.Text("displayName", kind == Episode.Unmarked ? "None" : kind.ToString());
                    xml.Text("includeChildren", "false");
                });
        }));
    }
}
