using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Emit.Office.Documents;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Print;

namespace PcnMedOpt.Emit.Word;

/// <summary>A procedure as a document: what its printed page says, in tables and under headings of Word, without the pictures.</summary>
internal static class ProcedureDocument
{
    public static WordDocument Of(Sop sop, PrintedDocument document, string? description) => WordFrame.Of(document.Meta, Blocks(sop, ProcedureView.Of(sop, document), document, description));

    private static IEnumerable<Block> Blocks(Sop sop, ProcedureView view, PrintedDocument document, string? description)
    {
        yield return ParagraphBlock.Of(document.Title, ParagraphLook.Title);
        if (document.Meta.Warning is { } warning) yield return ParagraphBlock.Of(warning, ParagraphLook.Warning);
        foreach (var block in Markdown(description)) yield return block;
        if (!view.Facts.IsEmpty) yield return Facts("This procedure", view.Facts);
        IEnumerable<Block> parts = [.. Schedule(view), .. Limits(view), .. Tasks(view), .. Texts(sop, document), .. Clock(sop, document), .. About(document)];
        foreach (var block in parts) yield return block;
    }

    private static IEnumerable<Block> Schedule(ProcedureView view)
    {
        if (view.Phases.IsEmpty && view.Additions.IsEmpty) yield break;
        yield return new HeadingBlock(1, "Schedule of tests");
        if (!view.Phases.IsEmpty) yield return Groups("Phases, one after the other", "Phase", view.Phases);
        if (!view.Additions.IsEmpty) yield return Groups("Beside the phase: of several schedules for one test the strictest counts", "When", view.Additions);
        if (!view.Intervals.IsEmpty) yield return new ListBlock(false, [.. view.Intervals.Select(i => new ListEntry(0, false, [new TextInline(i.Text + Cites(i.Evidence))]))]);
    }

    private static TableBlock Groups(string caption, string first, ImmutableArray<ScheduleGroup> groups) => TableBlock.Of(
        caption,
        [first, "Tests", "How often", "Overdue", "Evidence"],
        [25, 24, 14, 15, 22],
        groups.SelectMany(g => g.Rows.Select((r, i) => ImmutableArray.Create(i == 0 ? $"{g.Title}\n{g.Extent}" : $"{g.Title}, also", r.Tests, r.Every, r.Overdue, Lines(g.Evidence.Concat(r.Evidence))))));

    private static IEnumerable<Block> Limits(ProcedureView view)
    {
        if (view.Limits.IsEmpty) yield break;
        yield return new HeadingBlock(1, "Limits");
        yield return ParagraphBlock.Of("The most severe colour counts, also among results of one day.");
        foreach (var limit in view.Limits)
        {
            yield return new HeadingBlock(2, limit.Title);
            yield return ParagraphBlock.Of($"{limit.Looks}.{(limit.Source is { } source ? $" As in “{source}”." : "")}{Cites(limit.Evidence)}", ParagraphLook.Note);
            yield return TableBlock.Of(null, ["Colour", "Result", "What is done", "Evidence"], [11, 25, 42, 22], limit.Bands.Select(b => ImmutableArray.Create(b.Word, b.Extent, b.Action, Lines(b.Evidence))));
        }
    }

    private static IEnumerable<Block> Tasks(ProcedureView view)
    {
        if (!view.Recalls.IsEmpty)
        {
            yield return new HeadingBlock(1, "When a test is overdue");
            yield return TableBlock.Of(null, ["Stage", "When", "What", "Evidence"], [17, 24, 37, 22], view.Recalls.Select(r => ImmutableArray.Create(r.Stage, r.When, r.What, Lines(r.Evidence))));
        }
        if (!view.Tasks.IsEmpty)
        {
            yield return new HeadingBlock(1, "Who does what");
            yield return TableBlock.Of(null, ["What", "Who", "How often", "Evidence"], [44, 18, 16, 22], view.Tasks.Select(t => ImmutableArray.Create(t.Title, t.Who, t.Every, Lines(t.Evidence))));
        }
    }

    /// <summary>Sections under their headings, and then guidance.</summary>
    private static IEnumerable<Block> Texts(Sop sop, PrintedDocument document)
    {
        foreach (var section in sop.Parts.OfType<SopSection>())
        {
            yield return new HeadingBlock(1, section.Title);
            foreach (var block in Markdown(section.Markdown)) yield return block;
            if (Cites(document.Evidence(section.Cites)) is { Length: > 0 } cites) yield return ParagraphBlock.Of(cites.Trim(), ParagraphLook.Note);
        }
        foreach (var guide in sop.Parts.OfType<SopGuide>())
        {
            yield return new HeadingBlock(2, guide.Guide.Title ?? "Guidance");
            foreach (var block in Markdown(guide.Guide.Markdown)) yield return block;
            if (Cites(document.Evidence(guide.Cites)) is { Length: > 0 } cites) yield return ParagraphBlock.Of(cites.Trim(), ParagraphLook.Note);
        }
    }

    private static IEnumerable<Block> Clock(Sop sop, PrintedDocument document)
    {
        if (ProcedureClock.Markdown(sop, document) is not { } clock) yield break;
        yield return new HeadingBlock(1, "What the searches can and cannot know");
        foreach (var block in Markdown(clock)) yield return block;
    }

    /// <summary>Who answers for it, on which sources, what has changed.</summary>
    private static IEnumerable<Block> About(PrintedDocument document)
    {
        var front = document.Front;
        yield return new HeadingBlock(1, "About this document");
        yield return Facts("Who answers for it", front.Facts);
        foreach (var guide in document.ProtocolGuides)
        {
            yield return new HeadingBlock(2, guide.Title ?? "Guidance");
            foreach (var block in Markdown(guide.Markdown)) yield return block;
        }
        if (!front.Evidence.IsEmpty)
        {
            yield return new HeadingBlock(2, "Evidence");
            yield return new ListBlock(true, [.. front.Evidence.Select(e => new ListEntry(0, true, [new TextInline($"{e.Text}. {e.When}.{(e.Url is null ? "" : $" {e.Url}")}")]))]);
        }
        if (!front.Changes.IsEmpty)
            yield return TableBlock.Of("Changes", ["Version", "On", "What"], [14, 22, 64], front.Changes.Select(c => ImmutableArray.Create(c.Version, c.On, c.Text)));
    }

    private static TableBlock Facts(string title, ImmutableArray<FactView> facts) => TableBlock.Of(null, [title, "Details"], [26, 74], facts.Select(f => ImmutableArray.Create(f.What, f.Text)));

    private static ImmutableArray<Block> Markdown(string? markdown) => markdown is null ? [] : MarkdownBlocks.Plain.Of(markdown);

    private static string Lines(IEnumerable<LinkView> evidence) => string.Join('\n', evidence.Select(e => e.Text).Distinct(StringComparer.Ordinal));

    private static string Cites(ImmutableArray<LinkView> evidence) => evidence.IsEmpty ? "" : $" ({string.Join("; ", evidence.Select(e => e.Text))})";
}
