using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Signatures;

/// <summary>How far the words before the cursor go along a form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Part">The part that comes next, or is being written; -1 where a word comes next.</param>
/// <param name="Words">How many words of the form stand there.</param>
internal sealed record FormMatch(Form Form, int Part, int Words)
{
    /// <summary>Null where the tokens are not the beginning of the form, or more than all of it.</summary>
    public static FormMatch? Of(Form form, IReadOnlyList<Token> tokens)
    {
        var at = 0;
        var words = 0;
        var part = -1;
        foreach (var element in form.Elements)
        {
            if (element.Part is null)
            {
                if (element.Word is "{" or "…") return null;
                if (at == tokens.Count) return new FormMatch(form, part + 1 < form.Parts.Length && words == 0 ? part : -1, words);
                if (!tokens[at].Chars.SequenceEqual(element.Word)) return null;
                at++;
                words++;
                continue;
            }
            part++;
            if (at == tokens.Count) return new FormMatch(form, part, words);
            var length = Length(element.Part.Kind, tokens, at);
            if (length == 0)
            {
                if (element.IsOptional) continue;
                return null;
            }
            at += length;
            if (at == tokens.Count && IsOpen(element.Part.Kind, tokens[^1])) return new FormMatch(form, part, words);
        }
        return null;
    }

    /// <summary>More of the part may follow what stands there.</summary>
    private static bool IsOpen(PartKind kind, Token last) => kind switch
    {
        PartKind.Rest => true,
        PartKind.Duration or PartKind.Quantity => last.Kind is TokenKind.Number or TokenKind.Minus or TokenKind.LastWord or TokenKind.InWord,
        PartKind.Names => last.Kind is TokenKind.OrWord or TokenKind.Comma,
        _ => false,
    };

    /// <summary>How many tokens the part takes; none where it does not fit.</summary>
    private static int Length(PartKind kind, IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        return kind switch
        {
            PartKind.Names => NamesLength(tokens, at),
            PartKind.Text => token.Kind == TokenKind.String ? 1 : 0,
            PartKind.Number or PartKind.Code => token.Kind == TokenKind.Number || (kind == PartKind.Number && token.IsName) ? 1 : 0,
            PartKind.Date => token.Kind == TokenKind.Date ? 1 : 0,
            PartKind.Term => token.Kind == TokenKind.Term ? 1 : 0,
            PartKind.Comparison => token.Kind is >= TokenKind.LessOrEqual and <= TokenKind.Equal ? 1 : 0,
            PartKind.Word => token.IsName ? 1 : 0,
            PartKind.Unit => token.Kind is TokenKind.Unit or TokenKind.CasedWord or TokenKind.Percent || token.IsName ? 1 : 0,
            PartKind.Duration => DurationLength(tokens, at),
            PartKind.Quantity when token.Kind == TokenKind.Minus => next is null ? 1 : 1 + Length(kind, tokens, at + 1),
            PartKind.Quantity => token.Kind == TokenKind.Number ? next?.Kind is TokenKind.Unit or TokenKind.Percent ? 2 : 1 : token.IsName ? 1 : 0,
            _ => tokens.Count - at,
        };
    }

    private static int NamesLength(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].IsName) return 0;
        var length = 1;
        while (at + length < tokens.Count && tokens[at + length].Kind is TokenKind.OrWord or TokenKind.Comma)
        {
            length++;
            if (at + length < tokens.Count && tokens[at + length].IsName) length++;
        }
        return length;
    }

    /// <summary>A number and a unit of time, or a parameter; before it perhaps "in last".</summary>
    private static int DurationLength(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.InWord)
        {
            if (at + 1 == tokens.Count) return 1;
            return tokens[at + 1].Kind != TokenKind.LastWord ? 0 : at + 2 == tokens.Count ? 2 : DurationLength(tokens, at + 2) is var rest and > 0 ? rest + 2 : 0;
        }
        if (tokens[at].Kind == TokenKind.Number) return at + 1 < tokens.Count && TokenText.IsWord(tokens[at + 1].Kind) ? 2 : 1;
        return tokens[at].IsName ? 1 : 0;
    }
}
