using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Explaining;

/// <summary>A line of an explanation, and how deep it stands.</summary>
/// <param name="Depth">How deep it stands: 0 for the first level.</param>
/// <param name="Text">A sentence or a part of one.</param>
/// <param name="Span">What it explains, in the slice of the declaration; null where that is all of it, or stands elsewhere.</param>
public sealed record ExplainedLine(int Depth, string Text, TextSpan? Span = null)
{
    public override string ToString() => $"{new string(' ', Depth * 2)}{Text}";
}

/// <summary>Reads a declaration back in plain English: for whoever checks a protocol, and for the author who wants to know what was understood.</summary>
public static class Explanation
{
    /// <param name="model">The model of a declaration.</param>
    /// <param name="cohorts">The cohorts that a procedure declares, or null.</param>
    /// <param name="english">Words, with the titles of names.</param>
    public static IEnumerable<ExplainedLine> Of(object? model, DerivedCohorts? cohorts, PlainEnglish english) => model switch
    {
        Cohort cohort => CohortExplanation.Of(cohort, english),
        Measure measure => CohortExplanation.Of(measure, english),
        Template template => TemplateExplanation.Of(template, english),
        Sop sop => SopExplanation.Of(sop, cohorts, english),
        Letter letter => DocumentExplanation.Of(letter, english),
        Workflow workflow => DocumentExplanation.Of(workflow, english),
        Register register => DocumentExplanation.Of(register),
        Checklist checklist => DocumentExplanation.Of(checklist, english),
        Pack pack => DocumentExplanation.Of(pack, english),
        _ => [],
    };
}
