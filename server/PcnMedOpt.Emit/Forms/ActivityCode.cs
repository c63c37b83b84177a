using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Forms;

/// <summary>A code that the work of a pack records.</summary>
/// <param name="Step">The step at which it is recorded.</param>
/// <param name="Number">The prompt or step as people call it.</param>
/// <param name="Prompt">What is asked or done.</param>
/// <param name="Answer">The answer that it stands for; null when it stands for the whole.</param>
/// <param name="Code">The code.</param>
internal sealed record ActivityCode(string Step, string Number, string Prompt, string? Answer, WrittenCode Code);

/// <summary>A template or workflow of a pack, with the codes that it records and what it does without one.</summary>
internal sealed record ActivitySource(string Noun, string Name, string Title, ImmutableArray<ActivityCode> Codes, ImmutableArray<FormGap> Gaps);

/// <summary>All codes that the work of a pack records, for the monthly extract.</summary>
internal sealed record Activity(ImmutableArray<ActivitySource> Sources, MappedCodes? EmisCodes, PageContents Contents)
{
    public static Activity Of(Compilation compilation, MappedCodes? emisCodes, PackContents pack, PageContents contents, ImmutableArray<Form> forms) => new(
        [.. forms.Select(Of), .. pack.Declarations.Select(compilation.ModelOf).OfType<Workflow>().Select(Of).Where(s => !s.Codes.IsEmpty)],
        emisCodes,
        contents);

    /// <summary>There is nothing to extract.</summary>
    public bool IsEmpty => Sources.All(s => s.Codes.IsEmpty);

    public IEnumerable<ActivityCode> Codes => Sources.SelectMany(s => s.Codes);

    /// <summary>The EMIS codes of a code, as the map of the project or of the release knows them.</summary>
    public ImmutableArray<EmisCode> EmisCodesOf(WrittenCode code) => code.Id is { } id && EmisCodes is { } map ? map.Find(id) : [];

    private static ActivitySource Of(Form form) => new(
        "Template",
        form.Template.Name,
        form.Template.Title,
        [.. FormCodes.Of(form).Select(c => new ActivityCode(c.Step.Title, c.Number, c.Prompt, c.Answer, c.Code))],
        [.. FormCodes.Gaps(form)]);

    private static ActivitySource Of(Workflow workflow) => new(
        "Workflow",
        workflow.Name,
        workflow.Title,
        [
            .. from step in workflow.Nodes.OfType<WorkflowStep>()
               from code in step.Code is { } recorded ? new[] { recorded } : []
               let number = (workflow.Nodes.IndexOf(step) + 1).ToString(CultureInfo.InvariantCulture)
               select new ActivityCode("Steps", number, step.Title, null, code),
        ],
        []);
}
