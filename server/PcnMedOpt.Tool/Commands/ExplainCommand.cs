using System.CommandLine;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt explain</c>: the page of a rule, or the list of all.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var rule = new Argument<string?>("RULE") { Description = "A rule's slug or id; without it, the list of all.", Arity = ArgumentArity.ZeroOrOne };
        rule.HelpName = "RULE";
        rule.CompletionSources.Add(_ => AllKinds.All.Select(k => new System.CommandLine.Completions.CompletionItem(k.Slug)));
        var command = new DocumentedCommand("explain", "Explain a rule: why it is there, an example, how to mend it.", "medopt explain unused-code-set") { rule };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            if (parsed.GetValue(rule) is not { } asked)
            {
                foreach (var each in AllKinds.All) output.Data.WriteLine($"{each.Id}  {each.Severity.Word(),-7}  {each.Slug,-30}  {each.Title}");
                return CommandLine.Fine;
            }
            var kind = AllKinds.All.FirstOrDefault(k => k.Slug == asked || string.Equals(k.Id, asked, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(asked);
            output.Data.WriteLine(RulePages.Text(kind));
            return CommandLine.Fine;
        }));
        return command;
    }

    private static UsageException Unknown(string asked)
    {
        var near = CloseWords.Nearest(asked, AllKinds.All.Select(k => k.Slug));
        return new UsageException($"There is no rule '{asked}'.{(near is null ? "" : $" Did you mean '{near}'?")} medopt explain lists them all.");
    }
}
