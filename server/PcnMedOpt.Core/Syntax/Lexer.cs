using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Syntax;

/// <summary>The tokens of one slice, from the first to the end, and what was wrong with single ones.</summary>
public sealed record LexedText(string Text, Token First, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Something was open at the end, so that what is missing after it is no second mistake.</summary>
    public bool EndsOpen => Findings.Any(f => f.Kind == LexicalFindings.Unclosed);

    public IEnumerable<Token> Tokens
    {
        get
        {
            var token = First;
            for (; token.Kind != TokenKind.End; token = token.Next) yield return token;
            yield return token;
        }
    }
}

/// <summary>
/// Cuts the text of a slice into tokens (docs/tokens.ebnf): longest match, never failing. What Word and Excel paste is read as what it
/// stands for, with a finding that offers the right form.
/// </summary>
public static partial class Lexer
{
    public static LexedText Lex(string text)
    {
        var scan = new Scan(text);
        return new LexedText(text, scan.Run(), scan.Findings ?? []);
    }

    private ref partial struct Scan(string text)
    {
        private int at;
        private TokenKind previous = TokenKind.End;

        public List<Diagnostic>? Findings { get; private set; }

        public Token Run()
        {
            SkipTrivia();
            var first = Take();
            var last = first;
            while (last.Kind != TokenKind.End)
            {
                previous = last.Kind;
                SkipTrivia();
                var token = Take();
                last.LinkTo(token);
                last = token;
            }
            return first;
        }

        private Token Take()
        {
            var start = at;
            var kind = at >= text.Length ? TokenKind.End : Scan1();
            return new Token(text, kind, start, at - start);
        }

        private readonly char Ahead(int by) => at + by < text.Length ? text[at + by] : '\0';

        private void Report(DiagnosticKind kind, int start, string message, string hint, params Fix[] fixes) =>
            (Findings ??= []).Add(kind.At(TextSpan.FromBounds(start, at), message, hint, fixes));

        private void SkipTrivia()
        {
            while (at < text.Length)
            {
                var c = text[at];
                if (c is ' ' or '\n' or '\r' or '\t' or '\u00A0' || (c == '\uFEFF' && at == 0)) at++;
                else if (c == '/' && Ahead(1) == '/') at = LineEnd(at);
                else if (c == '/' && Ahead(1) == '*') SkipBlockComment();
                else return;
            }
        }

        private void SkipBlockComment()
        {
            var start = at;
            var close = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            at = close < 0 ? text.Length : close + 2;
            if (close < 0) Report(LexicalFindings.Unclosed, start, "The comment that starts here is not closed.", "Close it with */.");
        }

        private readonly int LineEnd(int from)
        {
            var length = text.AsSpan(from).IndexOfAny('\r', '\n');
            return length < 0 ? text.Length : from + length;
        }

        private TokenKind Scan1()
        {
            var c = text[at];
            if (char.IsAsciiLetter(c) || c == '_') return Word();
            if (char.IsAsciiDigit(c)) return Number();
            return c switch
            {
                '"' => text.AsSpan(at).StartsWith("\"\"\"") ? TextBlock() : String(),
                '|' => Term(),
                '{' => OpenBrace(),
                '[' => OpensUnit('[', ']') ? UnitRun() : Mark(TokenKind.OpenBracket),
                '/' => StartsAtom(1) ? UnitRun() : Mark(TokenKind.Slash),
                '<' => Ahead(1) == '<' ? Mark(TokenKind.ShiftLeft, 2) : Ahead(1) == '=' ? Mark(TokenKind.LessOrEqual, 2) : Mark(TokenKind.Less),
                '>' => Ahead(1) == '=' ? Mark(TokenKind.GreaterOrEqual, 2) : Mark(TokenKind.Greater),
                '-' => Ahead(1) == '>' ? Mark(TokenKind.Arrow, 2) : Mark(TokenKind.Minus),
                '=' => Mark(TokenKind.Equal),
                '^' => Mark(TokenKind.Caret),
                '}' => Mark(TokenKind.CloseBrace),
                '(' => Mark(TokenKind.OpenParen),
                ')' => Mark(TokenKind.CloseParen),
                ']' => Mark(TokenKind.CloseBracket),
                ',' => Mark(TokenKind.Comma),
                ':' => Mark(TokenKind.Colon),
                '.' => Mark(TokenKind.Dot),
                '%' => Mark(TokenKind.Percent),
                _ => Foreign(c),
            };
        }

        private TokenKind Mark(TokenKind kind, int length = 1)
        {
            at += length;
            return kind;
        }

        private TokenKind OpenBrace() =>
            previous is TokenKind.Number or TokenKind.UnitWord or TokenKind.InWord && OpensUnit('{', '}') ? UnitRun() : Mark(TokenKind.OpenBrace);

        private TokenKind Word()
        {
            var start = at;
            var lower = char.IsAsciiLetterLower(text[at]);
            for (; at < text.Length; at++)
                if (text[at] is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                {
                    if (!char.IsLetter(text[at])) break;
                    lower = false;
                }
            if (ContinuesAsUnit())
            {
                at = start;
                return UnitRun();
            }
            var kind = lower ? TokenText.WordKind(text.AsSpan(start, at - start)) : TokenKind.CasedWord;
            return previous is TokenKind.Number or TokenKind.UnitWord && kind is TokenKind.Name or TokenKind.CasedWord ? UnitOrWord(start, kind) : kind;
        }

        private TokenKind Number()
        {
            var start = at;
            Digits();
            if (at - start == 4 && DateFollows()) return Date(start);
            if (at - start == 2 && text[start] == '1' && text[start + 1] == '0' && at < text.Length && (text[at] is '*' or '^' || IsSuperscript(text[at])))
            {
                at = start;
                return UnitRun();
            }
            var groups = 1;
            while (Ahead(0) == '.' && char.IsAsciiDigit(Ahead(1)))
            {
                at++;
                Digits();
                groups++;
            }
            if (groups <= 2 && DamageFollows()) return TokenKind.Damaged;
            return groups > 2 ? TokenKind.Dotted : TokenKind.Number;
        }

        private void Digits()
        {
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }

        /// <summary>An exponent, as a spreadsheet shows a long identifier: 1.02E+15.</summary>
        private bool DamageFollows()
        {
            var ahead = Ahead(0) == '.' ? 1 : 0;
            if (Ahead(ahead) is not ('e' or 'E')) return false;
            var digits = ahead + (Ahead(ahead + 1) is '+' or '-' ? 2 : 1);
            if (!char.IsAsciiDigit(Ahead(digits))) return false;
            at += digits;
            Digits();
            return true;
        }

        private readonly bool DateFollows() =>
            IsDash(Ahead(0)) && char.IsAsciiDigit(Ahead(1)) && char.IsAsciiDigit(Ahead(2))
            && IsDash(Ahead(3)) && char.IsAsciiDigit(Ahead(4)) && char.IsAsciiDigit(Ahead(5)) && !char.IsAsciiDigit(Ahead(6));

        private TokenKind Date(int start)
        {
            at += 6;
            var typed = text[start..at];
            var form = typed.Replace('–', '-').Replace('−', '-').Replace('—', '-');
            if (form != typed) LookAlike(start, form);
            if (!DateOnly.TryParseExact(form, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                Report(LexicalFindings.NotADate, start, $"There is no day {form}.", "Dates are year, month, day: 2026-11-20.");
            return TokenKind.Date;
        }
    }
}
