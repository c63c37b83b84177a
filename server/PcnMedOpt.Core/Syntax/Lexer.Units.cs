using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Syntax;

/// <summary>Units: written without blanks, told from names by what stands in or before them.</summary>
public static partial class Lexer
{
    private ref partial struct Scan
    {
        private static bool IsSuperscript(char c) => c is '⁰' or '¹' or '²' or '³' or (>= '⁴' and <= '⁹') or '⁻';

        /// <summary>A bracket that holds something without blanks and closes: part of a unit.</summary>
        private readonly bool OpensUnit(char open, char close, int from = 0)
        {
            if (Ahead(from) != open) return false;
            for (var i = at + from + 1; i < text.Length; i++)
            {
                var c = text[i];
                if (c == close) return i > at + from + 1;
                if (char.IsWhiteSpace(c) || c is '"' or '|' or '{' or '[' or '\uFEFF') return false;
            }
            return false;
        }

        private readonly bool StartsAtom(int by) =>
            char.IsAsciiLetter(Ahead(by)) || Ahead(by) is 'µ' or 'μ' || (Ahead(by) == '1' && char.IsAsciiDigit(Ahead(by + 1))) || (Ahead(by) == '1' && Ahead(by + 1) == '.')
            || OpensUnit('[', ']', by) || OpensUnit('{', '}', by);

        /// <summary>Directly behind a word: what makes it a unit such as mL/min, mm[Hg], kg/m², x10^9/L.</summary>
        private readonly bool ContinuesAsUnit() => Ahead(0) switch
        {
            '/' => Ahead(1) is not ('/' or '*') && StartsAtom(1),
            '*' or '^' => char.IsAsciiLetterOrDigit(Ahead(1)) || Ahead(1) == '-',
            '[' => OpensUnit('[', ']'),
            '{' => previous is TokenKind.Number or TokenKind.UnitWord or TokenKind.InWord && OpensUnit('{', '}'),
            var c => IsSuperscript(c),
        };

        private TokenKind UnitRun()
        {
            var start = at;
            while (at < text.Length)
            {
                var c = text[at];
                if (OpensUnit('[', ']') || OpensUnit('{', '}')) at = text.IndexOf(c == '[' ? ']' : '}', at) + 1;
                else if (char.IsLetter(c) || char.IsAsciiDigit(c) || c is '*' or '^' or '_' or 'µ' or 'μ' or '×' || IsSuperscript(c)) at++;
                else if (c is '/' or '.' && at > start && StartsAtomOrNumber()) at++;
                else if (c is '/' && at == start) at++;
                else if (c is '-' && text[at - 1] is '*' or '^' && char.IsAsciiDigit(Ahead(1))) at++;
                else break;
            }
            return KnownUnit(start);
        }

        private readonly bool StartsAtomOrNumber() => StartsAtom(1) || char.IsAsciiDigit(Ahead(1));

        private TokenKind KnownUnit(int start)
        {
            var typed = text[start..at];
            if (Ucum.IsUnit(typed) && !UnitSpellings.HasCaretPower(typed)) return TokenKind.Unit;
            if (UnitSpellings.Suggest(typed) is { } form)
                Report(
                    LexicalFindings.UnitSpelling,
                    start,
                    $"'{typed}' is not how UCUM writes this unit.",
                    $"Write {form}.",
                    Fix.Keeps($"Write {form}", new TextEdit(TextSpan.FromBounds(start, at), form)));
            else Report(LexicalFindings.UnknownUnit, start, $"The unit '{typed}' is not known.", "Write it as UCUM does, such as 10*9/L, mL/min or umol/L.");
            return TokenKind.Unit;
        }

        /// <summary>A word directly after a number, or after the word unit, is a unit when UCUM or the table of spellings knows it.</summary>
        private TokenKind UnitOrWord(int start, TokenKind kind)
        {
            var typed = text[start..at];
            return Ucum.IsUnit(typed) || UnitSpellings.Suggest(typed) is not null ? KnownUnit(start) : kind;
        }
    }
}
