using BenchmarkDotNet.Attributes;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Emit;

namespace PcnMedOpt.Benchmarks;

/// <summary>A megabyte of protocol text, cut into its declarations beforehand, on one thread.</summary>
[MemoryDiagnoser]
public class Parsing
{
    private static readonly string[] Declarations = [.. Slicer.Cut(GeneratedProject.Megabyte).Select(s => s.Text)];

    [Benchmark]
    public int LexAndParse()
    {
        var declarations = 0;
        foreach (var text in Declarations)
            if (new Slice(text).Parsed.Declaration is not null) declarations++;
        return declarations;
    }

    [Benchmark]
    public int LexOnly()
    {
        var tokens = 0;
        foreach (var text in Declarations) tokens += Lexer.Lex(text).First.Length;
        return tokens;
    }
}

/// <summary>A project of 500 protocols, 2,000 cohorts and 100,000 codes: all of it, and one keystroke.</summary>
[MemoryDiagnoser]
public class Project
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private Compilation warm = null!;
    private int edits;

    [GlobalSetup]
    public void Check()
    {
        warm = Compilation.Of(GeneratedProject.Files, ProjectSettings.None, Today, targets: Targets.All(null)).WithFile("long.medopt", GeneratedProject.LongFile);
        _ = warm.Diagnostics.Length;
    }

    [Benchmark]
    public int CheckAll() => Compilation.Of(GeneratedProject.Files, ProjectSettings.None, Today, targets: Targets.All(null)).Diagnostics.Length;

    /// <summary>An age changes in one criterion of a short file.</summary>
    [Benchmark]
    public int EditCriterion()
    {
        var file = warm.Files["p250.medopt"];
        warm = warm.WithFile(file.Path, file.Text.Replace($"age >= {65 + (edits % 9)} years", $"age >= {65 + (++edits % 9)} years", StringComparison.Ordinal));
        return warm.Diagnostics.Length;
    }

    /// <summary>A code is added to a set of a file of 2,000 lines.</summary>
    [Benchmark]
    public int EditCode()
    {
        var file = warm.Files["long.medopt"];
        var line = "  195967001 |Asthma|\n";
        var at = file.Text.IndexOf('\n', file.Text.IndexOf("codes set_1003_0 ", StringComparison.Ordinal)) + 1;
        warm = warm.WithFile(file.Path, file.Text.Contains(line, StringComparison.Ordinal) ? file.Text.Replace(line, "", StringComparison.Ordinal) : file.Text.Insert(at, line));
        return warm.Diagnostics.Length;
    }

}
