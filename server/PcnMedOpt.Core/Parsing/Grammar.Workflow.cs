using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Workflows: who does what, by when, and what follows.</summary>
internal static class WorkflowGrammar
{
    private static readonly Choice<Token> Next = Switch("-> and the next step", Slot.Step, (Arrow, After(Tok(Arrow), NameOf(Slot.Step))));

    private static readonly Parser<Token> StartOrStep =
        Switch<Token>("start or the name of a step", Slot.Step, [.. Names(NameToken), (StartWord, Tok(StartWord))]);

    private static readonly Choice<DeadlineSyntax> Deadline = Switch("within", (WithinWord, After(Tok(WithinWord), Seq(
        Time,
        After(Tok(OfWord), StartOrStep),
        Optional(Switch("and before", (AndWord, After(Tok(AndWord), Tok(BeforeWord), StringText)))),
        (time, of, before) => new DeadlineSyntax(time, of, before)))));

    private static readonly Parser<WorkflowStepSyntax> Step = Seq(
        Seq(Tok(StepWord), NameToken, Title, (keyword, name, title) => (keyword, name, title)),
        After(Tok(ByWord), RoleName),
        Optional(Deadline),
        Optional(Switch("code", (CodeWord, After(Tok(CodeWord), Code)))),
        Optional(Next),
        (head, role, deadline, code, next) => new WorkflowStepSyntax(head.keyword, head.name, head.title, role, deadline, code, next));

    private static readonly Choice<ClauseSyntax> Branch = Switch<ClauseSyntax>(
        "an answer in quotation marks, -> and the step that follows",
        (TokenKind.String, Seq(StringText, After(Tok(Arrow, "'->'", Slot.Step), NameOf(Slot.Step)), ClauseSyntax (label, next) => new BranchSyntax(label, next))));

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "start when, step, decision, end or guide",
        Slot.WorkflowClause,
        (StartWord, Cited(Seq(
            Tok(StartWord), After(Tok(WhenWord), ConditionGrammar.Conditions), (keyword, condition) => new StartWhenSyntax(keyword, condition)))),
        (StepWord, Cited(Step)),
        (DecisionWord, Cited(Seq(
            Tok(DecisionWord),
            NameToken,
            Title,
            Declarations.InnerBody(Branch, StepWord, DecisionWord, EndWord),
            (keyword, name, title, body) => new DecisionSyntax(keyword, name, title, body)))),
        (EndWord, Cited(Seq(Tok(EndWord), NameToken, Optional(TokenKind.String), (keyword, name, title) => new EndSyntax(keyword, name, title)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Workflow =
        Declarations.Bodied(WorkflowWord, Clause, (keyword, name, title, body) => new WorkflowSyntax(keyword, name, title, body));
}
