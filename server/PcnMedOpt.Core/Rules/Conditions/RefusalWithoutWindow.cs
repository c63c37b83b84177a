using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Someone who declined a review eight years ago may want one now. Without a period a refusal excludes for life.</summary>
public sealed class RefusalWithoutWindow : IDeclarationRule
{
    private static readonly string[] Words = ["declined", "refus", "dissent", "did not consent", "chose not"];

    public DiagnosticKind Kind { get; } = new("MO3113", "refusal-without-window", Severity.Warning, "A refusal excludes for life");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from exclude in declaration.All<CriteriaSyntax>()
        where exclude.Keyword.Kind == TokenKind.ExcludeWord
        from criterion in exclude.Criteria.OfType<CriterionSyntax>()
        from test in Alternatives(criterion.Condition).OfType<HappenedTestSyntax>()
        where test.No is null && FilterBinder.HappenedOf(test.Happened) == Happened.Recorded
        where !test.Filters.Any(f => f is WindowSyntax and not EverSyntax)
        let refusal = test.Sets.Names.Select(CodeSetReader.NameOf).FirstOrDefault(s => IsRefusal(declaration.Scope.Find(s)))
        where refusal is not null
        select Kind.At(
            test.Span,
            $"'{refusal}' records a refusal, and excludes for life however long ago it was.",
            "Say how long a refusal counts, such as in last 12 months.",
            Recent(test));

    /// <summary>What excludes by itself: the criterion, or each operand of its "or".</summary>
    private static IEnumerable<ConditionSyntax> Alternatives(ConditionSyntax condition) => condition switch
    {
        BracketSyntax bracket => Alternatives(bracket.Inner),
        JoinedSyntax { IsMixed: false } row when row.Operators[0].Kind == TokenKind.OrWord => row.Operands.SelectMany(Alternatives),
        _ => [condition],
    };

    private static bool IsRefusal(Facts? facts) =>
        facts?.Codes is { } codes
        && (Words.Any(w => $"{facts.Name} {facts.Title}".Replace('_', ' ').Contains(w, StringComparison.OrdinalIgnoreCase))
            || codes.Entries.Any(e => e.Cluster?.EndsWith("DEC_COD", StringComparison.Ordinal) == true));

    private static Fix Recent(HappenedTestSyntax test)
    {
        const string Window = "in last 12 months";
        var ever = test.Filters.FirstOrDefault(f => f is EverSyntax);
        var rest = Rewriting.Trailing([.. test.Filters.Where(f => f != ever), test.AtLeast]);
        return Fix.Changes(
            $"{test.Sets.OneLine} {test.Happened.OneLine} {Window}{rest}",
            ever is null ? Rewriting.Insert(test.Happened.Span.End, " " + Window) : ever.Instead(Window));
    }
}
