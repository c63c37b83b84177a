using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The shipped protocols, for what must hold at every place of a text.</summary>
public static class ShippedText
{
    private static readonly int Step = TestSize.Of(usual: 13, full: 7);

    private static readonly Lazy<Compilation> Loaded = new(() => LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation);

    public static Compilation Compilation => Loaded.Value;

    /// <summary>Each file, and of it the first offset, every seventh or thirteenth after it, and its end.</summary>
    public static IEnumerable<(SourceFile File, int Offset)> Places =>
        from file in Compilation.Files.Values
        from offset in Enumerable.Range(0, (file.Text.Length / Step) + 1).Select(n => n * Step).Append(file.Text.Length)
        select (file, offset);

    public static void AssertInside(SourceFile file, TextSpan span) =>
        Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= file.Text.Length, $"{file.Path}: {span} is outside the text of {file.Text.Length} characters.");
}
