using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"No review at least 2 times" may mean fewer than two reviews, or none: someone who had one is in the first only.</summary>
public sealed class NoAtLeast : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3127", "no-at-least", Severity.Error, "'no' stands with 'at least … times'");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from test in declaration.All<HappenedTestSyntax>()
        where test is { No: not null, AtLeast: not null } && test.Sets.Names.Length == 1
        let without = $"{test.Sets.OneLine}{Rewriting.Trailing([test.Happened, .. test.Filters])}"
        let fewer = $"not ({without} {test.AtLeast?.OneLine})"
        select Kind.At(
            test.Span,
            $"'no {test.Sets.OneLine} … {test.AtLeast?.OneLine}' can be read in two ways: fewer times, or never.",
            "Write not ( … ) around the test for fewer times, or leave out how many times.",
            Fix.Changes(fewer, test.Instead(fewer)),
            Fix.Changes($"no {without}", test.Instead($"no {without}")));
}
