using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"Methotrexate issued" may mean now or ever. The patient who stopped ten years ago is the difference.</summary>
public sealed class IssuedWithoutWindow : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3104", "issued-without-window", Severity.Error, "An issue is asked for without saying when");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from node in declaration.ConditionNodes.Where(n => Unbounded(n) is not null && !IsSnomedOnly(declaration, n))
        let issued = Unbounded(node)
        let words = declaration.Syntax.TextBetween(issued.Value)
        select Kind.At(
            issued.Value,
            $"'{words}' does not say when: now, or ever?",
            "Write a period after it, or ever.",
            Fix.Changes($"{words} ever", Rewriting.Insert(issued.Value.End, " ever")),
            Fix.Changes($"{words} in last 6 months", Rewriting.Insert(issued.Value.End, " in last 6 months")));

    /// <summary>The words after which the period is missing.</summary>
    private static TextSpan? Unbounded(SyntaxNode node) => node switch
    {
        HappenedTestSyntax test => Unbounded(test.Happened, test.Filters),
        StatusTestSyntax { Happened: { } happened } test => Unbounded(happened, test.Choose),
        OfEachSyntax each => Unbounded(each.Happened, each.Filters),
        PairSyntax { Within: { } within, Happened.Either: false } pair when Unbounded(pair.Happened, pair.Filters) is { } issued =>
            TextSpan.FromBounds(issued.Start, EachOther(within).EndOffset),
        CountTestSyntax { OnRepeat: null, Window: null } count => count.By.Next.Span,
        _ => null,
    };

    private static TextSpan? Unbounded(HappenedSyntax happened, IEnumerable<FilterSyntax> filters) =>
        FilterBinder.HappenedOf(happened).HasFlag(Happened.Issued) && !filters.Any(f => f is WindowSyntax) ? happened.Span : null;

    /// <summary>The last word of "within … of each other".</summary>
    private static Token EachOther(DurationSyntax within) => within.Last.Next.Next.Next;

    /// <summary>A SNOMED CT set is not issued at all, which is an error of its own.</summary>
    private static bool IsSnomedOnly(DeclarationMeaning declaration, SyntaxNode node)
    {
        var issued = SetUse.Of(node).Where(u => u.How == Happened.Issued).ToList();
        return issued.Count > 0 && issued.TrueForAll(u => u.System(declaration) == CodeSystem.Snomed);
    }
}
