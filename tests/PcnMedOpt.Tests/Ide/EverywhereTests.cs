using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Actions;
using PcnMedOpt.Ide.Layout;
using PcnMedOpt.Ide.Navigation;
using PcnMedOpt.Ide.Renaming;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>All over the shipped protocols, whole and cut off, an answer comes; and what it names is in the project.</summary>
public sealed class EverywhereTests
{
    private const int Step = 97;

    private static readonly Compilation Shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    /// <summary>Every fourth file.</summary>
    public static TheoryData<string> Files => [.. Shipped.Files.Keys.Where((_, i) => i % 4 == 0)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_place_leads_to_places_of_the_project(string path)
    {
        for (var at = 0; at <= Shipped.Files[path].Text.Length; at += Step)
        {
            foreach (var target in Definitions.At(Shipped, path, at)?.To ?? []) Assert.True(target.Name.Span.End <= (Shipped.Files.GetValueOrDefault(target.Name.Path)?.Text.Length ?? 0));
            foreach (var target in TypeDefinitions.At(Shipped, path, at)?.To ?? []) Assert.Contains(target.Name.Path, Shipped.Files.Keys);
            var start = Renames.Prepare(Shipped, path, at);
            Assert.True(start.Place is null == start.Refusal is not null && (start.Place is null || start.Place.Span.Contains(at) || start.Place.Span.Contains(at - 1) || start.Place.Span.Contains(at + 1)));
        }
    }

    /// <summary>A file that ends in the middle, as it does while it is typed.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_cut_off_is_answered(string path)
    {
        var text = Shipped.Files[path].Text;
        for (var end = 1; end < text.Length; end += 1 + (text.Length / 4))
        {
            var cut = TestProject.Of(text[..end]);
            Definitions.At(cut, "test.medopt", end);
            References.Of(cut, "test.medopt", end, true).Count();
            Renames.Rename(cut, "test.medopt", end, "another_name");
            if (CallHierarchy.At(cut, "test.medopt", end) is { } item) CallHierarchy.Incoming(cut, item).AddRange(CallHierarchy.Outgoing(cut, item));
            TypingEdits.After(cut, "test.medopt", end, "\n");
            TypingEdits.After(cut, "test.medopt", end, "}");
            foreach (var action in CodeActions.In(cut, "test.medopt", new TextSpan(end, 0), cut.Diagnostics)) action.Work();
            Assert.Equal(Blankless(text[..end]), Blankless(FormatEdits.Of(text[..end]).OrderByDescending(e => e.Span.Start).Aggregate(text[..end], (t, e) => t.Remove(e.Span.Start, e.Span.Length).Insert(e.Span.Start, e.NewText))));
        }
    }

    private static string Blankless(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
