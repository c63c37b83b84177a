using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Docs;

/// <summary>What was asked for has an answer that is there, or a reason why it has none. Where the texts themselves stand beside the checkout, the quotes are theirs, and no point of a list is left out.</summary>
public sealed partial class CoverageTests
{
    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    private static readonly List<Requirement> Requirements = Coverage.Read();

    private static readonly HashSet<string> InAPack = [.. Protocols.Models<Pack>().SelectMany(p => p.Members).Select(m => m.Name)];

    [Fact]
    public void The_page_is_written_from_the_table() => Snapshot.Check(Repository.PathOf("docs", "coverage.md"), Coverage.Page(Requirements, Protocols));

    [Fact]
    public void Each_requirement_has_an_answer_or_a_reason() =>
        Assert.DoesNotContain(Requirements, r => r.Answers.Count == 0 && r.Note.Length == 0);

    [Fact]
    public void Each_answer_is_declared() =>
        Assert.Empty(Requirements.SelectMany(r => r.Answers.Where(a => Protocols.Names.Find(a) is null).Select(a => $"{r}: there is no '{a}'")));

    /// <summary>Cohorts, code sets and settings come with what uses them; the rest a practice gets only by name.</summary>
    [Fact]
    public void Each_answer_that_a_practice_uses_is_in_a_pack() =>
        Assert.Empty(Requirements.SelectMany(r => r.Answers.Where(a => IsUsed(a) && !InAPack.Contains(a)).Select(a => $"{r}: '{a}' is in no pack")));

    [Fact]
    public void Each_form_letter_and_procedure_of_the_protocols_is_in_a_pack() =>
        Assert.Empty(Protocols.Names.Declarations.Where(d => IsUsed(d.Facts.Name ?? "") && !InAPack.Contains(d.Facts.Name ?? "")).Select(d => d.Facts.Name));

    [Fact]
    public void Requirements_stand_in_the_order_of_the_texts() =>
        Assert.Equal(Requirements.OrderBy(r => r.Source, StringComparer.Ordinal).ThenBy(r => r.Line), Requirements);

    [Fact]
    public void Each_quote_is_word_for_word_and_begins_on_its_line() => Assert.All(Requirements, requirement =>
    {
        if (Text(requirement.Source) is not { } lines) return;
        var quote = Coverage.Words(requirement.Quote);
        Assert.True(Between(lines, requirement.Line, requirement.LastLine).Contains(quote, StringComparison.Ordinal), $"{requirement} is not there.");
        Assert.False(Between(lines, requirement.Line + 1, requirement.LastLine).Contains(quote, StringComparison.Ordinal), $"{requirement} begins later.");
    });

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    public void No_point_of_a_list_is_left_out(string source)
    {
        if (Text(source) is not { } lines) return;
        var missing =
            from line in Enumerable.Range(1, lines.Length)
            where Point().IsMatch(lines[line - 1])
            where !Requirements.Any(r => r.Source == source && r.Line <= line && line <= r.LastLine)
            select $"{source}, line {line}: {lines[line - 1]}";
        Assert.Empty(missing);
    }

    private static bool IsUsed(string name) => Protocols.Names.Find(name)?.Facts.Kind is
        DeclarationKind.Measure or DeclarationKind.Template or DeclarationKind.Sop or DeclarationKind.Letter or DeclarationKind.Workflow or DeclarationKind.Register or DeclarationKind.Checklist;

    /// <summary>The lines of a text, or null where the texts are not beside the checkout.</summary>
    private static string[]? Text(string source) => Repository.Shared("reference", "seeds") is { } folder
        ? File.ReadAllText(Directory.GetFiles(folder, $"{source}_*.txt").Single()).Split('\n')
        : null;

    private static string Between(string[] lines, int first, int last) => Coverage.Words(string.Join(' ', lines.Skip(first - 1).Take(last - first + 1)));

    [GeneratedRegex(@"^\s*(•|- |o )")]
    private static partial Regex Point();
}
