using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A cell of a table; the first of a row is its head.</summary>
public sealed record TestingCell(string Text, bool IsHead);

public sealed record TestingRow(ImmutableArray<TestingCell> Cells)
{
    public static TestingRow Of(params IEnumerable<string> cells) => new([.. cells.Select((text, i) => new TestingCell(text, i == 0))]);
}

/// <summary>A table with its caption, and a line below it; empty for none.</summary>
public sealed record TestingTable(string Caption, ImmutableArray<string> Heads, ImmutableArray<TestingRow> Rows, string Note);

/// <summary>A part of the page: sentences, tables, and texts of the language.</summary>
public sealed record TestingSection(string Id, string Title, ImmutableArray<string> Lines, ImmutableArray<TestingTable> Tables, ImmutableArray<string> Texts);

/// <summary>Whose protocols are tested, and from which texts.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="SourceHash">Of all texts of the project.</param>
/// <param name="ToolVersion">Of the program.</param>
/// <param name="LanguageVersion">Of the protocol language.</param>
/// <param name="Today">The day on which it was made.</param>
public sealed record TestingMeta(string Project, string SourceHash, string ToolVersion, string LanguageVersion, DateOnly Today);

/// <summary>What testing a project found, as one page.</summary>
public sealed record TestingView(PageFrame Frame, ImmutableArray<string> Lead, ImmutableArray<TestingSection> Sections)
{
    public static TestingView Of(TestingMeta meta, string kind, ImmutableArray<string> lead, ImmutableArray<TestingSection> sections)
    {
        var shortHash = meta.SourceHash.Length > 12 ? meta.SourceHash[..12] : meta.SourceHash;
        return new TestingView(
            new PageFrame(
                meta.Project, kind, null, null, null,
                new MarginsView(CssText.Of($"{meta.Project}: {kind}"), CssText.Of($"Source {shortHash}"), CssText.Of(EnglishDates.Of(meta.Today)), ""),
                [.. sections.Select(s => ContentsView.Of(s.Id, s.Title))],
                $"Made on {EnglishDates.Of(meta.Today)} by PcnMedOpt {meta.ToolVersion}, protocol language {meta.LanguageVersion}. Source {meta.SourceHash}."),
            lead, sections);
    }
}

/// <summary>The page as one HTML file that needs no other.</summary>
public static class TestingPage
{
    public static string Html(TestingView view, Templates? templates = null) => (templates ?? Templates.Standard).Render("testing.hbs", view);
}
