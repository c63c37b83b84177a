using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Workflows and letters: from their syntax to their model.</summary>
public static class WorkflowBinder
{
    public static Workflow Bind(ValueBinder values, WorkflowSyntax syntax, string? description)
    {
        var start = syntax.Clauses.OfType<StartWhenSyntax>().LastOrDefault();
        return new Workflow(
            DeclarationBinder.Name(syntax),
            DeclarationBinder.Title(syntax),
            description,
            start is null ? null : ConditionBinder.Bind(values, start.Condition),
            [.. syntax.Clauses.Select(c => Node(values, c)).OfType<WorkflowNode>()],
            Guide.Of(syntax.Clauses),
            start is null ? [] : Citations.Of(start));
    }

    public static Letter Letter(LetterSyntax syntax, string? description) => new(
        DeclarationBinder.Name(syntax),
        DeclarationBinder.Title(syntax),
        description,
        syntax.Clauses.OfType<LetterToSyntax>().LastOrDefault() is { } to ? DeclarationBinder.OfCohort(to.Cohort) : null,
        [.. syntax.Clauses.OfType<LetterBodySyntax>().Select(b => new LetterBody(MediumOf(b.Medium.Kind), Strings.Value(b.Text), Citations.Of(b), b.Text.Span))],
        Guide.Of(syntax.Clauses),
        DeclarationBinder.Cites([.. syntax.Clauses.Where(c => c is LetterToSyntax)]));

    private static WorkflowNode? Node(ValueBinder values, ClauseSyntax clause) => clause switch
    {
        WorkflowStepSyntax step => Step(values, step),
        DecisionSyntax decision => new Decision(
            CodeSetReader.NameOf(decision.Name),
            Strings.Value(decision.Title),
            [.. decision.Branches.OfType<BranchSyntax>().Select(b => new Branch(
                Strings.Value(b.Label), CodeSetReader.NameOf(b.NextStep), b.Span, b.NextStep.Span))])
        {
            Cites = Citations.Of(decision),
            Span = decision.Span,
            NameSpan = decision.Name.Span,
        },
        EndSyntax end => new End(CodeSetReader.NameOf(end.Name), end.Title is null ? CodeSetReader.NameOf(end.Name) : Strings.Value(end.Title))
        {
            Cites = Citations.Of(end),
            Span = end.Span,
            NameSpan = end.Name.Span,
        },
        _ => null,
    };

    private static WorkflowStep Step(ValueBinder values, WorkflowStepSyntax step) => new(
        CodeSetReader.NameOf(step.Name),
        Strings.Value(step.Title),
        CodeSetReader.NameOf(step.Role),
        step.Deadline is null ? null : Deadline(values, step.Deadline),
        step.Code is null ? null : CodeSetReader.Code(step.Code),
        step.NextStep is null ? null : CodeSetReader.NameOf(step.NextStep),
        step.NextStep?.Span ?? step.Name.Span)
    {
        Cites = Citations.Of(step),
        Span = step.Span,
        NameSpan = step.Name.Span,
    };

    private static Deadline Deadline(ValueBinder values, DeadlineSyntax deadline) => new(
        values.Time(deadline.Time),
        deadline.Of.Kind == TokenKind.StartWord ? null : CodeSetReader.NameOf(deadline.Of),
        deadline.Of.Span,
        deadline.Before is null ? null : Strings.Value(deadline.Before));

    private static Medium MediumOf(TokenKind word) => word switch { TokenKind.SmsWord => Medium.Sms, TokenKind.EmailWord => Medium.Email, _ => Medium.Letter };
}
