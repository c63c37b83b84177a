using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>Rows as the bytes of the extract's files. What stands often (dates, codes, units) is made once.</summary>
internal sealed class ExtractText
{
    private const int LongestRow = 128;
    private const int DateLength = 10;

    private readonly byte[] dates;
    private readonly int firstDate;
    private readonly byte[][] codes;
    private readonly byte[][] units;
    private readonly byte[][] practices;

    public ExtractText(Plan plan)
    {
        firstDate = plan.On.AddYears(-130).DayNumber;
        dates = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(firstDate, plan.On.DayNumber - firstDate + 1).Select(Date)));
        codes = [.. plan.Codes.Select(c => Encoding.ASCII.GetBytes(c.ToString(CultureInfo.InvariantCulture)))];
        units = [.. plan.Units.Select(Encoding.UTF8.GetBytes)];
        practices = [.. plan.Parameters.Practices.Select(p => Encoding.UTF8.GetBytes(p.Name))];
    }

    public void Patient(ByteBuffer to, int patient, PatientRows rows)
    {
        to.Reserve(LongestRow + practices[rows.Practice].Length);
        to.Number(patient);
        to.Add((byte)',');
        if (TestNhsNumbers.LastSeven(patient) is { } seven)
        {
            to.Add("999"u8);
            to.Digits(seven, 7);
        }
        to.Add((byte)',');
        to.Add(practices[rows.Practice]);
        to.Add((byte)',');
        Day(to, rows.Born);
        to.Add((byte)',');
        Day(to, rows.Died);
        to.Add((byte)',');
        to.Add(rows.Sex switch { Sex.Female => "female"u8, Sex.Male => "male"u8, Sex.Indeterminate => "indeterminate"u8, _ => "unknown"u8 });
        to.Add((byte)',');
        Day(to, rows.Since);
        to.Add((byte)',');
        Day(to, rows.Until);
        to.Add((byte)'\n');
    }

    public void Events(ByteBuffer to, int patient, PatientRows rows)
    {
        foreach (ref readonly var row in rows.Events)
        {
            to.Reserve(LongestRow);
            to.Number(patient);
            to.Add((byte)',');
            Day(to, row.Day);
            to.Add((byte)',');
            to.Add(codes[row.Code]);
            to.Add((byte)',');
            if (row.Form == ValueForm.Below) to.Add((byte)'<');
            if (row.Form == ValueForm.Above) to.Add((byte)'>');
            if (row.Form != ValueForm.Empty) to.Decimal(row.Value, row.Decimals);
            to.Add((byte)',');
            to.Add(units[row.Unit]);
            to.Add((byte)',');
            if (row.Episode == Episode.First) to.Add("first"u8);
            to.Add((byte)'\n');
        }
    }

    public void Medications(ByteBuffer to, int patient, PatientRows rows)
    {
        foreach (ref readonly var row in rows.Medications)
        {
            to.Reserve(LongestRow);
            to.Number(patient);
            to.Add(row.IsRepeat ? ",repeat,"u8 : ",issue,"u8);
            Day(to, row.Day);
            to.Add((byte)',');
            Day(to, row.Until);
            to.Add((byte)',');
            to.Add(codes[row.Code]);
            to.Add(",\n"u8);
        }
    }

    private void Day(ByteBuffer to, int day)
    {
        if (day != 0) to.Add(dates.AsSpan((day - firstDate) * DateLength, DateLength));
    }

    private static string Date(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
