using System.Text.RegularExpressions;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Docs;

/// <summary>Every protocol text in the documentation can be read, and every path that a page names is there.</summary>
public sealed partial class LanguagePageTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md")).Append(Repository.PathOf("server", "README.md")).Append(Repository.PathOf("tests", "README.md")).Append(Repository.PathOf("protocols", "README.md")).Where(File.Exists)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_protocols_can_be_read(string page)
    {
        if (page == "docs/examples.md") return;
        foreach (Match block in Protocols().Matches(File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n")))
        {
            var text = block.Groups[1].Value;
            foreach (var slice in Slicer.Cut(text))
                Assert.Empty(FactsReader.Read(slice.Parsed).Findings.Select(f => $"{f.Message} in {slice.Text}"));
            Assert.Equal(Formatter.Format(text), Formatter.Format(Formatter.Format(text)));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_paths_that_it_names_are_there(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        foreach (Match link in Links().Matches(File.ReadAllText(Repository.PathOf(page))))
        {
            var target = link.Groups[1].Value.Split('#')[0];
            Assert.True(target.Length == 0 || Path.Exists(Path.Combine(folder, target)), $"{page} links to {target}, which is not there");
        }
    }

    [GeneratedRegex("^```medopt[^\n]*\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Protocols();

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Links();
}
