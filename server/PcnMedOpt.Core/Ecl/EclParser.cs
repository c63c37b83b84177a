using Sprache;

namespace PcnMedOpt.Core.Ecl;

/// <summary>
/// Reads ECL: the whole brief syntax of version 2.2, and the words of the long syntax. It takes time in proportion to the text, whatever the text is.
/// Identifiers are taken as they are written; the check digit is no part of the grammar.
/// </summary>
public static class EclParser
{
    /// <summary>Longer than any expression that a person or a program writes: a list of 20,000 identifiers with their terms.</summary>
    public const int Longest = 1_000_000;

    private static readonly Parser<EclExpression> Whole =
        EclCombinators.Seq(EclGrammar.ReadExpression, EclGrammar.EndOf(EclTokenKind.End, "the end"), (expression, _) => expression);

    public static EclReading Parse(string text)
    {
        if (text.Length > Longest) return Wrong(new EclFault(Longest, $"This expression is longer than {Longest:N0} characters: make several code sets of it."));
        var tokens = EclLexer.Lex(text);
        if (tokens.Fault is { } fault) return Wrong(fault);
        if (tokens.First.Kind == EclTokenKind.End) return Wrong(new EclFault(text.Length, "The expression is empty: write a concept, such as << 195967001 |Asthma|."));
        if (EclBrackets.Match(tokens.First) is { } bracket) return Wrong(bracket);
        var result = Whole(tokens.First);
        return result is IEclFailure failure ? Wrong(new EclFault(failure.At.Start, failure.Message)) : new EclReading(result.Value, null);
    }

    private static EclReading Wrong(EclFault fault) => new(null, fault);
}
