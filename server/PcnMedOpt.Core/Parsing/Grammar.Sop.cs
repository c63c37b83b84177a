using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Procedures: monitoring when they have a drug, a document when not.</summary>
internal static class SopGrammar
{
    private static readonly Choice<ClauseSyntax> Schedule = Switch<ClauseSyntax>(
        "the tests and how often, such as full_blood_count every 12 weeks, or no routine tests",
        Slot.Schedule,
        [
            .. Names(Cited(Seq(
                Separated(ResultsName, Comma),
                After(Tok(EveryWord), Duration),
                Optional(Switch("grace", (GraceWord, After(Tok(GraceWord), Duration)))),
                (sets, every, grace) => new ScheduleSyntax(sets, every, grace)))),
            (NoWord, Cited(Seq(Tok(NoWord), Tok(RoutineWord), Tok(TestsWord), StringText, (keyword, _, _, why) => new NoRoutineTestsSyntax(keyword, why)))),
        ]);

    private static readonly Parser<Body> Schedules = Declarations.InnerBody(Schedule);

    private static readonly Choice<PhaseEndSyntax> PhaseEnd = Switch(
        "until stable for, or for",
        (UntilWord, Seq(
            Tok(UntilWord),
            After(Tok(StableWord), Tok(ForWord), Duration),
            After(Tok(Comma), After(Tok(TakenWord), Tok(AsWord), Duration)),
            After(Tok(AfterWord), Tok(StartWord)),
            (keyword, time, takenAs, _) => new PhaseEndSyntax(keyword, time, takenAs))),
        (ForWord, Seq(Tok(ForWord), Duration, (keyword, time) => new PhaseEndSyntax(keyword, time, null))));

    private static readonly Parser<PhaseSyntax> Phase = Seq(
        Tok(PhaseWord), NameToken, Title, Optional(PhaseEnd), Schedules, (keyword, name, title, end, body) => new PhaseSyntax(keyword, name, title, end, body));

    private static readonly Parser<AlsoSyntax> Also = Switch<AlsoSyntax>(
        "taking, when or after stopping",
        (TakingWord, Seq(Tok(TakingWord), MedicinesName, Schedules, (keyword, drug, body) => new AlsoSyntax(keyword, drug, null, null, null, body))),
        (WhenWord, Seq(
            Tok(WhenWord),
            ConditionGrammar.Conditions,
            Tok(TokenKind.String, "a title in quotation marks"),
            Schedules,
            (keyword, condition, title, body) => new AlsoSyntax(keyword, null, condition, title, null, body))),
        (AfterWord, Seq(
            Tok(AfterWord),
            After(Tok(StoppingWord), Tok(ForWord), Duration),
            Schedules,
            (keyword, duration, body) => new AlsoSyntax(keyword, null, null, null, duration, body))));

    private static readonly Parser<(Token Value, Token? Unit)> ValueInUnit =
        Seq(After(Tok(LatestWord), ResultsName), Optional(InUnit), (value, unit) => (value, unit));

    private static readonly Parser<IntervalSyntax> Interval = Seq(
        Seq(Tok(IntervalWord), ResultsName, Tok(IsWord), (keyword, test, _) => (keyword, test)),
        ValueInUnit,
        After(Tok(Slash), WholeNumber),
        OneOf("weeks or months", WeeksWord, MonthsWord),
        After(Tok(WhenWord), ConditionGrammar.Conditions),
        (head, value, divisor, unit, when) => new IntervalSyntax(head.keyword, head.test, value.Value, value.Unit, divisor, unit, when));

    private static readonly Parser<LimitsAsSyntax> LimitsAs = Seq(
        Tok(LimitsWord),
        After(Tok(AsWord), NameOf(Slot.Procedure)),
        Optional(Except),
        (keyword, sop, except) => new LimitsAsSyntax(keyword, sop, except is null ? [] : except.Names));

    private static readonly Parser<SopStepSyntax> Step = Seq(
        Tok(StepWord),
        NameToken,
        Title,
        After(Tok(ByWord), RoleName),
        Optional(Switch("every", (EveryWord, After(Tok(EveryWord), Duration)))),
        (keyword, name, title, role, every) => new SopStepSyntax(keyword, name, title, role, every));

    private static readonly Parser<RecallSyntax> Recall = Seq(
        OneOf("first, second, third or escalate", FirstWord, SecondWord, ThirdWord, EscalateWord),
        After(Tok(AfterWord), Duration),
        Optional(Switch("to", (ToWord, After(Tok(ToWord), RoleName)))),
        Optional(Switch("a text in quotation marks", (TokenKind.String, Tok(TokenKind.String)), (TokenKind.Text, Tok(TokenKind.Text)))),
        (which, after, role, text) => new RecallSyntax(which, after, role, text));

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "from, drug, setting, baseline, phase, also, interval, limit, limits as, step, recall, section or guide",
        Slot.SopClause,
        (FromWord, Cited(Seq(Tok(FromWord), Population, (keyword, population) => new FromSyntax(keyword, population)))),
        (DrugWord, Cited(Seq(
            Tok(DrugWord),
            MedicinesName,
            After(Tok(TakingWord), After(Tok(WhenWord), Tok(IssuedWord), WindowGrammar.Window)),
            (keyword, set, window) => new DrugSyntax(keyword, set, window)))),
        (SettingWord, Cited(Seq(Tok(SettingWord), StringText, (keyword, text) => new SettingSyntax(keyword, text)))),
        (BaselineWord, Cited(Seq(
            Tok(BaselineWord),
            Separated(ResultsName, Comma),
            After(Tok(WithinWord), Duration),
            Seq(Tok(BeforeWord), Tok(StartWord), (before, _) => before),
            (keyword, sets, within, _) => new BaselineSyntax(keyword, sets, within)))),
        (PhaseWord, Cited(Phase)),
        (AlsoWord, Cited(After(Tok(AlsoWord), Also))),
        (IntervalWord, Cited(Interval)),
        (LimitWord, Cited(LimitGrammar.Limit)),
        (LimitsWord, Cited(LimitsAs)),
        (StepWord, Cited(Step)),
        (RecallWord, Cited(Seq(Tok(RecallWord), Separated(Recall, Comma), (keyword, recalls) => new RecallsSyntax(keyword, recalls)))),
        (SectionWord, Cited(Seq(Tok(SectionWord), NameToken, Title, BlockText, (keyword, name, title, text) => new SectionSyntax(keyword, name, title, text)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Sop =
        Declarations.Bodied(SopWord, Clause, (keyword, name, title, body) => new SopSyntax(keyword, name, title, body));

    private static Choice<Token> InUnit => Switch("in and a unit", (InWord, After(Tok(InWord), UnitName)));

    private static Choice<NameList> Except => Switch("except", (ExceptWord, After(Tok(ExceptWord), Seq(Separated(NameOf(Slot.LimitName), Comma), names => new NameList(names)))));

    private sealed record NameList(System.Collections.Immutable.ImmutableArray<Token> Names);
}
