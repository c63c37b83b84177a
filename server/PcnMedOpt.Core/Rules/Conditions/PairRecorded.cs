using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"Within so many days of each other" is asked of issues, where it means taken together. Entries are asked for near an entry.</summary>
public sealed class PairRecorded : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3126", "pair-recorded", Severity.Error, "'of each other' is asked of entries");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from pair in declaration.All<PairSyntax>()
        where pair.Within is not null && FilterBinder.HappenedOf(pair.Happened) != Happened.Issued
        let fix = NearTheOther(pair)
        select Kind.At(
            pair.Span,
            $"'of each other' is asked of issues only, and '{pair.FirstSets.OneLine} and {pair.SecondSets.OneLine}' are {pair.Happened.OneLine}.",
            "Ask for one near any of the other.",
            Fix.Changes(fix, pair.Instead(fix)));

    private static string NearTheOther(PairSyntax pair)
    {
        var rest = Rewriting.Trailing(pair.Filters);
        var other = $"any {pair.SecondSets.OneLine} {pair.Happened.OneLine}{rest}";
        return $"{pair.FirstSets.OneLine} {pair.Happened.OneLine}{rest} within {pair.Within?.OneLine} of {(rest.Length > 0 ? $"({other})" : other)}";
    }
}
