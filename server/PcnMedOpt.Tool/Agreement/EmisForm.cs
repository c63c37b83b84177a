using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Emis.Reading;
using PcnMedOpt.Emit.Emis.Running;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>The EMIS file: written, read back from its bytes, and run by what its elements say.</summary>
public sealed class EmisForm : IAgreementForm
{
    private readonly AgreementProject project;
    private readonly EmisTarget target;
    private readonly EmisFolder folder;
    private readonly SearchPlan plan;
    private readonly EmisExecutor executor;

    public EmisForm(AgreementProject project)
    {
        this.project = project;
        var tests = project.Questions.SelectMany(q => q.Tests(project.Project)).ToList();
        var codes = new SyntheticCodes(project.Project, tests.SelectMany(t => t.SetsUsed()).Select(s => s.Set).Distinct(StringComparer.Ordinal), project.Parts);
        target = new EmisTarget(codes.Map);
        plan = SearchPlan.Of(target, project.Project, project.Cohorts, project.Measures);
        folder = new EmisFolder("agreement", "Agreement", "1", "PcnMedOpt", project.Reference, project.Reference, plan.Searches);
        var (document, fault) = EmisReader.Read(EmisWriter.Write(folder, project.Project, target));
        var hand = plan.Plan.Lists.Where(l => l.Hand is not null).ToDictionary(l => EmisWriter.ReportId(folder, l.Id).ToString(), l => l.Hand, StringComparer.Ordinal);
        var evaluator = new Evaluator(project.Project, project.Reference);
        executor = new EmisExecutor(
            document ?? throw new System.Diagnostics.UnreachableException($"The EMIS file is not read back: {fault?.Message}"),
            project.Reference,
            codes.Stands,
            (report, patient) => hand.TryGetValue(report, out var test) && test is not null ? evaluator.Holds(test, patient) : null);
    }

    public string Name => "EMIS XML";

    public FormFit FitOf(Question question)
    {
        var fits = question.Tests(project.Project).Select(t => (Test: t, Fit: target.Of(t, project.Project))).ToList();
        return new FormFit(
            [.. fits.Where(f => f.Fit.Grade == FitGrade.Approximate).SelectMany(f => f.Fit.How.Split("; ")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. fits.Where(f => f.Fit.Grade == FitGrade.ByHand || !RuleListForms.CanExpress(f.Test)).Select(f => ConditionText.Of(f.Test))]);
    }

    public IReadOnlyList<bool> Find(Question question, IReadOnlyList<PatientRecord> patients)
    {
        var report = EmisWriter.ReportId(folder, plan.Plan.Roots[question.Name]).ToString();
        return [.. patients.Select(p => executor.Finds(report, p))];
    }
}
