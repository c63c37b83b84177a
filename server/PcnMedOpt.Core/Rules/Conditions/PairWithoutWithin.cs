using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"Aspirin and apixaban issued in the last 6 months" may mean taken together, or the one after the other was stopped.</summary>
public sealed class PairWithoutWithin : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3107", "pair-without-within", Severity.Error, "Two code sets are joined by 'and'");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from pair in declaration.All<PairSyntax>()
        where pair.Within is null
        let words = $"{pair.FirstSets.OneLine} and {pair.SecondSets.OneLine} {pair.Happened.OneLine}"
        select Kind.At(
            pair.Span,
            $"'{words}' can be read in two ways: each at some time, or both at about the same time.",
            "Write a test of each, or say within how many days of each other.",
            [.. Readings(declaration, pair)]);

    private static IEnumerable<Fix> Readings(DeclarationMeaning declaration, PairSyntax pair)
    {
        var rest = Rewriting.Trailing(pair.Filters);
        string Test(SetsSyntax sets) => $"{sets.OneLine} {pair.Happened.OneLine}{rest}";
        yield return declaration.Row(pair, TokenKind.AndWord, Test(pair.FirstSets), Test(pair.SecondSets));
        if (FilterBinder.HappenedOf(pair.Happened) != Happened.Issued) yield break;
        const string Within = " within 28 days of each other";
        var together = $"{pair.FirstSets.OneLine} and {pair.SecondSets.OneLine} issued{Within}{rest}";
        yield return Fix.Changes(together, Rewriting.Insert(pair.Happened.Span.End, Within));
    }
}
