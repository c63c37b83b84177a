using System.CommandLine;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt completion</c>: a script that lets a shell complete commands, options and rules. It asks the program itself.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _medopt() { COMPREPLY=($(medopt "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)); }
        complete -o default -F _medopt medopt
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName medopt -ScriptBlock {
          param($word, $line, $position)
          medopt "[suggest:$position]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Make()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "pwsh");
        var command = new DocumentedCommand("completion", "Print a script that completes medopt's commands in a shell.", "medopt completion bash >> ~/.bashrc") { shell };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            output.Data.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "pwsh" => PowerShell, var other => throw new UsageException($"No script for {other}.") });
            return CommandLine.Fine;
        }));
        return command;
    }
}
