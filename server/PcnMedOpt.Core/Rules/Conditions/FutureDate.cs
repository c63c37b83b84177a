using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>
/// No record is dated after the day a search runs, so that a period that begins later finds nothing; usually the year is mistyped. A period
/// may end in the future, as the financial year does, but not much later.
/// </summary>
public sealed class FutureDate : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3125", "future-date", Severity.Warning, "A date is still to come");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from written in declaration.ConditionNodes.SelectMany(Dates)
        let date = Numbers.Date(written.Date)
        where date > (written.IsEnd ? declaration.Today.AddYears(1) : declaration.Today)
        select Kind.At(
            written.Date.Span,
            written.IsEnd ? $"{written.Date.Text} is more than a year ahead." : $"{written.Date.Text} is still to come: no record can be dated then yet.",
            "Check the year.");

    private static IEnumerable<(Token Date, bool IsEnd)> Dates(SyntaxNode node) => node switch
    {
        PointSyntax { Date: { } date } point => [(date, IsEnd(point.Word))],
        BetweenDatesSyntax between => [(between.From, false), (between.To, true)],
        BornSyntax { Until: { } until } born => [(born.Date, false), (until, true)],
        BornSyntax born => [(born.Date, IsEnd(born.Word))],
        _ => [],
    };

    private static bool IsEnd(Token word) => word.Kind is TokenKind.UntilWord or TokenKind.BeforeWord;
}
