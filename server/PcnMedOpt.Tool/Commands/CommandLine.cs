using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>The commands together, the options that all of them share, and what becomes of what they throw.</summary>
public static class CommandLine
{
    public const int Fine = 0;
    public const int ProblemsFound = 1;
    public const int WrongUse = 2;
    public const int OurFault = 3;

    private static readonly Option<string?> Today = new("--today") { Description = "The day on which the project is looked at (2026-11-20); else the clock's.", Recursive = true };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Say nothing but the results.", Recursive = true };

    private static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };

    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var root = new RootCommand("Protocols for medicines optimisation: cohorts and measures in a text file, checked, tested and built for EMIS, SystmOne and print.")
        {
            NewCommand.Make(), CheckCommand.Make(), BuildCommand.Make(), TestCommand.Make(), CountCommand.Make(), FormatCommand.Make(), ExplainCommand.Make(), VerifyCommand.Make(),
            ImportCommand.Make(), DiffCommand.Make(), LockCommand.Make(), SynthCommand.Make(), SqlCommand.Make(), LoadCommand.Make(), TerminologyCommand.Make(), CompletionCommand.Make(), LspCommand.Make(),
        };
        root.Options.Add(Today);
        root.Options.Add(Quiet);
        root.Options.Add(NoColor);
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is HelpAction action) help.Action = new HelpWithExample(action);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample)
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
            Console.Error.WriteLine($"medopt {parsed.CommandResult.Command.Name} --help shows how it is used.".Replace("medopt medopt", "medopt", StringComparison.Ordinal));
            return WrongUse;
        }
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a command's work; every failure of the outside world is one message and an exit code.</summary>
    public static int Guarded(ParseResult parsed, Func<Output, int> work)
    {
        var output = OutputOf(parsed);
        try
        {
            return work(output);
        }
        catch (Exception thrown)
        {
            var error = thrown is AggregateException { InnerExceptions: [var only, ..] } ? only : thrown;
            output.Complain(error is UsageException or TemplateException or IOException or UnauthorizedAccessException ? error.Message : FaultReport.Write(error));
            return error switch { TemplateException => ProblemsFound, UsageException or IOException or UnauthorizedAccessException => WrongUse, _ => OurFault };
        }
    }

    public static DateOnly TodayOf(ParseResult parsed) => parsed.GetValue(Today) is { } given ? Day(Today.Name, given) : DateOnly.FromDateTime(DateTime.Today);

    /// <summary>The day that an option names.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DateOnly Day(string option, string given) => DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new UsageException($"{option} {given} is no day. Write it as 2026-11-20.");

    private static Output OutputOf(ParseResult parsed)
    {
        var colour = !parsed.GetValue(NoColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Console.IsOutputRedirected;
        return new Output(Console.Out, Console.Error, colour, parsed.GetValue(Quiet));
    }
}
