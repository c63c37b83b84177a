using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Emit.Emis;

/// <summary>Writes the criteria of one report: a table, the values of its columns, an order, a linked criterion.</summary>
internal sealed class EmisCriteria(EmisXml xml, ProjectModel project, EmisTarget target, DateOnly reference, string path)
{
    private readonly EmisColumns columns = new(xml, project, target, reference, path);

    /// <summary>Age below 0 years: nobody. It stands where a person is to build the search.</summary>
    public void Nobody() => xml.Element("criteria", () => Criterion(
        RowCriterion.Of(Table.Patients, new AgeIs(new AgeUnder(new Core.Semantics.Duration(0, Core.Semantics.DurationUnit.Years)))),
        false,
        "Finds nobody. Replace this criterion as the search's description says.",
        "nobody"));

    public void Write(Records records, string key) => Criterion(records.Criterion, records.Negated, Description(records), key);

    private static string Description(Records records) => (records.Negated ? "not: " : "") + ConditionText.Of(records.Test);

    private void Criterion(RowCriterion criterion, bool negated, string? description, string key) => xml.Element("criterion", () =>
    {
        xml.Text("id", NameBasedGuid.Of($"{path}/{key}"));
        xml.Text("table", criterion.Table switch { Table.Patients => "PATIENTS", Table.Events => "EVENTS", _ => "MEDICATION_ISSUES" });
        xml.Text("displayName", criterion.Table switch { Table.Patients => "Patient Details", Table.Events => "Clinical Codes", _ => "Medication Issues" });
        if (description is not null) xml.Text("description", description);
        xml.Text("negation", negated ? "true" : "false");
        xml.Element("filterAttribute", () =>
        {
            columns.Write(criterion.Table, criterion.Filters, key);
            if (criterion.Table != Table.Patients) columns.UpToSearchDate(criterion.Table, key);
            if (criterion.Order is { } order) Restriction(criterion, order, key);
        });
        if (criterion.Link is { } link) Linked(criterion.Table, link, key);
    });

    private void Restriction(RowCriterion criterion, Pick order, string key) => xml.Element("restriction", () =>
    {
        var (column, shown) = EmisColumns.Date(criterion.Table, DateColumn.Date);
        xml.Element("columnOrder", () =>
        {
            xml.Text("recordCount", "1");
            xml.Element("columns", () =>
            {
                xml.Text("column", column);
                xml.Text("displayName", shown);
                xml.Text("direction", order == Pick.Latest ? "DESC" : "ASC");
            });
        });
        if (!criterion.KeptTest.IsEmpty) xml.Element("testAttribute", () => columns.Write(criterion.Table, criterion.KeptTest, key + "/kept"));
    });

    /// <summary>The range is that of the child's date seen from the parent's; its values carry no relation, as in exports.</summary>
    private void Linked(Table table, RowLink link, string key) => xml.Element("linkedCriterion", () =>
    {
        var (parent, parentShown) = EmisColumns.Date(table, link.ParentDate);
        var (child, childShown) = EmisColumns.Date(link.Child.Table, link.ChildDate);
        xml.Element("relationship", () =>
        {
            xml.Text("parentColumn", parent);
            xml.Text("parentColumnDisplayName", parentShown);
            xml.Text("childColumn", child);
            xml.Text("childColumnDisplayName", childShown);
            xml.Element("rangeValue", () => EmisRanges.Offsets(xml, link.Range));
        });
        Criterion(link.Child, link.ChildNegated, null, key + "/linked");
    });
}
