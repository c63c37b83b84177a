using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core;

/// <summary>What parameters stand for: as declared, or as medopt.json sets them within their bounds.</summary>
internal sealed class Parameters(Compilation compilation)
{
    public Scope Scope => new(name => compilation.Names.Find(name)?.Facts, Value);

    public static Amount? Parse(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !decimal.TryParse(parts[0], System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)) return null;
        if (parts.Length == 1) return new QuantityAmount(number, Unit.None);
        if (Durations.UnitOf(Syntax.TokenText.WordKind(parts[1])) is { } unit)
            return number == decimal.Truncate(number) && number is >= 0 and <= int.MaxValue ? new DurationAmount(new Duration((int)number, unit)) : null;
        return UnitSpellings.Read(parts[1]) is { } read ? new QuantityAmount(number, read) : null;
    }

    private Amount? Value(string name)
    {
        if (compilation.Names.Find(name)?.Facts.Parameter is not { } parameter) return null;
        if (!compilation.Settings.Parameters.TryGetValue(name, out var setting)) return parameter.Value;
        return Parse(setting.Text) is { } amount && IsAllowed(parameter, amount) ? amount : parameter.Value;
    }

    public static bool IsAllowed(ParameterDefinition parameter, Amount amount) =>
        parameter.Low is { } low && parameter.High is { } high && amount.IsLike(low) && amount.IsLike(high) && amount.CompareTo(low) >= 0 && amount.CompareTo(high) <= 0;
}
