using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"No full blood count or liver test" may mean that both are missing, or that one is. The difference is who is called in.</summary>
public sealed class NoAOrB : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3102", "no-a-or-b", Severity.Error, "'no a or b' can be read in two ways");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration.All<ConditionSyntax>().SelectMany(test => test switch
    {
        HappenedTestSyntax { No: not null } happened =>
            Found(declaration, test, happened.Sets.Names, Rewriting.Trailing([happened.Happened, .. happened.Filters, happened.AtLeast])),
        OnRepeatSyntax { No: not null } repeat => Found(declaration, test, repeat.Sets.Names, " on repeat"),
        _ => [],
    });

    private IEnumerable<Diagnostic> Found(DeclarationMeaning declaration, ConditionSyntax test, ImmutableArray<Token> sets, string rest)
    {
        if (sets.Length < 2) yield break;
        var parts = sets.Select(s => $"no {s.Text}{rest}").ToList();
        yield return Kind.At(
            test.Span,
            $"'no {string.Join(" or ", sets.Select(s => s.Text))}' can be read in two ways: none of them, or one of them missing.",
            "Write no before each code set, joined by and (none of them) or by or (one is missing).",
            declaration.Row(test, TokenKind.AndWord, parts),
            declaration.Row(test, TokenKind.OrWord, parts));
    }
}
