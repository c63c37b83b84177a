using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>Two fields, options, phases, steps or columns of one name cannot be told apart, by a reader or by what names them.</summary>
public sealed class PartTwice : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2018", "part-twice", Severity.Error, "Two parts of a declaration have one name");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from parts in Groups(declaration)
        from same in parts.GroupBy(p => (p.Noun, p.Name))
        from again in same.Skip(1)
        select Kind.At(
            again.Token.Span,
            again.Token.IsName || again.Token.Kind == TokenKind.CasedWord ? $"Another {same.Key.Noun} is already called '{same.Key.Name}'." : $"Another {same.Key.Noun} already says \"{same.Key.Name}\".",
            "Give one of them another name, or remove it.") with
        {
            Related = new Related(declaration.Facts.Name ?? "", same.First().Token.Span, "stands here first"),
        };

    /// <summary>The parts that share their names, each group for itself.</summary>
    private static IEnumerable<List<Part>> Groups(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not BodySyntax body || !declaration.Facts.Kind.IsDocument()) yield break;
        yield return [.. declaration.Nodes.OfType<FieldSyntax>().Select(f => new Part("field", f.Name))];
        yield return [.. body.Clauses.Select(OfClause).OfType<Part>()];
        foreach (var node in declaration.Nodes)
            yield return node switch
            {
                ChoiceFieldSyntax choice => [.. choice.Options.OfType<OptionSyntax>().Select(o => new Part("option", o.Label))],
                ColumnSyntax column => [.. column.Options.Select(o => new Part("option", o))],
                DecisionSyntax decision => [.. decision.Branches.OfType<BranchSyntax>().Select(b => new Part("answer", b.Label))],
                DeadlinesSyntax deadlines => [.. deadlines.Cases.OfType<DeadlineCaseSyntax>().Select(c => new Part("deadline", c.Option))],
                _ => [],
            };
    }

    private static Part? OfClause(ClauseSyntax clause) => clause switch
    {
        PhaseSyntax phase => new("phase", phase.Name),
        LimitSyntax limit => new("limit", limit.Name),
        SopStepSyntax step => new("step", step.Name),
        SectionSyntax section => new("section", section.Name),
        AlsoSyntax { Taking: { } taking } => new("addition for a medicine", taking),
        WorkflowStepSyntax step => new("step, decision or end", step.Name),
        DecisionSyntax decision => new("step, decision or end", decision.Name),
        EndSyntax end => new("step, decision or end", end.Name),
        ColumnSyntax column => new("column", column.Name),
        DeadlinesSyntax deadlines => new("table of deadlines", deadlines.Of),
        ItemSyntax item => new("item", item.Text),
        _ => null,
    };

    private sealed record Part(string Noun, Token Token)
    {
        public string Name => Token.IsName || Token.Kind == TokenKind.CasedWord ? CodeSetReader.NameOf(Token) : Strings.Value(Token).Trim();
    }
}
