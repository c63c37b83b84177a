using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>
/// Runs a rule list by its own meaning, and not by that of the language: rows that satisfy the filters, the link's range, the order, the kept
/// test, the child. A list to be built by hand finds whom its test finds.
/// </summary>
public sealed class RuleListEvaluator(Plan plan, ProjectModel project, DateOnly reference)
{
    private readonly Evaluator evaluator = new(project, reference);

    public bool Run(string id, PatientRecord patient) => Run(plan.Find(id), patient);

    private bool Run(RuleList list, PatientRecord patient)
    {
        var isInSource = list.From switch
        {
            FromRegistered => patient.IsRegistered(reference),
            FromList from => Run(from.Id, patient),
            _ => true,
        };
        if (!isInSource) return false;
        if (list.Hand is { } test) return evaluator.Holds(test, patient);
        foreach (var rule in list.Rules)
        {
            var holds = rule.Join == RuleJoin.All ? rule.Members.All(m => Holds(m, patient)) : rule.Members.Any(m => Holds(m, patient));
            switch (holds ? rule.IfTrue : rule.IfFalse)
            {
                case RuleAction.Select: return true;
                case RuleAction.Reject: return false;
            }
        }
        return list.Rules.IsEmpty;
    }

    private bool Holds(Member member, PatientRecord patient) => member switch
    {
        InList list => Run(list.Id, patient),
        Model.RuleLists.Records records => Rows(records.Criterion, patient, _ => true).Any() != records.Negated,
        _ => throw new System.Diagnostics.UnreachableException($"No meaning for {member}"),
    };

    private IEnumerable<Row> Rows(RowCriterion criterion, PatientRecord patient, Func<Row, bool> isInRange)
    {
        var rows = All(criterion.Table, patient).Where(r => criterion.Filters.All(f => Holds(f, r, patient)) && isInRange(r));
        if (criterion.Order is { } order)
            rows = (order == Pick.Latest ? rows.OrderByDescending(r => r.Date) : rows.OrderBy(r => r.Date)).Take(1);
        rows = rows.Where(r => criterion.KeptTest.All(f => Holds(f, r, patient)));
        return criterion.Link is { } link ? rows.Where(r => Linked(link, r, patient)) : rows;
    }

    private bool Linked(RowLink link, Row parent, PatientRecord patient)
    {
        if (DateOf(link.ParentDate, parent, patient) is not { } from) return false;
        var exists = Rows(link.Child, patient, r => DateOf(link.ChildDate, r, patient) is { } to && link.Range.Contains(from, to)).Any();
        return exists != link.ChildNegated;
    }

    private DateOnly? DateOf(DateColumn column, Row row, PatientRecord patient) => column switch
    {
        DateColumn.Birth => patient.Born,
        DateColumn.Registration => patient.RegistrationOn(reference)?.Since,
        _ => row.Date,
    };

    private IEnumerable<Row> All(Table table, PatientRecord patient) => table switch
    {
        Table.Patients => [new Row(0, reference, null, Episode.Unmarked)],
        Table.Events => patient.Events.Where(e => e.Date <= reference).Select(e => new Row(e.Code, e.Date ?? default, e.Value, e.Episode)),
        _ => patient.Issues.Where(i => i.Date <= reference).Select(i => new Row(i.Code, i.Date ?? default, null, i.Episode)),
    };

    private bool Holds(RowFilter filter, Row row, PatientRecord patient) => filter switch
    {
        CodesIn codes => codes.Sets.Any(s => project.CodeSet(s)?.ContainsInExample(row.Code) == true),
        DatedIn dated => Clock.Contains(dated.Window, row.Date, reference),
        AgeIs age => Clock.Contains(age.Range, patient.Born, reference),
        AgeAtEventIs age => Clock.Contains(age.Range, patient.Born, row.Date),
        HasNumber => row.Value is not null,
        NumberIs number => Results.Usable(row.Value, project.Definition(number.Set)?.Unit) is { } result && Results.Satisfies(result, number.Range),
        BornIn born => (born.From is null || patient.Born >= born.From) && (born.To is null || patient.Born <= born.To),
        RegisteredSince since => patient.RegistrationOn(reference) is { } registration && Clock.Contains(since.Range, registration.Since, reference),
        EpisodeIs episode => episode.Kinds.Contains(row.Episode) != episode.Not,
        _ => throw new System.Diagnostics.UnreachableException($"No meaning for {filter}"),
    };

    private sealed record Row(long Code, DateOnly Date, ResultValue? Value, Episode Episode);
}
