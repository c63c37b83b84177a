using PcnMedOpt.Core;
using PcnMedOpt.Ide.Completion;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The shipped protocols, and what is left of them when the rest is not written yet: every place has an answer.</summary>
public sealed class CompletionEverywhereTests
{
    private const int Step = 7;
    private const int Cuts = 25;

    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    public static TheoryData<string> Paths => [.. Protocols.Files.Keys];

    /// <summary>Each suggestion takes the place of a stretch that the cursor is in or behind, and says something.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_place_has_an_answer(string path) =>
        Parallel.For(0, (Protocols.Files[path].Text.Length / Step) + 1, i => Check(Protocols, path, i * Step));

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_end_of_a_text_that_is_not_finished_has_one(string path)
    {
        var text = Protocols.Files[path].Text;
        var random = new Random(path.Length);
        for (var i = 0; i < Cuts; i++)
        {
            var cut = random.Next(text.Length + 1);
            Check(Protocols.WithFile(path, text[..cut]), path, cut);
        }
    }

    private static void Check(Compilation compilation, string path, int offset)
    {
        var text = compilation.Files[path].Text;
        foreach (var item in Completions.At(compilation, path, offset).Items)
            Assert.True(
                item.Label.Length > 0 && item.Insert.Length > 0 && item.Replaces.Start <= offset && item.Replaces.End >= offset && item.Replaces.End <= text.Length
                    && !item.Replaces.Of(text).AsSpan().ContainsAny('\r', '\n'),
                $"{path} at {offset}: {item}");
    }
}
