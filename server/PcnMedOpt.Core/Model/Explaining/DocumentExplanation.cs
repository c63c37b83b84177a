using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Model.Explaining;

/// <summary>Letters, workflows, registers, checklists and packs in plain English.</summary>
internal static class DocumentExplanation
{
    public static IEnumerable<ExplainedLine> Of(Letter letter, PlainEnglish english)
    {
        if (letter.To is { } to) yield return new ExplainedLine(0, $"To patients in the cohort {english.Named(to.FullName)}.");
        foreach (var body in letter.Bodies)
        {
            yield return new ExplainedLine(0, body.Medium switch { Medium.Sms => $"Text message, {body.Text.Length} characters:", Medium.Email => "E-mail:", _ => "Letter:" }, body.Span);
            foreach (var line in body.Text.Split('\n')) yield return new ExplainedLine(1, line, body.Span);
        }
    }

    public static IEnumerable<ExplainedLine> Of(Workflow workflow, PlainEnglish english)
    {
        if (workflow.Start is { } start) yield return new ExplainedLine(0, $"Begins for a patient with {english.Of(start)}.", start.Span);
        foreach (var node in workflow.Nodes)
        {
            var text = node switch
            {
                WorkflowStep step => $"{step.Title}: {step.Role}{By(workflow, step.Deadline)}{(step.Code is { } code ? $", records {code.Text} |{code.Term}|" : "")}{Next(workflow, step)}",
                Decision decision => $"{decision.Title}",
                _ => $"End: {node.Title}.",
            };
            yield return new ExplainedLine(0, text, node.Span);
            if (node is not Decision) continue;
            foreach (var (answer, to) in workflow.After(node)) yield return new ExplainedLine(1, $"{answer}: {to.Title}", node.Span);
        }
    }

    public static IEnumerable<ExplainedLine> Of(Register register)
    {
        foreach (var column in register.Columns)
            yield return new ExplainedLine(0, $"{column.Title}: {(column.Kind == ColumnKind.OneOf ? $"one of {string.Join(", ", column.Options)}" : column.Kind.ToString().ToLowerInvariant())}"
                + $"{(column.Required ? ", must be filled" : "")}{(column.Unique ? ", no two alike" : "")}{(column.NotBefore is { } other ? $", not before {TitleOf(register, other)}" : "")}.",
                column.Span);
        foreach (var deadlines in register.Deadlines)
        {
            yield return new ExplainedLine(0, $"Deadline, by {TitleOf(register, deadlines.Of)}, from {TitleOf(register, deadlines.From)}:");
            foreach (var each in deadlines.Cases)
                yield return new ExplainedLine(1, $"{each.Option}: {(each.Within is { } within ? $"within {within}" : each.By is { } by ? $"by {TitleOf(register, by)}" : $"none ({each.None})")}", each.Span);
        }
    }

    public static IEnumerable<ExplainedLine> Of(Checklist checklist, PlainEnglish english) =>
        checklist.Items.Select(item => new ExplainedLine(
            0,
            $"{item.Text}{(item.Period is { } period ? $", {period.ToString().ToLowerInvariant()}" : "")}: "
            + (item.From is { } from ? $"shown by {english.Named(item.FromPart is null ? from : $"{from}.{item.FromPart}")}"
                : item.Evidence is { } evidence ? $"shown by a {evidence.ToString().ToLowerInvariant()} that is kept" : "nothing shows it")
            + ".",
            item.Span));

    public static IEnumerable<ExplainedLine> Of(Pack pack, PlainEnglish english)
    {
        yield return new ExplainedLine(0, $"Contains {string.Join(", ", pack.Members.Select(m => english.Named(m.Part is null ? m.Name : $"{m.Name}.{m.Part}")))}.");
        if (!pack.Targets.IsEmpty) yield return new ExplainedLine(0, $"For {string.Join(", ", pack.Targets.Select(t => t switch { OutputTarget.Emis => "EMIS Web", OutputTarget.Systmone => "SystmOne", _ => t.ToString().ToLowerInvariant() }))}.");
    }

    private static string TitleOf(Register register, string column) => $"“{register.Columns.FirstOrDefault(c => c.Name == column)?.Title ?? column}”";

    private static string By(Workflow workflow, Deadline? deadline) => deadline is null ? ""
        : $", within {deadline.Within} of {(deadline.Of is { } of ? $"“{workflow.Find(of)?.Title ?? of}”" : "the start")}{(deadline.Before is { } before ? $" and before {before}" : "")}";

    private static string Next(Workflow workflow, WorkflowStep step) =>
        step.Next is null ? "." : workflow.Find(step.Next) is { } next ? $". Then: {next.Title}" : ".";
}
