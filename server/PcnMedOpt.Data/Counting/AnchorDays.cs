using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>The days that an anchor gives: of the registration, of the record that a measure is at, or of other records.</summary>
internal sealed class AnchorDays
{
    private readonly BlockEvaluator evaluator;
    private readonly Anchor anchor;
    private readonly RowTable? table;
    private readonly RowFilter? filter;

    /// <summary>What was found last: rows of a patient are asked about one after the other.</summary>
    private (int Patient, int It, List<int> Days) last = (-1, -1, []);

    public AnchorDays(BlockEvaluator evaluator, Anchor anchor)
    {
        (this.evaluator, this.anchor) = (evaluator, anchor);
        if (anchor is not RecordAnchor record) return;
        table = evaluator.Rows(record.Sets, record.How);
        filter = new RowFilter(evaluator, record.Filters, record.Sets);
    }

    /// <summary>So many patients will be asked for.</summary>
    public void Expect(int patients)
    {
        table?.Expect(patients);
        filter?.Expect(patients);
    }

    public List<int> Of(int patient, int it)
    {
        if (last.Patient != patient || last.It != it) last = (patient, it, Find(patient, it));
        return last.Days;
    }

    public bool Any(Window window, int day, int patient, int it)
    {
        foreach (var point in Of(patient, it))
            if (window is RelativeToAnchor relative ? DayRange.Of(relative.Preposition, point).Contains(day) : Clock.Contains((WithinOfAnchor)window, Day.Date(day), Day.Date(point))) return true;
        return false;
    }

    private List<int> Find(int patient, int it)
    {
        switch (anchor)
        {
            case RegistrationAnchor: return evaluator.RegisteredSince(patient) is { } since ? [since] : [];
            case ItAnchor: return it < 0 ? [] : [it];
        }
        if (table is null || filter is null) return [];
        var days = new List<int>();
        foreach (ref readonly var row in table.Of(patient))
            if (filter.Fits(row, patient, it) && (days.Count == 0 || days[^1] != row.Day)) days.Add(row.Day);
        return (((RecordAnchor)anchor).Pick, days) switch
        {
            (Pick.Latest, [.., var day]) => [day],
            (Pick.Earliest, [var day, ..]) => [day],
            _ => days,
        };
    }
}
