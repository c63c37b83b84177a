using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Someone of 75 and a half is 75 to a clinician and "more than 75 years" old to a computer, so that only >= and &lt; are clear.</summary>
public sealed class AgeComparison : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3103", "age-comparison", Severity.Error, "An age is compared in a way that has two readings");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from node in declaration.ConditionNodes.Where(n => Range(n) is { Range.IsClear: false })
        let test = Range(node)
        let range = test.Value.Range
        select Kind.At(
            node.Span,
            range.Comparison.Kind == TokenKind.Equal
                ? $"'{node.OneLine}' can be read in two ways: on one day, or in the whole year?"
                : $"'{node.OneLine}' can be read in two ways: is {range.Duration.OneLine} and one day meant too?",
            "Write >= or <, which count full years, months, weeks or days.",
            [.. Readings(node, range).Select(r => Fix.Changes($"{test.Value.Of} {r}", range.Instead(r)))]);

    private static (AgeRangeSyntax Range, string Of)? Range(SyntaxNode node) => node switch
    {
        AgeSyntax age => (age.Range, "age"),
        RegisteredForSyntax registered => (registered.Range, "registered for"),
        RegisteredAtAgeSyntax registered => (registered.Range, "registered at age"),
        AtAgeSyntax age => (age.Range, "at age"),
        _ => null,
    };

    private static IEnumerable<string> Readings(SyntaxNode test, AgeRangeSyntax range)
    {
        var written = range.Duration;
        var unit = written.Unit is null ? null : Durations.UnitOf(written.Unit.Kind);
        var next = unit is { } known && Numbers.Whole(written.Number) is { } count and < int.MaxValue ? new Duration(count + 1, known).ToString() : null;
        if (range.Comparison.Kind == TokenKind.Equal)
            return [test is AgeSyntax && unit is { } each ? WholeUnit(written.Number.Text, each) : $">= {written.OneLine}"];
        var sign = range.Comparison.Kind == TokenKind.Greater ? ">=" : "<";
        return next is null ? [$"{sign} {written.OneLine}"] : [$"{sign} {written.OneLine}", $"{sign} {next}"];
    }

    private static string WholeUnit(string count, DurationUnit unit) => $"between {count} and {count} {new Duration(2, unit).UnitWord}";
}
