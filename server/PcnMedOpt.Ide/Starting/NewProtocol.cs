using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Starting;

/// <summary>A file to make, or text to put into one that is there.</summary>
/// <param name="Path">The path in the project.</param>
/// <param name="Text">The text of the new file, or what is put into it.</param>
/// <param name="At">The offset at which it is put in; null for a new file.</param>
public sealed record BroughtFile(string Path, string Text, int? At);

/// <summary>What is brought into a project; nothing that is there is changed or removed.</summary>
/// <param name="Error">Why nothing can be brought, in a sentence; null when it can.</param>
/// <param name="Files">The files, the code sets and lists first.</param>
/// <param name="Open">The path of the protocol itself.</param>
/// <param name="Notes">What comes along and what is to be known of it, in sentences.</param>
public sealed record Brought(string? Error, ImmutableArray<BroughtFile> Files, string? Open, ImmutableArray<string> Notes)
{
    public static Brought Refused(string sentence) => new(sentence, [], null, []);
}

/// <summary>Brings a protocol of a starter folder into a project, with all that it needs and the project does not declare yet.</summary>
public static class NewProtocol
{
    /// <param name="pack">The starter folder.</param>
    /// <param name="name">The protocol's name.</param>
    /// <param name="withExamples">Whether its examples come too.</param>
    /// <param name="project">The project.</param>
    /// <param name="text">The text of a file of the project, source or not; null for none.</param>
    public static Brought Of(StarterPack pack, string name, bool withExamples, Compilation project, Func<string, string?> text)
    {
        if (pack.Protocols.FirstOrDefault(f => f.Protocol?.Name == name) is not { } main) return Brought.Refused($"There is no protocol '{name}' among those to begin from.");
        if (WhyNot(main, project) is { } why) return Brought.Refused(why);
        var selection = Selection.Of(pack.Compilation, main, project, withExamples);
        var lists = BroughtLists.Of(pack, selection, text);
        if (lists.Error is not null) return lists;
        var sources = selection.Files.Select(f => (Source: f, Files: BroughtSources.Of(f, [.. selection.Taken.Where(d => d.File == f)], project, text).ToList())).ToList();
        var open = sources.Where(s => s.Source == main).SelectMany(s => s.Files).FirstOrDefault()?.Path ?? main.Path;
        return new Brought(null, [.. lists.Files, .. sources.SelectMany(s => s.Files)], open, [.. Notes(main, selection)]);
    }

    private static string? WhyNot(SourceFile main, Compilation project)
    {
        var title = main.Protocol?.Title;
        var declared = main.Declarations.Where(d => d.Facts.Name is not null && d.Facts.Kind != DeclarationKind.Protocol).ToList();
        var same = project.Names.Find(main.Protocol?.Name ?? "");
        if (same is not null && StarterProtocols.PresenceOf(main, project) == Presence.Whole) return $"Your project has the protocol '{title}' already, in {same.File.Path}.";
        var other = declared.Select(d => project.Names.Find(d.Facts.Name ?? "")).FirstOrDefault(d => d is not null && d.File != same?.File);
        return other is null
            ? null
            : $"Your project declares '{other.Facts.Name}' already, in {other.File.Path}, and the protocol '{title}' declares it too. Give yours another name first (F2).";
    }

    private static IEnumerable<string> Notes(SourceFile main, Selection selection)
    {
        var others = selection.Taken.Where(d => d.Facts.Kind == DeclarationKind.Protocol && d.File != main).Select(d => $"“{d.Facts.Title}”").ToList();
        if (others.Count > 0)
            yield return $"It refers to {string.Join(", ", others)}: what it needs of {(others.Count == 1 ? "that protocol" : "those protocols")} is brought along.";
        var codes = selection.Taken.Count(d => d.Facts.Kind == DeclarationKind.Codes);
        if (codes > 0) yield return codes == 1 ? "1 code set is brought along." : $"{Numbers.Shown((decimal)codes)} code sets are brought along.";
        var examples = selection.Taken.Count(d => d.Facts.Kind == DeclarationKind.Example);
        if (examples > 0) yield return examples == 1 ? "1 example is brought along." : $"{Numbers.Shown((decimal)examples)} examples are brought along.";
        if (selection.ExamplesLeftOut > 0) yield return $"{Numbers.Shown((decimal)selection.ExamplesLeftOut)} of its examples are about other protocols too, and are left out.";
        if (!selection.KeptOfProject.IsEmpty)
            yield return $"Your project declares {string.Join(", ", selection.KeptOfProject.Select(n => $"'{n}'"))} in another way than the protocol was written with. "
                + "It now uses yours: read what it means then.";
        yield return "It is a draft: name an author, a reviewer and an owner, read its sources, and have it approved before anybody uses it.";
    }
}
