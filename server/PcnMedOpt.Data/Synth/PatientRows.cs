using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>What stands in the column "value".</summary>
internal enum ValueForm : byte
{
    Empty,
    Number,
    Below,
    Above,
}

/// <remarks>
/// <c>Day</c>: As <see cref="DateOnly.DayNumber"/>.
/// <c>Code</c>: Its place among the codes of the plan.
/// <c>Value</c>: A whole number of the last decimal.
/// <c>Unit</c>: Its place among the units of the plan; 0 for none.
/// </remarks>
internal readonly record struct EventRow(int Day, short Code, ValueForm Form, byte Decimals, byte Unit, Episode Episode, int Value);

/// <remarks>
/// <c>IsRepeat</c>: An item of the repeat list, and no issue.
/// <c>Until</c>: Zero while it goes on.
/// </remarks>
internal readonly record struct MedicationRow(int Day, int Until, short Code, bool IsRepeat);

/// <summary>One patient while it is made. It is filled anew for each patient, so that its lists are allocated once.</summary>
internal sealed class PatientRows
{
    private EventRow[] events = new EventRow[1024];
    private MedicationRow[] medications = new MedicationRow[512];
    private long[] order = new long[1024];
    private int eventCount;
    private int medicationCount;

    public int Practice { get; set; }
    public Sex Sex { get; set; }
    public int Born { get; set; }

    /// <summary>Zero while alive.</summary>
    public int Died { get; set; }
    public int Since { get; set; }

    /// <summary>Zero while registered.</summary>
    public int Until { get; set; }

    public ReadOnlySpan<EventRow> Events => events.AsSpan(0, eventCount);
    public ReadOnlySpan<MedicationRow> Medications => medications.AsSpan(0, medicationCount);

    public void Clear() => (eventCount, medicationCount) = (0, 0);

    public void Add(in EventRow row)
    {
        if (eventCount == events.Length) Array.Resize(ref events, eventCount * 2);
        events[eventCount++] = row;
    }

    public void Add(in MedicationRow row)
    {
        if (medicationCount == medications.Length) Array.Resize(ref medications, medicationCount * 2);
        medications[medicationCount++] = row;
    }

    /// <summary>By day; those of one day stay in the order in which they were made.</summary>
    public void Sort()
    {
        for (var i = 0; i < eventCount; i++) Place(i, events[i].Day);
        Array.Sort(order, events, 0, eventCount);
        for (var i = 0; i < medicationCount; i++) Place(i, medications[i].Day);
        Array.Sort(order, medications, 0, medicationCount);
    }

    private void Place(int index, int day)
    {
        if (index == order.Length) Array.Resize(ref order, index * 2);
        order[index] = ((long)day << 32) | (uint)index;
    }
}
