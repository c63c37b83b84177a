using PcnMedOpt.Tool.Commands;

namespace PcnMedOpt.Tool;

/// <summary>The program <c>medopt</c>. Exit codes: 0 fine, 1 problems found, 2 wrong use or unreadable project, 3 our fault.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.WriteLine($"medopt {ToolInfo.Version}, language {ToolInfo.LanguageVersion}");
            return 0;
        }
        return CommandLine.Run(args);
    }
}
