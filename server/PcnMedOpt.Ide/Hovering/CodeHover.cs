using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>A code that is written out: its digits, its terms, and the code sets that hold it.</summary>
internal static class CodeHover
{
    private const int MostSets = 8;

    public static Hover? At(Cursor cursor)
    {
        if (cursor.Path.OfType<CodeSyntax>().LastOrDefault() is not { } syntax) return null;
        if (syntax.Id != cursor.Token && syntax.Term != cursor.Token) return null;
        var code = CodeSetReader.Code(syntax);
        var mark = cursor.Path.OfType<MarkedCodeSyntax>().LastOrDefault();
        return new Hover(
            syntax.Span,
            Markdown.Paragraphs(
                $"{Markdown.Code(code.Text)}{(code.Term is null ? "" : $" **{Markdown.Text(code.Term)}**")}",
                mark is null ? null : Meaning(cursor, mark),
                code.IsConcept && cursor.Compilation.Pinned(cursor.Declaration) is not null ? null : Markdown.Text(Digits(code)),
                code.Id is { } id && code.IsConcept ? Known(cursor.Compilation, id, code.Term) : null,
                code.Id is { } known && code.IsConcept ? ConceptHover.Of(cursor.Compilation, cursor.Declaration, known, code.Term) : null));
    }

    /// <summary>What of the code is meant, and how many codes that is where a lock or release tells.</summary>
    private static string? Meaning(Cursor cursor, MarkedCodeSyntax marked)
    {
        var facts = cursor.Declaration.Facts;
        var entry = facts.Codes is not { } set ? null : set.Entries.Concat(set.Excepted).FirstOrDefault(e => e.Code.Span.Start == marked.Code.Span.Start);
        var expanded = entry is null || facts.Codes is not { } definition || cursor.Compilation.Pinned(cursor.Declaration) is not { } pinned ? null : ExpandedEntries.Of(definition, pinned, entry);
        if (expanded is null) return marked.Mark is { } mark ? Markdown.Text(Unexpanded(mark.Kind)) : null;
        var what = marked.Mark?.Kind switch
        {
            TokenKind.ShiftLeft => "The concept and everything below it",
            TokenKind.Less => "What is below the concept, and not the concept itself",
            TokenKind.Caret => "The members of this reference set",
            { } level => $"A dm+d entry of the level {TokenText.Of(level).ToUpperInvariant()} and everything below it, with earlier identifiers",
            null => "This dm+d entry and everything below it, with earlier identifiers",
        };
        return $"{Markdown.Text(what)}: {ProjectWords.Count(expanded.Codes.Length, "code")}.";
    }

    private static string Known(Compilation compilation, long code, string? written)
    {
        var terms = KnownCodes.TermsOf(compilation, code).Where(t => written is null || !Terms.AreAlike(t.Term, written)).DistinctBy(t => t.Term).ToList();
        var sets = KnownCodes.SetsWith(compilation, code).ToList();
        var other = terms.Select(t => $"- {Markdown.Text(t.Term)} ({(t.List is null ? Markdown.Code(t.Set) : Markdown.Text(t.List))})");
        return Markdown.Paragraphs(
            terms.Count == 0 ? null : $"{(written is null ? "Terms" : "Other terms")} in this project:\n{string.Join('\n', other)}",
            sets.Count == 0 ? Named(compilation, code) : $"In {ProjectWords.Count(sets.Count, "code set")}: {string.Join(", ", sets.Take(MostSets).Select(Markdown.Code))}{(sets.Count > MostSets ? " …" : "")}.");
    }

    /// <summary>A code that no set holds may still be the name of a part of one.</summary>
    private static string Named(Compilation compilation, long code)
    {
        var sets = KnownCodes.SetsNaming(compilation, code).ToList();
        return sets.Count == 0 ? "In no code set." : $"Named in {string.Join(", ", sets.Take(MostSets).Select(Markdown.Code))}, and not itself one of its codes.";
    }

    private static string Unexpanded(TokenKind mark) => mark switch
    {
        TokenKind.ShiftLeft => "The concept and everything below it. What is below it needs a terminology release.",
        TokenKind.Less => "What is below the concept, and not the concept itself. That needs a terminology release.",
        TokenKind.Caret => "The members of this reference set. They need a terminology release.",
        _ => $"A dm+d entry of the level {TokenText.Of(mark).ToUpperInvariant()}.",
    };

    private static string Digits(WrittenCode code) => code.Problem switch
    {
        SctidProblem.None when code.IsConcept => "Its digits are well formed, and its check digit is right.",
        SctidProblem.None => $"Its check digit is right, and it identifies a {Sctid.KindOf(code.Text).ToString().ToLowerInvariant()}, and not a concept.",
        SctidProblem.CheckDigit when Sctid.LooksDamaged(code.Text) => "Its check digit fails, and it looks as a spreadsheet leaves a long number: the last digits are lost.",
        SctidProblem.CheckDigit => "Its check digit fails: a digit is wrong.",
        SctidProblem.Length => "No identifier is so long or so short: they have 6 to 18 digits.",
        SctidProblem.LeadingZero => "No identifier begins with 0.",
        SctidProblem.Partition => "The digits before its check digit are those of no identifier.",
        _ => "It is no identifier: a spreadsheet shows long numbers so, and its digits are lost.",
    };
}
