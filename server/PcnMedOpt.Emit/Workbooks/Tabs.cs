using System.Globalization;

namespace PcnMedOpt.Emit.Workbooks;

/// <summary>Names of tabs: unique whatever their case, and no longer than a tab may be.</summary>
/// <param name="taken">Names that the workbook has already.</param>
internal sealed class Tabs(params ReadOnlySpan<string> taken)
{
    private const int Longest = 31;

    private readonly HashSet<string> names = new([.. taken], StringComparer.OrdinalIgnoreCase);

    public string Of(string name)
    {
        var tab = name.Length <= Longest ? name : name[..Longest];
        for (var i = 2; !names.Add(tab); i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"_{i}");
            tab = name[..Math.Min(name.Length, Longest - number.Length)] + number;
        }
        return tab;
    }
}
