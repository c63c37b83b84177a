using System.Collections.Frozen;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Systmone;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>
/// The joins of the SystmOne build sheet, as the rows of its page say them: number, report, in or not in, other report. A report of one statement is taken
/// at its word, as no format of SystmOne is public that could be read back.
/// </summary>
public sealed class SystmoneForm : IAgreementForm
{
    private readonly AgreementProject project;
    private readonly SystmoneTarget target = new();
    private readonly Evaluator evaluator;
    private readonly FrozenDictionary<string, AtomicReport> reports;
    private readonly FrozenDictionary<string, JoinView> joins;
    private readonly FrozenDictionary<string, string> results;

    public SystmoneForm(AgreementProject project)
    {
        this.project = project;
        evaluator = new Evaluator(project.Project, project.Reference);
        var contents = project.Contents;
        var meta = new PageMeta("agreement", "Agreement", null, ProtocolStatus.Draft, null, null, null, null, null, null, "0000000000000000", ToolInfo.Version, ToolInfo.Version, project.Reference);
        var view = BuildSheetView.Of(meta, contents);
        joins = view.Joins.ToFrozenDictionary(j => j.Number, StringComparer.Ordinal);
        results = view.Built.Where(b => b.Results.Length > 0).ToFrozenDictionary(b => b.Statement.Name, b => b.Results[^1].What, StringComparer.Ordinal);
        reports = BuildSheet.Of(SearchPlan.Of(target, project.Project, contents.Cohorts, contents.Measures)).Reports.ToFrozenDictionary(r => r.Number, StringComparer.Ordinal);
    }

    public string Name => "SystmOne joins";

    public FormFit FitOf(Question question) => new([], [.. question.Tests(project.Project).Where(t => target.Of(t, project.Project).Grade == FitGrade.ByHand).Select(ConditionText.Of)]);

    public IReadOnlyList<bool> Find(Question question, IReadOnlyList<PatientRecord> patients) => [.. patients.Select(p => IsIn(results[question.Name], p, new Dictionary<string, bool>(StringComparer.Ordinal)))];

    private bool IsIn(string number, PatientRecord patient, Dictionary<string, bool> known)
    {
        if (known.TryGetValue(number, out var isIn)) return isIn;
        return known[number] = joins.TryGetValue(number, out var join)
            ? IsIn(join.From.Text, patient, known) && IsIn(join.Other.Text, patient, known) == (join.Relation == "in")
            : IsIn(reports[number], patient);
    }

    private bool IsIn(AtomicReport report, PatientRecord patient) => report switch
    {
        { Test: { } test } => evaluator.Holds(test, patient),
        { Source: FromEveryone } => true,
        _ => patient.IsRegistered(project.Reference),
    };
}
