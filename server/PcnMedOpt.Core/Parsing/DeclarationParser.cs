using PcnMedOpt.Core.Syntax;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Reads one slice. It always gives a declaration: a damaged one still declares its name.</summary>
public static class DeclarationParser
{
    /// <summary>Brackets deeper than this are an error, so that no text can exhaust the stack.</summary>
    public const int DeepestNesting = 200;

    private static readonly Choice<DeclarationSyntax> Declaration = Switch(
        "a declaration, such as cohort, codes, measure or pack",
        Slot.Declaration,
        (ProtocolWord, ProtocolGrammar.Protocol),
        (ParameterWord, ProtocolGrammar.Parameter),
        (CodesWord, CodesGrammar.Codes),
        (CohortWord, CohortGrammar.Cohort),
        (MeasureWord, CohortGrammar.Measure),
        (PackWord, PackGrammar.Pack),
        (ExampleWord, ExampleGrammar.Example),
        (TemplateWord, TemplateGrammar.Template),
        (SopWord, SopGrammar.Sop),
        (LetterWord, LetterGrammar.Letter),
        (WorkflowWord, WorkflowGrammar.Workflow),
        (RegisterWord, RegisterGrammar.Register),
        (ChecklistWord, RegisterGrammar.Checklist));

    public static bool StartsDeclaration(TokenKind kind) => Declaration.Starts(kind);

    /// <summary>The declaration of a slice, or null when there is only white space and comments.</summary>
    public static DeclarationSyntax? Parse(LexedText text)
    {
        if (text.First.Kind == End) return null;
        if (TooDeep(text.First) is not null) return Damaged(text.First, null);
        var result = Declaration.Parse(text.First);
        if (!result.WasSuccessful)
        {
            var failure = (IFailure)result;
            return Damaged(text.First, new SkippedSyntax(failure.At, failure.Expected, failure.Words));
        }
        var rest = (Token)result.Remainder;
        if (rest.Kind != End)
        {
            result.Value.Stray = new SkippedSyntax(rest, "a declaration, such as cohort, codes, measure or pack", []);
            result.Value.Stray.Place(rest, EndOf(rest));
        }
        return result.Value;
    }

    /// <summary>The bracket that goes too deep, if any.</summary>
    public static Token? TooDeep(Token first)
    {
        var depth = 0;
        for (var token = first; token.Kind != End; token = token.Next)
        {
            if (token.Kind is OpenParen or OpenBrace && ++depth > DeepestNesting) return token;
            if (token.Kind is CloseParen or CloseBrace && depth > 0) depth--;
        }
        return null;
    }

    private static DamagedSyntax Damaged(Token first, SkippedSyntax? skipped)
    {
        var declares = StartsDeclaration(first.Kind);
        var name = declares && first.Kind != ExampleWord && (first.Next.IsName || first.Next.Kind == CasedWord) ? first.Next : null;
        var title = name?.Next.Kind == TokenKind.String ? name.Next : null;
        var damaged = new DamagedSyntax(first, name, title, skipped);
        damaged.Place(first, EndOf(first));
        skipped?.Place(first, EndOf(first));
        return damaged;
    }

    private static Token EndOf(Token token)
    {
        while (token.Kind != End) token = token.Next;
        return token;
    }
}
