using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Syntax;

/// <summary>Strings, text blocks, terms, and the characters that word processors put in the place of ours.</summary>
public static partial class Lexer
{
    private ref partial struct Scan
    {
        private static bool IsDash(char c) => c is '-' or '–' or '−' or '—';

        private TokenKind TextBlock()
        {
            var start = at;
            var close = text.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal);
            at = close < 0 ? text.Length : close + 3;
            if (close < 0)
            {
                while (at > start + 3 && char.IsWhiteSpace(text[at - 1])) at--;
                Report(LexicalFindings.Unclosed, start, "The text that starts here is not closed.", "Close it with three quotation marks: \"\"\".");
            }
            return TokenKind.Text;
        }

        private TokenKind String()
        {
            var start = at;
            var end = LineEnd(at);
            for (var i = at + 1; i < end; i++)
                if (text[i] == '\\' && i + 1 < end) i++;
                else if (text[i] == '"')
                {
                    at = i + 1;
                    return TokenKind.String;
                }
            return EndOpen(start, end, TokenKind.String, "The text that starts here is not closed on its line.", "Close it with a quotation mark.", "\"");
        }

        private TokenKind Term()
        {
            var start = at;
            var end = LineEnd(at);
            var close = text.IndexOf('|', at + 1, end - at - 1);
            if (close < 0) return EndOpen(start, end, TokenKind.Term, "The term that starts here is not closed on its line.", "Close it with a bar: |.", "|");
            at = close + 1;
            return TokenKind.Term;
        }

        /// <summary>An unclosed text reaches to the end of its line, or to a "{" after which only a comment stands.</summary>
        private TokenKind EndOpen(int start, int end, TokenKind kind, string message, string hint, string mark)
        {
            var brace = text.LastIndexOf('{', end - 1, end - start - 1);
            var after = brace < 0 ? "" : text.AsSpan(brace + 1, end - brace - 1).Trim();
            var stop = brace >= 0 && (after.IsEmpty || after.StartsWith("//")) ? brace : end;
            while (stop > start + 1 && char.IsWhiteSpace(text[stop - 1])) stop--;
            at = stop;
            Report(LexicalFindings.Unclosed, start, message, hint, Fix.Keeps("Close it here", new TextEdit(new TextSpan(at, 0), mark)));
            return kind;
        }

        private TokenKind Foreign(char c)
        {
            var start = at;
            if (c is 'µ' or 'μ' || (c == '×' && char.IsAsciiDigit(Ahead(1)))) return UnitRun();
            if (char.IsLetter(c)) return Word();
            if (c is '“' or '”' or '„' or '‘' or '’') return QuotedText(start);
            if (c is '≥' or '≤' or '–' or '−' or '—') return LookAlikeMark(start, c);
            at += char.IsSurrogatePair(c, Ahead(1)) ? 2 : 1;
            Report(LexicalFindings.UnknownCharacter, start, $"The character {Shown(c)} has no meaning here.", "Remove it, or put it into a text in quotation marks.");
            return TokenKind.Unknown;
        }

        private static string Shown(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";

        private TokenKind LookAlikeMark(int start, char c)
        {
            at++;
            LookAlike(start, c switch { '≥' => ">=", '≤' => "<=", _ => "-" });
            return c switch { '≥' => TokenKind.GreaterOrEqual, '≤' => TokenKind.LessOrEqual, _ => TokenKind.Minus };
        }

        /// <summary>A text between typographic quotation marks is that text.</summary>
        private TokenKind QuotedText(int start)
        {
            var end = LineEnd(at);
            var rest = text.AsSpan(at + 1, end - at - 1);
            var close = text[at] is '‘' or '’' ? rest.IndexOfAny('’', '‘') : rest.IndexOfAny('”', '“', '"');
            if (close < 0)
            {
                at++;
                Report(LexicalFindings.LookAlike, start, "This quotation mark is not the one of the language.", "Write texts between straight quotation marks: \"…\".");
                return TokenKind.Unknown;
            }
            at += close + 2;
            LookAlike(start, "\"" + rest[..close].ToString().Replace("\"", "\\\"", StringComparison.Ordinal) + "\"");
            return TokenKind.String;
        }

        private void LookAlike(int start, string form) =>
            Report(
                LexicalFindings.LookAlike,
                start,
                $"'{text[start..at]}' has characters that a word processor makes.",
                $"Write {form}.",
                Fix.Keeps($"Write {form}", new TextEdit(TextSpan.FromBounds(start, at), form)));
    }
}
