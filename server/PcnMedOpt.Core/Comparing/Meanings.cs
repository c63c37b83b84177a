using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Comparing;

/// <summary>
/// What a document says but for its wording: what is asked and recorded, done by whom and by when, tested how often, acted on how. Titles, guidance, sections
/// and the text of letters are wording; what to do about a result is not.
/// </summary>
internal static class Meanings
{
    public static IEnumerable<string> Of(object? model) => model switch
    {
        Template template => [template.For?.FullName ?? "", template.Lasts?.ToString() ?? "", Text(template.Framework?.Steps), .. template.Steps.SelectMany(s => s.Items.SelectMany(i => Of(i)).Prepend($"step {Text(s.Number)}"))],
        Sop sop => Of(sop),
        Letter letter => [letter.To?.FullName ?? "", .. letter.Bodies.Select(b => b.Medium.ToString())],
        Workflow workflow => [workflow.Start is null ? "" : ConditionText.Of(workflow.Start), .. workflow.Nodes.SelectMany(n => Of(n))],
        Register register =>
        [
            .. register.Columns.Select(c => $"{c.Name} {c.Kind} {string.Join('|', c.Options)} {c.Required} {c.Unique} {c.NotBefore}"),
            .. register.Deadlines.SelectMany(d => d.Cases.Select(c => $"{d.Of} {d.From} {c.Option} {c.By} {c.Within} {c.None is null}")),
        ],
        Checklist checklist => checklist.Items.Select(i => $"{i.Text} {i.Evidence} {i.From} {i.FromPart} {i.Period}"),
        Pack pack => [.. pack.Members.Select(m => $"{m.Name}.{m.Part}").Order(StringComparer.Ordinal), .. pack.Targets.Order().Select(t => t.ToString())],
        _ => [],
    };

    private static IEnumerable<string> Of(StepItem item) => item switch
    {
        Field field =>
        [
            $"{field.Kind} {field.Name} {Of(field.Coding)} {field.Unit} {(field.Expected is { } e ? $"{Semantics.Numbers.Shown(e.Low)} {Semantics.Numbers.Shown(e.High)}" : "")} {Of(field.Required)} {field.OnCompletion}",
            .. field.Options.SelectMany(o => (o.Then is null ? [] : Of(o.Then)).Prepend($"{o.Label} {Of(o.Coding)}")),
        ],
        ShowLatest show => [$"show {string.Join(',', show.Sets)} {(show.Window is null ? "" : Of(show.Window))}"],
        RecallIn recall => [$"recall {recall.Duration}"],
        _ => [],
    };

    private static string Of(Coding? coding) => coding switch { Coded coded => coded.Code.Text, Uncoded => "uncoded", _ => "" };

    private static string Of(Requirement? requirement) => requirement switch
    {
        AlwaysRequired => "required",
        RequiredWhenTicked other => $"when {other.Field}",
        RequiredWhenChosen other => $"when {other.Field} is {other.Option}",
        _ => "",
    };

    private static IEnumerable<string> Of(Sop sop) =>
    [
        sop.Setting ?? "",
        sop.Drug is { } drug ? $"{drug.Set} {Of(drug.Taking)}" : "",
        sop.Baseline is { } baseline ? $"{string.Join(',', baseline.Tests)} {baseline.Within}" : "",
        .. sop.Phases.SelectMany(p => Of(p.Schedules).Prepend($"phase {p.Name} {p.End switch { UntilStable stable => $"{stable.StableFor} {stable.TakenAs}", ForTime time => time.Time.ToString(), _ => "" }} {p.NoRoutineTests}")),
        .. sop.Additions.SelectMany(a => Of(a.Schedules).Prepend($"also {a switch { WhenTaking taking => taking.Set, WhenCondition condition => ConditionText.Of(condition.Condition), AfterStopping stopping => stopping.For.ToString(), _ => "" }} {a.NoRoutineTests}")),
        .. sop.Intervals.Select(i => $"{i.Test} {i.Value} {i.Unit} {Text(i.Divisor)} {i.In} {ConditionText.Of(i.When)}"),
        .. sop.Limits.SelectMany(Of),
        .. sop.LimitsAs.Select(l => $"{l.Sop} {string.Join(',', l.Except)}"),
        .. sop.Recalls.Select(r => $"{r.Stage} {r.After} {r.Role} {r.Text}"),
        .. sop.Parts.OfType<SopStep>().Select(s => $"{s.Name} {s.Role} {s.Every}"),
    ];

    private static IEnumerable<string> Of(Limit limit) =>
    [
        $"{limit.Name} {limit.Set} {limit.Unit}",
        .. limit.Bands.Select(b => $"{b.Colour} {BandText.Of(b, limit.Unit)} {b.Action}"),
        .. limit.Changes.Select(c => $"{c.Colour} {ConditionText.Of(c.Change)} {c.Action}"),
    ];

    private static IEnumerable<string> Of(ImmutableArray<Schedule> schedules) => schedules.Select(s => $"{string.Join(',', s.Tests)} {s.Every} {s.Grace}");

    private static IEnumerable<string> Of(WorkflowNode node) => node switch
    {
        WorkflowStep step => [$"{step.Name} {step.Role} {step.Deadline?.Within} {step.Deadline?.Of} {step.Deadline?.Before} {step.Code?.Text} {step.Next}"],
        Decision decision => decision.Branches.Select(b => $"{decision.Name} {b.Answer} {b.Next}"),
        _ => [node.Name],
    };

    private static string Of(Window window) => ConditionText.Of(window);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
