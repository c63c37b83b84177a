using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>A line of the form: something to fill in, to tick, to look at or to read. What follows an answer is a line of its own, further in.</summary>
/// <param name="Depth">How far in it stands.</param>
/// <param name="After">The answer that it follows; null for none.</param>
/// <param name="Text">What is asked or said; empty for guidance.</param>
/// <param name="Hint">What may be written, or that nothing must be.</param>
/// <param name="Must">That it must be filled, and when; empty when it need not.</param>
/// <param name="Coding">How it is recorded, in small print; empty where nothing is recorded.</param>
/// <param name="Evidence">What it cites.</param>
public sealed record FormLine(int Depth, string? After, string Text, string Hint, string Must, string Coding, ImmutableArray<LinkView> Evidence)
{
    public bool IsWritten { get; init; }

    public bool IsShort { get; init; }

    public bool IsDate { get; init; }

    public bool IsTicked { get; init; }

    /// <summary>Of the answer's number, after the space to write it.</summary>
    public string? Unit { get; init; }

    public ImmutableArray<FormOption> Options { get; init; } = [];

    public GuideView? Guide { get; init; }
}

/// <summary>An answer to mark.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Coding">How it is recorded.</param>
/// <param name="IsOneOf">Only one is marked: its box is round.</param>
public sealed record FormOption(string Label, string Coding, bool IsOneOf);

public sealed record FormStep(string Id, string Heading, ImmutableArray<FormLine> Lines, ImmutableArray<LinkView> Evidence);

/// <summary>A template as a form on paper.</summary>
public sealed record FormView(PageFrame Frame, FrontMatterView Front, GuidanceHtml? Description, ImmutableArray<FactView> Facts, ImmutableArray<GuideView> Guides, ImmutableArray<FormStep> Steps)
{
    internal static FormView Of(Template template, PrintedDocument document)
    {
        var steps = template.Steps.Select((s, i) => new FormStep(
            string.Create(CultureInfo.InvariantCulture, $"step-{i + 1}"),
            string.Create(CultureInfo.InvariantCulture, $"{s.Number}. {s.Title}"),
            [.. s.Items.SelectMany(item => FormLines.Of(template, item, 0, null, document))],
            document.Evidence(s.Cites))).ToImmutableArray();
        return new FormView(
            document.Frame("Consultation form", steps.Select(s => ContentsView.Of(s.Id, s.Heading))),
            document.Front,
            document.Description,
            [.. Details(template, document)],
            GuideView.Of(template.Guides),
            steps);
    }

    private static IEnumerable<FactView> Details(Template template, PrintedDocument document)
    {
        if (template.For is { } patients) yield return new FactView("For", $"Patients in the cohort {document.English.Named(patients.Cohort)}{(patients.Part is null ? "" : $", part {patients.Part}")}");
        if (template.Lasts is { } time) yield return new FactView("Takes", document.English.Of(time));
        if (template.Framework is { } framework) yield return new FactView("Follows", framework.Title);
    }
}

/// <summary>From the items of a template to the lines of the form.</summary>
internal static class FormLines
{
    public static IEnumerable<FormLine> Of(Template template, StepItem item, int depth, string? after, PrintedDocument document)
    {
        var line = new FormLine(depth, after, "", "", "", "", document.Evidence(item.Cites));
        return item switch
        {
            GuideItem guide => [line with { Guide = new GuideView(guide.Guide.Title, GuidanceText.Html(guide.Guide.Markdown)) }],
            ShowLatest show => [line with { Text = $"Look at the latest: {string.Join(", ", show.Sets.Select(document.Called))}", Hint = show.Window is { } window ? document.English.Of(window) : "whenever recorded", IsWritten = true }],
            RecallIn recall => [line with { Text = $"Recall in {document.English.Of(recall.Duration)}", IsTicked = true }],
            Field field => OfField(template, field, line, document),
            _ => throw new System.Diagnostics.UnreachableException($"No line for {item}"),
        };
    }

    private static IEnumerable<FormLine> OfField(Template template, Field field, FormLine line, PrintedDocument document)
    {
        line = line with { Text = field.Title, Must = Must(template, field), Coding = Coding(field.Coding) };
        yield return field.Kind switch
        {
            FieldKind.Text => line with { IsWritten = true },
            FieldKind.Number => line with { IsShort = true, Unit = field.Unit is { IsNone: false } unit ? UnitText.Of(unit) : null, Hint = Expected(field) },
            FieldKind.Date => line with { IsDate = true },
            FieldKind.Choice => line with { Options = Options(field), Hint = "mark one" },
            FieldKind.Choices => line with { Options = Options(field), Hint = "mark all that apply" },
            FieldKind.Outcome => line with { IsTicked = true, Hint = field.OnCompletion ? "recorded when every required answer is there and a clinician confirms it" : "" },
            _ => line with { IsTicked = true },
        };
        foreach (var option in field.Options)
            if (option.Then is { } then)
                foreach (var inner in FormLines.Of(template, then, line.Depth + 1, option.Label, document)) yield return inner;
    }

    private static ImmutableArray<FormOption> Options(Field field) => [.. field.Options.Select(o => new FormOption(o.Label, Coding(o.Coding), field.Kind == FieldKind.Choice))];

    private static string Must(Template template, Field field)
    {
        string TitleOf(string name) => template.Fields.FirstOrDefault(f => f.Name == name)?.Title ?? name;
        return field.Required switch
        {
            null => "",
            RequiredWhenTicked ticked => $"Required when “{TitleOf(ticked.Field)}” is ticked",
            RequiredWhenChosen chosen => $"Required when “{TitleOf(chosen.Field)}” is “{chosen.Option}”",
            _ => "Required",
        };
    }

    private static string Expected(Field field) =>
        field.Expected is { } range ? $"expected {Numbers.Shown(range.Low)} to {Numbers.Shown(range.High)}" : "";

    private static string Coding(Coding? coding) => coding switch
    {
        Coded { Code: var code } => CodeText.Of(code),
        Uncoded uncoded => $"Not coded: {uncoded.Why}",
        _ => "",
    };
}

/// <summary>A code as it is printed beside what records it.</summary>
internal static class CodeText
{
    public static string Of(WrittenCode code) => code.Term is { } term ? $"{code.Text} {term.Trim()}" : code.Text;
}
