namespace PcnMedOpt.Core.Ecl;

internal static partial class EclLexer
{
    private ref partial struct Scan
    {
        private EclTokenKind Word()
        {
            var start = at;
            if (split > start)
            {
                at = split;
                return EclTokenKind.Word;
            }
            while (char.IsAsciiLetterOrDigit(Ahead(0)) || Ahead(0) == '-') at++;
            if (Ahead(0) == '#' && IsCode(Ahead(1)))
            {
                at++;
                while (IsCode(Ahead(0))) at++;
                return EclTokenKind.Alternate;
            }
            while (char.IsAsciiLetterOrDigit(Ahead(0)) || Ahead(0) is '-' or '_') at++;
            var word = text.AsSpan(start, at - start);
            var first = EclWords.TouchesNext(word, previous == EclTokenKind.OpenFilter);
            if (first > 0)
            {
                split = at;
                at = start + first;
                word = word[..first];
            }
            if (!EclWords.Kinds.TryGetValue(word, out var kind)) return EclTokenKind.Word;
            var isOperator = kind is >= EclTokenKind.Less and <= EclTokenKind.Bottom;
            return isOperator && at < text.Length && !IsBlank() ? Refuse(at, $"Write a blank after '{word}'.") : kind;
        }

        private readonly bool IsBlank() => Ahead(0) is ' ' or '\t' or '\r' or '\n' || (Ahead(0) == '/' && Ahead(1) == '*');

        private static bool IsCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_';

        /// <summary>
        /// A term between bars. Where the bars of the expression do not come in pairs, the one that is open is probably the first whose term holds an
        /// identifier.
        /// </summary>
        private EclTokenKind Term()
        {
            var start = at++;
            var end = text.IndexOf('|', at);
            if (end < 0) return Refuse(OpenBar(start), "A '|' is not closed: a term stands between two of them, as in 195967001 |Asthma|.");
            var term = text.AsSpan(at, end - at).Trim(" \t\r\n");
            at = end + 1;
            if (term.IsEmpty) return Refuse(start, "There is no term between these bars: write one, or remove the bars.");
            if (term.ContainsAny("\t\r\n"))
                return Refuse(OpenBar(start), "A term between bars stays on one line: close it with '|' before the line ends.");
            return EclTokenKind.Term;
        }

        private readonly int OpenBar(int last)
        {
            for (var bar = text.IndexOf('|'); bar >= 0 && bar < last;)
            {
                var end = text.IndexOf('|', bar + 1);
                if (HoldsIdentifier(text.AsSpan(bar, end - bar))) return bar;
                bar = text.IndexOf('|', end + 1);
            }
            return last;
        }

        private static bool HoldsIdentifier(ReadOnlySpan<char> term)
        {
            var digits = 0;
            foreach (var c in term)
            {
                digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
                if (digits == 6) return true;
            }
            return false;
        }
    }
}
