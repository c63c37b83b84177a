using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PcnMedOpt.Tool.Commands;

/// <summary>A command that shows an example of its use at the end of its help.</summary>
internal sealed class DocumentedCommand(string name, string description, string example) : Command(name, description)
{
    public string Example => example;
}

/// <summary>The library's help, and the example of the command that was asked about.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parsed)
    {
        var code = help.Invoke(parsed);
        var example = (parsed.CommandResult.Command as DocumentedCommand)?.Example ?? "medopt check protocols";
        parsed.InvocationConfiguration.Output.WriteLine($"Example:\n  {example}\n");
        return code;
    }
}
