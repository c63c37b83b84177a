using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Templates: from their syntax to their model.</summary>
public static class TemplateBinder
{
    public static Template Bind(ValueBinder values, TemplateSyntax syntax, string? description) => new(
        DeclarationBinder.Name(syntax),
        DeclarationBinder.Title(syntax),
        description,
        syntax.Clauses.OfType<ForCohortSyntax>().LastOrDefault() is { } cohort ? DeclarationBinder.OfCohort(cohort.Cohort) : null,
        syntax.Clauses.OfType<LastingSyntax>().LastOrDefault() is { } lasts ? values.Time(lasts.Time) : null,
        syntax.Clauses.OfType<FrameworkSyntax>().LastOrDefault() is { } framework
            ? new Framework(Strings.Value(framework.Title), values.Whole(framework.Steps), framework.Span)
            : null,
        [.. syntax.Clauses.OfType<TemplateStepSyntax>().Select(s => Step(values, s))],
        Guide.Of(syntax.Clauses),
        DeclarationBinder.Cites([.. syntax.Clauses.Where(c => c is not TemplateStepSyntax)]));

    private static TemplateStep Step(ValueBinder values, TemplateStepSyntax step) => new(
        values.Whole(step.Number),
        Strings.Value(step.Title),
        [.. step.Fields.Where(f => f is not SkippedSyntax).Select(f => Item(values, f) with { Cites = Citations.Of(f), Span = f.Span })],
        Citations.Of(step),
        step.Span);

    private static StepItem Item(ValueBinder values, ClauseSyntax clause) => clause switch
    {
        GuideSyntax guide => new GuideItem(Guide.Of(guide)),
        ShowSyntax show => new ShowLatest(
            [.. show.Sets.Select(CodeSetReader.NameOf)], show.Window is null ? null : FilterBinder.Window(values, show.Window)),
        RecallInSyntax recall => new RecallIn(values.Duration(recall.Duration)),
        FieldSyntax field => Field(values, field),
        _ => throw new System.Diagnostics.UnreachableException($"No item for {clause}"),
    };

    private static Field Field(ValueBinder values, FieldSyntax field)
    {
        var unit = field.Attributes.OfType<FieldUnitSyntax>().LastOrDefault();
        var range = field.Attributes.OfType<FieldRangeSyntax>().LastOrDefault();
        return new Field(
            KindOf(field.Kind.Kind),
            CodeSetReader.NameOf(field.Name),
            Strings.Value(field.Title),
            Coding(field.Attributes),
            unit is null ? null : unit.Unit.Kind == TokenKind.NoneWord ? Unit.None : UnitSpellings.Read(unit.Unit.Text),
            range is null ? null : Range(values, range),
            field.Attributes.OfType<RequiredSyntax>().LastOrDefault() is { } required ? Requirement(required) : null,
            field.Attributes.Any(a => a is OnCompletionSyntax),
            field is ChoiceFieldSyntax choice ? [.. choice.Options.OfType<OptionSyntax>().Select(o => Option(values, o))] : [])
        {
            NameSpan = field.Name.Span,
            Span = field.Span,
        };
    }

    private static ExpectedRange Range(ValueBinder values, FieldRangeSyntax range)
    {
        var (low, high) = (Numbers.Signed(range.Low) ?? 0, Numbers.Signed(range.High) ?? 0);
        if (low > high)
            values.Report(BindingFindings.RangeReversed.At(
                range.Span,
                $"{Numbers.Shown(low)} is more than {Numbers.Shown(high)}: no number would be expected.",
                $"Write expect {Numbers.Shown(high)} to {Numbers.Shown(low)}.",
                Fix.Changes(
                    $"Write expect {Numbers.Shown(high)} to {Numbers.Shown(low)}",
                    new TextEdit(range.Low.Span, Numbers.Shown(high)),
                    new TextEdit(range.High.Span, Numbers.Shown(low)))));
        return new ExpectedRange(low, high, range.Span);
    }

    private static Option Option(ValueBinder values, OptionSyntax option) =>
        new(Strings.Value(option.Label), Coding(option.Attributes), option.Then is null ? null : Item(values, option.Then), option.Span);

    /// <summary>The code, where there are both a code and a reason to have none: a rule reports that.</summary>
    private static Coding? Coding(ImmutableArray<AttributeSyntax> attributes) =>
        attributes.OfType<CodedSyntax>().LastOrDefault() is { } coded ? new Coded(CodeSetReader.Code(coded.Code))
        : attributes.OfType<UncodedSyntax>().LastOrDefault() is { } uncoded ? new Uncoded(Strings.Value(uncoded.Why))
        : null;

    private static Requirement Requirement(RequiredSyntax required) => required switch
    {
        { When: null } => new AlwaysRequired(),
        { IsOption: { } option } => new RequiredWhenChosen(CodeSetReader.NameOf(required.When), Strings.Value(option), required.Span),
        _ => new RequiredWhenTicked(CodeSetReader.NameOf(required.When), required.Span),
    };

    private static FieldKind KindOf(TokenKind word) => word switch
    {
        TokenKind.NumberWord => FieldKind.Number,
        TokenKind.DateWord => FieldKind.Date,
        TokenKind.TickWord => FieldKind.Tick,
        TokenKind.ChoiceWord => FieldKind.Choice,
        TokenKind.ChoicesWord => FieldKind.Choices,
        TokenKind.OutcomeWord => FieldKind.Outcome,
        _ => FieldKind.Text,
    };
}
