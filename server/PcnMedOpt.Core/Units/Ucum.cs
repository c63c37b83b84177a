using System.Collections.Concurrent;
using System.Globalization;

namespace PcnMedOpt.Core.Units;

/// <summary>
/// Reads UCUM unit expressions (case sensitive): atoms with prefixes, exponents, braces, joined by "." and "/".
/// Written without blanks. What it does not know it refuses: a unit is never guessed.
/// </summary>
public static class Ucum
{
    private const int Longest = 80;
    private static readonly ConcurrentDictionary<string, Unit?> Known = new(StringComparer.Ordinal);

    /// <summary>The unit, or null when the text is not one that is known here.</summary>
    public static Unit? Find(string text) =>
        text.Length is 0 or > Longest ? null : Known.GetOrAdd(text, static t => new Reader(t).Read());

    public static bool IsUnit(string text) => Find(text) is not null;

    private ref struct Reader(string text)
    {
        private int at;
        private Ratio size = Ratio.One;
        private readonly SortedDictionary<char, int> dimensions = [];
        private string annotation = "";

        public Unit? Read()
        {
            var inverse = Take('/');
            do
            {
                if (!Factor(inverse)) return null;
                if (at == text.Length) return new Unit(text, size, Printed(), annotation);
                inverse = text[at] == '/';
            }
            while (Take('/') || Take('.'));
            return null;
        }

        private readonly string Printed() =>
            string.Concat(dimensions.Where(d => d.Value != 0).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key}{d.Value}")));

        private bool Factor(bool inverse)
        {
            var start = at;
            if (at < text.Length && text[at] != '{' && !Atom(inverse)) return false;
            return Braces() && at > start;
        }

        private bool Atom(bool inverse)
        {
            var symbol = Symbol();
            if (symbol.Length == 0 || Resolve(symbol) is not (var atom, var prefix)) return false;
            var power = Exponent();
            if (power is null) return false;
            var signed = inverse ? -power.Value : power.Value;
            var once = new Ratio(atom.Numerator, atom.Denominator) * Ratio.PowerOfTen(atom.Exponent + prefix);
            for (var i = 0; i < Math.Abs(signed); i++) size = signed > 0 ? size * once : size / once;
            for (var i = 0; i < atom.Dimensions.Length;)
            {
                var name = atom.Dimensions[i++];
                var sign = atom.Dimensions[i] == '-' ? -1 : 1;
                if (sign < 0) i++;
                dimensions[name] = dimensions.GetValueOrDefault(name) + sign * (atom.Dimensions[i++] - '0') * signed;
            }
            return true;
        }

        /// <summary>Letters, "%", or "10*" / "10^", with what stands in square brackets: <c>m[Hg]</c>, <c>[iU]</c>.</summary>
        private string Symbol()
        {
            var start = at;
            if (text.AsSpan(at).StartsWith("10*") || text.AsSpan(at).StartsWith("10^")) return text.Substring(start, (at += 3) - start);
            if (Take('%')) return "%";
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (Take('['))
            {
                var close = text.IndexOf(']', at);
                if (close < 0) return "";
                at = close + 1;
            }
            return text[start..at];
        }

        private static (UnitAtom Atom, int Prefix)? Resolve(string symbol)
        {
            if (UnitAtoms.All.TryGetValue(symbol, out var atom)) return (atom, 0);
            for (var length = 1; length <= 2 && length < symbol.Length; length++)
                if (UnitAtoms.Prefixes.TryGetValue(symbol[..length], out var prefix)
                    && UnitAtoms.All.TryGetValue(symbol[length..], out atom) && atom.Metric) return (atom, prefix);
            return null;
        }

        /// <summary>One or two digits with a sign, or nothing, which is 1.</summary>
        private int? Exponent()
        {
            var start = at;
            if (at < text.Length && text[at] is '+' or '-') at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == start) return 1;
            return int.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
                && Math.Abs(power) is > 0 and <= 24 ? power : null;
        }

        private bool Braces()
        {
            if (!Take('{')) return true;
            var close = text.IndexOf('}', at);
            if (close <= at) return false;
            var inside = text[at..close];
            if (inside.Contains('{', StringComparison.Ordinal) || annotation.Length > 0) return false;
            annotation = inside;
            at = close + 1;
            return true;
        }

        private bool Take(char mark)
        {
            if (at >= text.Length || text[at] != mark) return false;
            at++;
            return true;
        }
    }
}
