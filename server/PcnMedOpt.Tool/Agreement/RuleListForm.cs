using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>The rule lists, run row by row.</summary>
public sealed class RuleListForm(AgreementProject project) : IAgreementForm
{
    private readonly RuleListEvaluator lists = new(Lowering.Lower(project.Cohorts, project.Measures, project.Project.Cohort, _ => false), project.Project, project.Reference);

    public string Name => "rule list";

    public FormFit FitOf(Question question)
    {
        var tests = question.Tests(project.Project);
        return new FormFit(
            tests.Any(t => t is ValueTest || (t is StatusTest status && RuleListForms.IsApproximate(status))) ? ["of several results or records on one day one is taken"] : [],
            [.. tests.Where(t => !RuleListForms.CanExpress(t)).Select(ConditionText.Of)]);
    }

    public IReadOnlyList<bool> Find(Question question, IReadOnlyList<PatientRecord> patients) => [.. patients.Select(p => lists.Run(question.Name, p))];
}
