using PcnMedOpt.Core;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Edits;

/// <summary>What is kept between edits is never stale: after each edit the findings are those of the same texts read afresh.</summary>
public sealed class EditTests
{
    private static readonly int Rounds = TestSize.Of(usual: 6, full: 60);

    private const int EditsOfARound = 8;

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Repository.PathOf("tests", "cases")).Select(d => Path.GetFileName(d)).Where(d => d != "shipped").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void After_each_edit_the_findings_are_those_of_a_fresh_reading(string name)
    {
        var start = LoadedProject.Load(new ProjectFolder(Repository.PathOf("tests", "cases", name)), TestProject.Today).Compilation;
        var random = new Random(name.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var compilation = start;
            for (var edit = 0; edit < EditsOfARound; edit++)
            {
                compilation = Edited(compilation, random);
                Assert.Equal(Shown(Fresh(compilation)), Shown(compilation));
            }
        }
    }

    private static Compilation Fresh(Compilation edited) => Compilation.Of(
        edited.Files.Values.Select(f => new KeyValuePair<string, string>(f.Path, f.Text)), edited.Settings, edited.Today, edited.Lists, edited.Targets);

    private static string Shown(Compilation compilation) => string.Join('\n', compilation.Diagnostics.Select(TestProject.Shown));

    private static Compilation Edited(Compilation compilation, Random random)
    {
        var files = compilation.Files.Values.Where(f => f.Text.Length > 0).ToList();
        var file = files[random.Next(files.Count)];
        var lines = file.Text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                var words = Words(file.Text);
                return compilation.WithFile(file.Path, file.Text.Replace(words[random.Next(words.Count)], words[random.Next(words.Count)], StringComparison.Ordinal));
            case 3:
                return compilation.Files.ContainsKey("moved.medopt")
                    ? compilation.WithoutFile("moved.medopt")
                    : compilation.WithFile("moved.medopt", Declaration(compilation, random)).WithFile(file.Path, file.Text);
            case 4:
                var declaration = file.Declarations[random.Next(file.Declarations.Length)].Declared.Slice.Text;
                return compilation.WithFile(file.Path, file.Text.Replace(declaration, "", StringComparison.Ordinal)).WithFile("other.medopt", declaration);
            default:
                lines[at] += " ";
                break;
        }
        return compilation.WithFile(file.Path, string.Join('\n', lines));
    }

    /// <summary>A declaration of some file: the same name, declared a second time.</summary>
    private static string Declaration(Compilation compilation, Random random)
    {
        var all = compilation.Files.Values.SelectMany(f => f.Declarations).ToList();
        return all[random.Next(all.Count)].Declared.Slice.Text;
    }

    private static List<string> Words(string text) => [.. text.Split([' ', '\n', '"', '{', '}', ','], StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(text).Distinct()];
}
