using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Explaining;

/// <summary>Templates in plain English: what is asked, and what is recorded of the answer.</summary>
internal static class TemplateExplanation
{
    public static IEnumerable<ExplainedLine> Of(Template template, PlainEnglish english)
    {
        if (template.For is { } cohort) yield return new ExplainedLine(0, $"For patients in the cohort {english.Named(cohort.FullName)}.");
        if (template.Lasts is { } lasts) yield return new ExplainedLine(0, $"Takes {lasts}.");
        if (template.Framework is { } framework) yield return new ExplainedLine(0, $"Framework: {framework.Title}, {framework.Steps} steps.");
        foreach (var step in template.Steps)
        {
            yield return new ExplainedLine(0, $"Step {step.Number}, {step.Title}:", step.Span);
            foreach (var item in step.Items)
                foreach (var line in Of(item, 1, english)) yield return line;
        }
    }

    private static IEnumerable<ExplainedLine> Of(StepItem item, int depth, PlainEnglish english)
    {
        switch (item)
        {
            case Field field:
                yield return new ExplainedLine(depth, $"{field.Title} ({Kind(field)}){Details(field)}{Coding(field.Coding)}", field.Span);
                foreach (var option in field.Options)
                {
                    yield return new ExplainedLine(depth + 1, $"{option.Label}{Coding(option.Coding)}", option.Span);
                    if (option.Then is { } then)
                        foreach (var line in Of(then, depth + 2, english)) yield return line;
                }
                break;
            case ShowLatest show:
                yield return new ExplainedLine(depth, $"Shows the latest {string.Join(", ", show.Sets.Select(english.Named))}{(show.Window is { } window ? $" recorded {english.Of(window)}" : "")}.", show.Span);
                break;
            case RecallIn recall: yield return new ExplainedLine(depth, $"Recall in {english.Of(recall.Duration)}.", recall.Span); break;
            case GuideItem guide: yield return new ExplainedLine(depth, $"Guidance: {guide.Guide.Title ?? FirstLine(guide.Guide.Markdown)}", guide.Span); break;
        }
    }

    private static string Kind(Field field) => field.Kind switch
    {
        FieldKind.Tick => "tick box",
        FieldKind.Choice => "one answer",
        FieldKind.Choices => "any number of answers",
        FieldKind.Number when field.Unit is { IsNone: false } unit => $"number in {UnitText.Of(unit)}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Details(Field field) =>
        (field.Expected is { } range ? $", expected {Numbers.Shown(range.Low)} to {Numbers.Shown(range.High)}" : "")
        + field.Required switch
        {
            AlwaysRequired => ", must be filled",
            RequiredWhenTicked other => $", must be filled when “{other.Field}” is ticked",
            RequiredWhenChosen other => $", must be filled when “{other.Field}” is “{other.Option}”",
            _ => "",
        }
        + (field.OnCompletion ? ", offered when every field that must be filled is; a clinician confirms it" : "");

    private static string Coding(Coding? coding) => coding switch
    {
        Coded coded => $": records {coded.Code.Text}{(coded.Code.Term is { } term ? $" |{term}|" : "")}",
        Uncoded uncoded => $": no code ({uncoded.Why})",
        _ => "",
    };

    private static string FirstLine(string text) => text.Split('\n')[0];
}
