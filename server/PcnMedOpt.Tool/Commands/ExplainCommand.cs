using System.CommandLine;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt explain</c>: the page of a rule, the list of all rules, or what a declaration of a project means, in plain English.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var asked = new Argument<string?>("RULE|NAME") { Description = "A rule's slug or id, or the name of a declaration; without it, the list of all rules.", HelpName = "RULE|NAME", Arity = ArgumentArity.ZeroOrOne };
        asked.CompletionSources.Add(_ => AllKinds.All.Select(k => new System.CommandLine.Completions.CompletionItem(k.Slug)));
        var path = ProjectArgument.Make();
        var command = new DocumentedCommand(
            "explain", "Explain a rule, or read a declaration of the project back in plain English.", "medopt explain methotrexate_monitoring.overdue protocols") { asked, path };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            if (parsed.GetValue(asked) is not { } name)
            {
                foreach (var each in AllKinds.All) output.Data.WriteLine($"{each.Id}  {each.Severity.Word(),-7}  {each.Slug,-30}  {each.Title}");
                return CommandLine.Fine;
            }
            if (AllKinds.All.FirstOrDefault(k => k.Slug == name || string.Equals(k.Id, name, StringComparison.OrdinalIgnoreCase)) is { } kind)
            {
                output.Data.WriteLine(RulePages.Text(kind));
                return CommandLine.Fine;
            }
            if (name.Contains('-', StringComparison.Ordinal)) throw Unknown(name, AllKinds.All.Select(k => k.Slug));
            return Declaration(output, ProjectArgument.Load(parsed, path, output).Compilation, name);
        }));
        return command;
    }

    private static int Declaration(Output output, Compilation compilation, string name)
    {
        var declared = compilation.Names.Find(name);
        object? model = name.Contains('.', StringComparison.Ordinal) ? compilation.Cohort(name) : declared is null ? null : compilation.ModelOf(declared);
        var english = new PlainEnglish(n => compilation.Names.Find(n)?.Facts.Title ?? compilation.Cohort(n)?.Title);
        var lines = Explanation.Of(model, compilation.CohortsOf(name), english).ToList();
        if (lines.Count == 0)
            throw declared is null ? Unknown(name, compilation.Names.All) : new UsageException($"'{name}' is a {declared.Facts.Kind.ToString().ToLowerInvariant()}: there is nothing to explain beyond its text.");
        output.Data.WriteLine($"{english.Named(name)[1..^1]} ({name})");
        output.Data.WriteLine();
        foreach (var line in lines) output.Data.WriteLine(line.ToString());
        return CommandLine.Fine;
    }

    private static UsageException Unknown(string asked, IEnumerable<string> known)
    {
        var near = CloseWords.Nearest(asked, known);
        return new UsageException($"There is no rule or declaration '{asked}'.{(near is null ? "" : $" Did you mean '{near}'?")} medopt explain lists the rules.");
    }
}
