using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Completion;

namespace PcnMedOpt.Ide.Signatures;

/// <summary>A part of a form: where it stands in the form's label, and a sentence about it.</summary>
public sealed record SignaturePart(TextSpan Span, string Says);

/// <summary>A form of clause.</summary>
/// <param name="Label">In the words of the language.</param>
/// <param name="Says">What it means.</param>
/// <param name="Parts">What is to be filled in.</param>
/// <param name="ActivePart">The one that comes next or is being written; null where a word of the form comes next.</param>
public sealed record Signature(string Label, string Says, ImmutableArray<SignaturePart> Parts, int? ActivePart);

/// <summary>The forms that what stands before the cursor can become.</summary>
/// <param name="Forms">The likeliest first.</param>
/// <param name="Active">Which of them is the likeliest.</param>
public sealed record SignatureList(ImmutableArray<Signature> Forms, int Active);

/// <summary>Says of the clause that is being written how it goes on.</summary>
public static class Signatures
{
    private const int Most = 6;
    private const int FarthestBack = 40;

    /// <summary>Null where no form has begun.</summary>
    public static SignatureList? At(Compilation compilation, string path, int offset)
    {
        if (Typing.At(compilation, path, offset) is not { Within: Within.Words or Within.Digits or Within.Text or Within.Term } typing) return null;
        var keyword = typing.Probe.Read.Lexed.First.Kind;
        var forms = ClauseForms.All.Where(f => f.In.Contains(keyword)).ToList();
        if (forms.Count == 0 || typing.Probe.IsOutside) return null;
        var before = typing.Before.Take(FarthestBack).TakeWhile(t => t.Kind is not (TokenKind.OpenBrace or TokenKind.CloseBrace or TokenKind.Colon)).ToList();
        var matches = Enumerable.Range(1, before.Count).SelectMany(count => Matches(typing, forms, before, count).Select(match => (match, count)))
            .OrderBy(m => IsRest(m.match) ? 1 : 0).ThenBy(m => IsRest(m.match) ? m.count : -m.count).ThenByDescending(m => m.match.Words)
            .Select(m => m.match).DistinctBy(m => m.Form).Take(Most).ToList();
        return matches.Count == 0 ? null : new SignatureList([.. matches.Select(Shown)], 0);
    }

    /// <summary>What is being written is all that remains of the form: a form inside of that, such as a period's, says more.</summary>
    private static bool IsRest(FormMatch match) => match.Part >= 0 && match.Form.Parts[match.Part].Kind == PartKind.Rest;

    /// <summary>The forms that the last so many tokens begin.</summary>
    private static IEnumerable<FormMatch> Matches(Typing typing, IEnumerable<Form> forms, IEnumerable<Token> before, int count)
    {
        List<Token> tokens = [.. before.Take(count).Reverse()];
        var begins = Begins(typing, count);
        return forms.Where(f => f.Elements[0].Part is null || begins).Select(f => FormMatch.Of(f, tokens)).OfType<FormMatch>();
    }

    /// <summary>A form that begins with a part begins where a condition, a line or a block does.</summary>
    private static bool Begins(Typing typing, int count)
    {
        var all = typing.Before;
        if (count >= all.Count) return false;
        var (first, previous) = (all[count - 1], all[count]);
        return previous.Kind is TokenKind.Colon or TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.WhenWord || (previous.Kind is TokenKind.AndWord or TokenKind.OrWord && first.Kind is TokenKind.Name)
            || typing.Slice.AsSpan(previous.EndOffset, first.Start - previous.EndOffset).ContainsAny('\r', '\n');
    }

    private static Signature Shown(FormMatch match) => new(
        match.Form.Label,
        match.Form.Says,
        [.. match.Form.Parts.Zip(match.Form.Spans, (part, span) => new SignaturePart(span, part.Says))],
        match.Part < 0 ? null : match.Part);
}
