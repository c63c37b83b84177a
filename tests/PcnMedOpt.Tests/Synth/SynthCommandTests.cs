using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tests.Tool;

namespace PcnMedOpt.Tests.Synth;

/// <summary><c>medopt synth</c> as a process: its exit codes, and what it leaves behind.</summary>
public sealed class SynthCommandTests
{
    [Fact]
    public void It_writes_the_three_files()
    {
        using var medopt = new Medopt();
        var run = medopt.Run("synth", "--patients", "3", "--on", "2026-11-20", "--out", "made/up");
        Assert.Equal((0, ""), (run.ExitCode, run.Data));
        Assert.All(ExtractFiles.Names, name => Assert.NotEmpty(medopt.Read($"made/up/{name}")));
    }

    [Fact]
    public void The_parameters_that_it_prints_are_those_that_it_uses()
    {
        using var medopt = new Medopt();
        medopt.Write("own.json", medopt.Run("synth", "--print-parameters").Data);
        Assert.Equal(0, medopt.Run("synth", "--patients", "30", "--on", "2026-11-20", "--out", "own", "--parameters", "own.json").ExitCode);
        Assert.Equal(0, medopt.Run("synth", "--patients", "30", "--on", "2026-11-20", "--out", "built-in").ExitCode);
        Assert.All(ExtractFiles.Names, name => Assert.Equal(medopt.Read($"built-in/{name}"), medopt.Read($"own/{name}")));
    }

    [Theory]
    [InlineData("--on", "2026-11-20")]
    [InlineData("--out", "made-up")]
    [InlineData("--on", "2026-13-01", "--out", "made-up")]
    [InlineData("--on", "2026-11-20", "--out", "made-up", "--patients", "0")]
    [InlineData("--on", "2026-11-20", "--out", "made-up", "--parameters", "not-there.json")]
    [InlineData("--on", "2026-11-20", "--out", "made-up", "--parameters", "wrong.json")]
    public void Wrong_use_is_said_and_nothing_is_written(params string[] arguments)
    {
        using var medopt = new Medopt();
        medopt.Write("wrong.json", "{ \"basis\": 1 }");
        var run = medopt.Run(["synth", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Talk);
        Assert.False(Directory.Exists(Path.Combine(medopt.Folder, "made-up")));
    }
}
