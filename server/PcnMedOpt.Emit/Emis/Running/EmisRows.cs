using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Running;

/// <summary>Which rows of a patient a criterion leaves.</summary>
internal sealed class EmisRows(DateOnly baseline, Func<EmisSetValue, long, bool> stands)
{
    /// <param name="criterion">The criterion.</param>
    /// <param name="patient">Whose rows.</param>
    /// <param name="isInRange">Of a child: its row is at the right distance from the parent's.</param>
    public IEnumerable<EmisRow> Of(EmisCriterion criterion, PatientRecord patient, Func<EmisRow, bool> isInRange)
    {
        var rows = Source(criterion, patient).Where(r => criterion.Filter.Columns.All(c => Holds(c, r, patient)) && isInRange(r));
        if (criterion.Filter.Restriction is { } restriction)
        {
            if (restriction.IsLimit) rows = (restriction.Latest ? rows.OrderByDescending(r => r.Date) : rows.OrderBy(r => r.Date)).Take(restriction.Count);
            rows = rows.Where(r => restriction.Test.All(c => Holds(c, r, patient)));
        }
        return criterion.Link is { } link ? rows.Where(r => IsLinked(link, r, patient)) : rows;
    }

    /// <summary>The rows of the table, or of the criteria that this one is based on: of a linked one those of its last child.</summary>
    private IEnumerable<EmisRow> Source(EmisCriterion criterion, PatientRecord patient) => criterion.BaseGroups.IsEmpty
        ? EmisRow.Of(criterion.Table, patient, baseline)
        : criterion.BaseGroups.SelectMany(g => g.Members).SelectMany(m => m is EmisCriterionMember { Criterion: var inner } ? Ends(inner, patient, _ => true) : throw new InvalidDataException("A criterion is based on a population.")).Distinct();

    private IEnumerable<EmisRow> Ends(EmisCriterion criterion, PatientRecord patient, Func<EmisRow, bool> isInRange)
    {
        if (criterion.Link is not { Child.Negated: false } link) return Of(criterion, patient, isInRange);
        return Of(criterion with { Link = null }, patient, isInRange).SelectMany(parent => Ends(link.Child, patient, r => IsInLink(link, parent, r, patient)));
    }

    private bool IsLinked(EmisLink link, EmisRow parent, PatientRecord patient) =>
        DateOf(link.ParentColumn, parent, patient) is not null && Of(link.Child, patient, r => IsInLink(link, parent, r, patient)).Any() != link.Child.Negated;

    private bool IsInLink(EmisLink link, EmisRow parent, EmisRow child, PatientRecord patient) =>
        DateOf(link.ParentColumn, parent, patient) is { } from && DateOf(link.ChildColumn, child, patient) is { } to
        && (link.Range is { } range ? EmisRangeTests.IsIn(range, to, from) : to == from);

    /// <summary>The date of a row under a column's name.</summary>
    private DateOnly? DateOf(string column, EmisRow row, PatientRecord patient) => column switch
    {
        "DOB" => patient.Born,
        "GMS_DATE_OF_REGISTRATION" => patient.RegistrationOn(baseline)?.Since,
        "DATE" or "ISSUE_DATE" => row.Date,
        _ => throw new InvalidDataException($"The column {column} is not run."),
    };

    private bool Holds(EmisColumn column, EmisRow row, PatientRecord patient) => IsInColumn(column, row, patient) != column.NotIn;

    private bool IsInColumn(EmisColumn column, EmisRow row, PatientRecord patient)
    {
        if (column.Absent is { } absent) throw new InvalidDataException($"The column {column.Name} holds {absent}, which is not run.");
        return column.Name switch
        {
            "READCODE" or "DRUGCODE" or "CODE" => column.Sets.Any(s => s.Values.Any(v => Stands(v, row.Code)) != s.AllExcept),
            "EPISODE" => column.Sets.Any(s => s.Values.Any(v => IsEpisode(v.Value, row.Episode)) != s.AllExcept),
            "NUMERIC_VALUE" => row.Number is { } number && EmisRangeTests.IsIn(RangeOf(column), number),
            "AGE" => EmisRangeTests.IsAge(RangeOf(column), patient.Born, baseline),
            "AGE_AT_EVENT" => EmisRangeTests.IsAge(RangeOf(column), patient.Born, row.Date),
            var name => DateOf(name, row, patient) is { } date && EmisRangeTests.IsIn(RangeOf(column), date, baseline),
        };
    }

    private bool Stands(EmisSetValue value, long code) => stands(value, code) && !value.Exceptions.Any(e => stands(e, code));

    private static EmisRange RangeOf(EmisColumn column) => column.Range ?? throw new InvalidDataException($"The column {column.Name} holds no range, and is not run.");

    private static bool IsEpisode(string value, Episode episode) =>
        string.Equals(value == "NONE" ? nameof(Episode.Unmarked) : value, episode.ToString(), StringComparison.OrdinalIgnoreCase);
}
