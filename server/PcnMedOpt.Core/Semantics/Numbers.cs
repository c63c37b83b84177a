using System.Globalization;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>Numbers of the language as decimals: at most 15 digits, so that arithmetic on them is exact.</summary>
public static class Numbers
{
    public const int MostDigits = 15;

    public static decimal? Of(Token? number) =>
        number?.Kind == TokenKind.Number && number.Length <= MostDigits + 1
        && decimal.TryParse(number.Chars, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int? Whole(Token? number) =>
        number?.Kind == TokenKind.Number && int.TryParse(number.Chars, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static decimal? Signed(QuantitySyntax? quantity) =>
        quantity is null ? null : Of(quantity.Number) is { } value ? quantity.Minus is null ? value : -value : null;

    public static DateOnly? Date(Token? date) =>
        date is not null && DateOnly.TryParseExact(
            date.Text.Replace('–', '-').Replace('−', '-').Replace('—', '-'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Shown(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Shown(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
