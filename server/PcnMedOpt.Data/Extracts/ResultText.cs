using System.Text;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Data.Extracts;

/// <summary>A result as its row has it: the value, a zero byte, the unit. The value may begin with a comparator: <c>&lt;5</c>.</summary>
internal static class ResultText
{
    public static ResultValue Read(ReadOnlySpan<byte> text)
    {
        var value = ValueOf(text);
        var unit = UnitOf(text);
        var (comparator, length) = value switch
        {
            [(byte)'<', (byte)'=', ..] => (Comparison.AtMost, 2),
            [(byte)'>', (byte)'=', ..] => (Comparison.AtLeast, 2),
            [(byte)'<', ..] => (Comparison.LessThan, 1),
            [(byte)'>', ..] => (Comparison.MoreThan, 1),
            _ => ((Comparison?)null, 0),
        };
        var number = Fields.Number(value[length..].Trim((byte)' '));
        return new ResultValue(number is null ? null : comparator, number, unit.IsEmpty ? null : Encoding.UTF8.GetString(unit));
    }

    /// <summary>What is wrong with it, each with what stands there.</summary>
    public static List<(Fault Fault, byte[] Text)> Faults(ReadOnlySpan<byte> text)
    {
        var value = ValueOf(text);
        var unit = UnitOf(text);
        var found = new List<(Fault, byte[])>();
        if (Read(text).Number is null) found.Add((Fault.NoNumber, value.ToArray()));
        if (!unit.IsEmpty && UnitSpellings.Read(Encoding.UTF8.GetString(unit)) is null) found.Add((Fault.UnknownUnit, unit.ToArray()));
        return found;
    }

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> text) => text[..text.IndexOf((byte)0)];

    private static ReadOnlySpan<byte> UnitOf(ReadOnlySpan<byte> text) => text[(text.IndexOf((byte)0) + 1)..];
}
