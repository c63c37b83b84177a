using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Procedures: from their syntax to their model.</summary>
public static class SopBinder
{
    public static Sop Bind(ValueBinder values, SopSyntax syntax, string? description)
    {
        var clauses = syntax.Clauses;
        return new Sop(
            DeclarationBinder.Name(syntax),
            DeclarationBinder.Title(syntax),
            description,
            clauses.OfType<FromSyntax>().LastOrDefault() is { } from ? DeclarationBinder.Population(from.Population) : new Registered(),
            clauses.OfType<DrugSyntax>().LastOrDefault() is { } drug ? Drug(values, drug) : null,
            clauses.OfType<SettingSyntax>().LastOrDefault() is { } setting ? Strings.Value(setting.Text) : null,
            clauses.OfType<BaselineSyntax>().LastOrDefault() is { } baseline ? Baseline(values, baseline) : null,
            [.. clauses.OfType<PhaseSyntax>().Select(p => Phase(values, p))],
            [.. clauses.OfType<AlsoSyntax>().Select(a => Addition(values, a))],
            [.. clauses.OfType<IntervalSyntax>().Select(i => Interval(values, i))],
            [.. clauses.OfType<LimitSyntax>().Select(l => LimitBinder.Bind(values, l))],
            [.. clauses.OfType<LimitsAsSyntax>().Select(l => new LimitsTaken(
                CodeSetReader.NameOf(l.Sop), [.. l.Except.Select(CodeSetReader.NameOf)], Citations.Of(l), l.Span))],
            [.. clauses.OfType<RecallsSyntax>().SelectMany(r => r.Recalls.Select(one => Recall(values, one, Citations.Of(r))))],
            [.. clauses.Select(c => Part(values, c)).OfType<SopPart>()],
            DeclarationBinder.Cites([.. clauses.Where(c => c is FromSyntax or SettingSyntax)]));
    }

    private static Drug Drug(ValueBinder values, DrugSyntax drug) =>
        new(CodeSetReader.NameOf(drug.Set), FilterBinder.Window(values, drug.Window), Citations.Of(drug), drug.Span);

    private static Baseline Baseline(ValueBinder values, BaselineSyntax baseline) =>
        new([.. baseline.Sets.Select(CodeSetReader.NameOf)], values.Duration(baseline.Within), Citations.Of(baseline), baseline.Span);

    private static Phase Phase(ValueBinder values, PhaseSyntax phase) => new(
        CodeSetReader.NameOf(phase.Name),
        Strings.Value(phase.Title),
        phase.End switch
        {
            null => null,
            { TakenAs: { } takenAs } end => new UntilStable(values.Duration(end.Time), values.Duration(takenAs)),
            var end => new ForTime(values.Duration(end.Time)),
        },
        Schedules(values, phase),
        NoRoutineTests(phase),
        Citations.Of(phase),
        phase.Span);

    private static Addition Addition(ValueBinder values, AlsoSyntax also)
    {
        Addition addition = also switch
        {
            { Taking: { } drug } => new WhenTaking(CodeSetReader.NameOf(drug)),
            { When: { } when } => new WhenCondition(ConditionBinder.Bind(values, when), also.Title is null ? "" : Strings.Value(also.Title)),
            { AfterStopping: { } stopping } => new AfterStopping(values.Duration(stopping)),
            _ => throw new System.Diagnostics.UnreachableException("No addition without a reason."),
        };
        return addition with { Schedules = Schedules(values, also), NoRoutineTests = NoRoutineTests(also), Cites = Citations.Of(also), Span = also.Span };
    }

    private static ImmutableArray<Schedule> Schedules(ValueBinder values, ScheduledSyntax scheduled) =>
        [.. scheduled.Schedules.OfType<ScheduleSyntax>().Select(s => new Schedule(
            [.. s.Sets.Select(CodeSetReader.NameOf)],
            values.Duration(s.Every),
            s.Grace is null ? null : values.Duration(s.Grace),
            Citations.Of(s),
            s.Span))];

    private static string? NoRoutineTests(ScheduledSyntax scheduled) =>
        scheduled.Schedules.OfType<NoRoutineTestsSyntax>().LastOrDefault() is { } none ? Strings.Value(none.Why) : null;

    private static ValueInterval Interval(ValueBinder values, IntervalSyntax interval)
    {
        var set = CodeSetReader.NameOf(interval.Value);
        LimitBinder.CheckUnit(values, interval.Unit, set);
        return new ValueInterval(
            CodeSetReader.NameOf(interval.Test),
            set,
            interval.Unit is null ? values.Scope.CodeSet(set)?.Unit?.Unit : LimitBinder.Unit(interval.Unit),
            values.Whole(interval.Divisor),
            interval.TimeUnit.Kind == TokenKind.WeeksWord ? DurationUnit.Weeks : DurationUnit.Months,
            ConditionBinder.Bind(values, interval.When),
            Citations.Of(interval),
            interval.Span);
    }

    private static Recall Recall(ValueBinder values, RecallSyntax recall, ImmutableArray<Citation> cites) => new(
        recall.Which.Kind switch
        {
            TokenKind.FirstWord => RecallStage.First,
            TokenKind.SecondWord => RecallStage.Second,
            TokenKind.ThirdWord => RecallStage.Third,
            _ => RecallStage.Escalate,
        },
        values.Duration(recall.Delay),
        recall.Role is null ? null : CodeSetReader.NameOf(recall.Role),
        recall.Text is null ? null : Strings.Value(recall.Text),
        cites,
        recall.Span);

    private static SopPart? Part(ValueBinder values, ClauseSyntax clause)
    {
        SopPart? part = clause switch
        {
            SopStepSyntax step => new SopStep(
                CodeSetReader.NameOf(step.Name),
                Strings.Value(step.Title),
                CodeSetReader.NameOf(step.Role),
                step.Every is null ? null : values.Duration(step.Every)),
            SectionSyntax section => new SopSection(CodeSetReader.NameOf(section.Name), Strings.Value(section.Title), Strings.Value(section.Text)),
            GuideSyntax guide => new SopGuide(Guide.Of(guide)),
            _ => null,
        };
        return part is null ? null : part with { Cites = Citations.Of(clause), Span = clause.Span };
    }
}
