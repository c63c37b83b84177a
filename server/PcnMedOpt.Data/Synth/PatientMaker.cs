using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>Makes one patient after the other. The order of the draws is part of what a seed means: who changes it changes every practice.</summary>
internal sealed class PatientMaker(Plan plan, PatientRows rows)
{
    private const int ThreeYears = 1095;
    private const int StartedRecently = 120;
    private const int DaysPerHundredYears = 36_525;
    private const int FindingItsDay = 1024;

    private readonly int[] began = new int[plan.States];
    private readonly int[] usual = new int[plan.TestCount];
    private readonly int today = plan.On.DayNumber;
    private PatientRandom random;
    private States states;
    private int band;

    /// <summary>Nothing is recorded after this day: today, the day of death, or the day of leaving.</summary>
    private int last;

    public void Make(int patient)
    {
        random = new PatientRandom(plan.Seed, patient);
        states = default;
        rows.Clear();
        Array.Fill(usual, int.MinValue);
        MakePerson();
        foreach (var condition in plan.Conditions) Add(condition);
        foreach (var medicine in plan.Medicines) Add(medicine);
        var firstIssue = Math.Max(rows.Born, today - Planner.Days(plan.Parameters.MedicineYears));
        foreach (var course in plan.Courses)
            foreach (var day in Days(course.Frequency, firstIssue)) AddCourse(course, day);
        var firstEvent = Math.Max(rows.Born, today - Planner.Days(plan.Parameters.EventYears));
        foreach (var panel in plan.Panels)
            foreach (var day in Days(panel.Frequency, firstEvent))
                foreach (var test in panel.Tests) AddResult(test, day);
        foreach (var record in plan.Records)
            foreach (var day in Days(record.Frequency, firstEvent)) AddRecord(record, day);
        rows.Sort();
    }

    private void MakePerson()
    {
        var parameters = plan.Parameters;
        rows.Practice = Plan.Choose(plan.PracticeWeights, ref random);
        rows.Sex = parameters.Sexes[Plan.Choose(plan.SexWeights, ref random)].Key;
        band = Plan.Choose(plan.AgeWeights, ref random);
        var next = band + 1 < parameters.Ages.Length ? parameters.Ages[band + 1].From : parameters.Oldest + 1;
        rows.Born = plan.On.AddYears(-parameters.Ages[band].From).DayNumber - random.Below(Planner.Days(next - parameters.Ages[band].From));
        var lived = today - rows.Born;
        var died = random.Chance(parameters.Ages[band].Deaths) ? today - random.Below(Math.Min(lived + 1, ThreeYears)) : 0;
        var left = random.Chance(parameters.Registration.Left) ? today - random.Below(Math.Min(lived + 1, ThreeYears)) : 0;
        var fromBirth = random.Chance(parameters.Registration.FromBirth);
        var registered = random.Below(Math.Min(lived, Planner.Days(parameters.Registration.Years)) + 1);
        rows.Died = died;
        rows.Until = died == 0 ? left : left == 0 || left > died ? died : left;
        rows.Since = fromBirth ? rows.Born : Math.Min(today - registered, rows.Until == 0 ? today : rows.Until);
        last = rows.Until == 0 ? today : rows.Until;
    }

    private void Add(PlannedCondition condition)
    {
        var has = random.Chance(condition.Chance.Of(band, states, rows.Sex));
        if (!has) return;
        var day = Math.Max(rows.Born, today - random.Between(condition.MinimumDays, condition.MaximumDays));
        if (day > last) return;
        if (condition.Codes is not null) AddEvent(day, condition.Codes.Choose(ref random), condition.EndedCodes is null ? Episode.Unmarked : Episode.First);
        if (condition.EndedCodes is not null && random.Chance(condition.Ended))
        {
            AddEvent(day + random.Below(last - day + 1), condition.EndedCodes.Choose(ref random), Episode.Unmarked);
            return;
        }
        states = states.With(condition.State);
        began[condition.State] = day;
        if (condition.Codes is not null)
            foreach (var again in DaysBetween(day, last, condition.Again)) AddEvent(again, condition.Codes.Choose(ref random), Episode.Unmarked);
    }

    private void Add(PlannedMedicine medicine)
    {
        if (!random.Chance(medicine.Chance.Of(band, states, rows.Sex))) return;
        var ago = random.Chance(medicine.Started) ? random.Below(StartedRecently) : random.Between(1, medicine.MaximumDays);
        var day = Math.Max(rows.Born, today - ago);
        if (medicine.After is { } after && states.Has(after)) day = Math.Max(day, began[after]);
        if (day > last) return;
        var code = medicine.Codes.Choose(ref random);
        var stopped = random.Chance(medicine.Stopped) ? day + random.Below(last - day + 1) : 0;
        rows.Add(new MedicationRow(day, stopped, code, IsRepeat: true));
        states = states.With(medicine.State);
        began[medicine.State] = day;
        var end = stopped == 0 ? last : stopped;
        var first = today - Planner.Days(plan.Parameters.MedicineYears);
        for (var issue = day >= first ? day : first + random.Below(medicine.Days); issue <= end; issue += medicine.Days - 3 + random.Below(7))
            rows.Add(new MedicationRow(issue, 0, code, IsRepeat: false));
    }

    private void AddCourse(PlannedCourse course, int day)
    {
        var code = course.Codes.Choose(ref random);
        for (var issues = random.Between(course.Fewest, course.Most); issues > 0 && day <= last; issues--, day += 26 + random.Below(5))
            rows.Add(new MedicationRow(day, 0, code, IsRepeat: false));
    }

    private void AddRecord(PlannedRecord record, int day)
    {
        AddEvent(day, record.Codes.Choose(ref random), Episode.Unmarked);
        foreach (var (codes, share) in record.Also)
            if (random.Chance(share)) AddEvent(day, codes.Choose(ref random), Episode.Unmarked);
    }

    private void AddEvent(int day, short code, Episode episode) => rows.Add(new EventRow(day, code, ValueForm.Empty, 0, 0, episode, 0));

    /// <summary>A result near what is usual for the patient. One draw decides about four things, sixteen bits for each.</summary>
    private void AddResult(PlannedTest test, int day)
    {
        var parameters = test.Parameters;
        var (low, high, outside) = (parameters.Low, parameters.High, parameters.Outside);
        foreach (var given in test.Given)
            if (states.Has(given.State)) (low, high, outside) = (given.Low, given.High, given.Outside);
        if (usual[test.Place] == int.MinValue) usual[test.Place] = low + Bell(high - low);
        var draw = random.Next();
        var value = Math.Max(0, usual[test.Place] + (int)(((high - low) / 4 + 1) * (long)(draw & 0xFFFF) >> 16) - (high - low) / 8);
        if (Share(draw, 16) < outside) value = random.Between(parameters.OutsideLow, parameters.OutsideHigh);
        var code = test.Codes.Choose(ref random);
        if (Share(draw, 32) < parameters.NoNumber)
        {
            AddEvent(day, code, Episode.Unmarked);
            return;
        }
        var form = ValueForm.Number;
        if (parameters.Below is { } below && value < below) (form, value) = (ValueForm.Below, below);
        if (parameters.Above is { } above && value > above) (form, value) = (ValueForm.Above, above);
        var (unit, decimals, unitDraw) = (test.Unit, (byte)parameters.Decimals, Share(draw, 48));
        foreach (var other in test.Units)
            if (unitDraw < other.UpTo)
            {
                (unit, decimals, value) = (other.Unit, other.Decimals, value * other.Times / other.By);
                break;
            }
        rows.Add(new EventRow(day, code, form, decimals, unit, Episode.Unmarked, value));
    }

    private static int Share(ulong draw, int shift) => (int)((draw >> shift & 0xFFFF) * 10_000 >> 16);

    /// <summary>The mean of four draws: mostly in the middle.</summary>
    private int Bell(int width)
    {
        var draw = random.Next();
        var sum = (draw & 0xFFFF) + (draw >> 16 & 0xFFFF) + (draw >> 32 & 0xFFFF) + (draw >> 48);
        return (int)((ulong)(width + 1) * sum >> 18);
    }

    private readonly List<int> days = [];

    /// <summary>The days of something that happens at a frequency; what the patient has adds to it from the day on which it began.</summary>
    private List<int> Days(PlannedFrequency frequency, int first)
    {
        days.Clear();
        var never = random.Chance(frequency.Never);
        if (never || states.HasAny(frequency.Unless)) return days;
        AddDays(first, last, frequency.ByAge[band]);
        foreach (var given in frequency.Given)
            if (states.Has(given.State)) AddDays(Math.Max(first, began[given.State]), last, given.Share);
        return days;
    }

    private List<int> DaysBetween(int first, int end, int perHundredYears)
    {
        days.Clear();
        AddDays(first, end, perHundredYears);
        return days;
    }

    /// <summary>One day in each of as many equal stretches as it happens times, so that intervals are uneven and nobody has none for long.</summary>
    private void AddDays(int first, int end, int perHundredYears)
    {
        if (perHundredYears == 0 || end <= first) return;
        var expected = (long)(end - first) * perHundredYears;
        var times = (int)(expected / DaysPerHundredYears) + (random.Below(DaysPerHundredYears) < expected % DaysPerHundredYears ? 1 : 0);
        if (times == 0) return;
        var stretch = (int)((long)(end - first) * FindingItsDay / times);
        for (var i = 0; i < times; i++) days.Add(first + 1 + (int)(((long)i * stretch + random.Below(stretch)) / FindingItsDay));
    }
}
