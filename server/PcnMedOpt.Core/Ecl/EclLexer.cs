namespace PcnMedOpt.Core.Ecl;

/// <summary>The tokens of an expression, from the first to the end, or what is wrong with one.</summary>
internal sealed record EclTokens(EclToken First, EclFault? Fault);

/// <summary>
/// Cuts an expression into tokens: longest match. What a token is does not depend on what stands before it, but for three words that the grammar lets
/// touch the next: the letter of a filter, <c>R</c> and <c>memberOf</c>.
/// </summary>
internal static partial class EclLexer
{
    public static EclTokens Lex(string text)
    {
        var scan = new Scan(text);
        var first = scan.Run();
        return new EclTokens(first, scan.Fault);
    }

    private ref partial struct Scan(string text)
    {
        private int at;
        private EclTokenKind previous = EclTokenKind.End;

        /// <summary>Where the first part of a word ends that is two tokens; 0 where there is none.</summary>
        private int split;

        public EclFault? Fault { get; private set; }

        public EclToken Run()
        {
            var first = Take();
            for (var last = first; last.Kind != EclTokenKind.End && Fault is null;)
            {
                previous = last.Kind;
                var token = Take();
                last.LinkTo(token);
                last = token;
            }
            return first;
        }

        private EclToken Take()
        {
            var before = at;
            SkipBlanks();
            var start = at;
            var kind = at >= text.Length || Fault is not null ? EclTokenKind.End : Kind();
            return new EclToken(text, kind, start, at - start, start > before || start == 0);
        }

        private readonly char Ahead(int by) => at + by < text.Length ? text[at + by] : '\0';

        private readonly bool Stands(string sign) => text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal);

        private EclTokenKind Refuse(int start, string message)
        {
            Fault ??= new EclFault(start, message);
            at = text.Length;
            return EclTokenKind.End;
        }

        private void SkipBlanks()
        {
            while (at < text.Length)
            {
                if (text[at] is ' ' or '\t' or '\r' or '\n') at++;
                else if (text[at] == '/' && Ahead(1) == '*')
                {
                    var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                    if (end < 0)
                    {
                        Refuse(at, "This comment is not closed: write '*/' where it ends.");
                        return;
                    }
                    at = end + 2;
                }
                else return;
            }
        }

        private EclTokenKind Kind()
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                while (char.IsAsciiDigit(Ahead(0))) at++;
                return EclTokenKind.Number;
            }
            if (char.IsAsciiLetter(c)) return Word();
            return c switch
            {
                '"' => Quoted(),
                '|' => Term(),
                '#' => Value(),
                _ => Sign(),
            };
        }

        private EclTokenKind Sign()
        {
            foreach (var (sign, kind) in EclSigns.All)
            {
                if (!Stands(sign)) continue;
                at += sign.Length;
                return kind;
            }
            return Refuse(at, EclSigns.NotUnderstood(text, at));
        }

        private EclTokenKind Quoted()
        {
            var start = at++;
            while (at < text.Length && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
            if (at >= text.Length) return Refuse(start, "This quotation mark is not closed: write '\"' where the text ends.");
            at++;
            return EclTokenKind.Quoted;
        }

        private EclTokenKind Value()
        {
            var start = at++;
            if (Ahead(0) is '+' or '-') at++;
            var digits = at;
            while (char.IsAsciiDigit(Ahead(0))) at++;
            if (at == digits) return Refuse(start, "After '#' comes a number, such as #5 or #2.5.");
            if (at > digits + 1 && text[digits] == '0') return Refuse(start, "A number does not begin with 0, unless a point follows it: write #0.5 or #5.");
            if (Ahead(0) == '.' && char.IsAsciiDigit(Ahead(1)))
            {
                at++;
                while (char.IsAsciiDigit(Ahead(0))) at++;
            }
            return at - digits > 28 ? Refuse(start, "This number has more than 28 digits.") : EclTokenKind.Value;
        }
    }
}
