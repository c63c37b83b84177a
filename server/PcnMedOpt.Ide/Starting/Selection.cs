using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Starting;

/// <summary>
/// What has to come with a protocol so that it stands alone: all that it declares, and of code sets, parameters and other protocols what is used, one by
/// one. Another protocol of which something is used comes with its header: who owns it, on which sources, in which state.
/// </summary>
internal sealed class Selection
{
    private readonly Compilation starter;
    private readonly SourceFile main;
    private readonly Compilation? project;
    private readonly HashSet<PlacedDeclaration> taken = [];
    private readonly SortedSet<string> kept = new(StringComparer.Ordinal);

    private Selection(Compilation starter, SourceFile main, Compilation? project)
    {
        this.starter = starter;
        this.main = main;
        this.project = project;
    }

    /// <summary>The declarations to bring, in the order of the folder.</summary>
    public IEnumerable<PlacedDeclaration> Taken => starter.Files.Values.SelectMany(f => f.Declarations).Where(taken.Contains);

    public IEnumerable<SourceFile> Files => Taken.Select(d => d.File).Distinct();

    /// <summary>Names that the project declares otherwise than the folder: the project's count.</summary>
    public ImmutableArray<string> KeptOfProject => [.. kept];

    /// <summary>How many examples would need protocols that do not come along.</summary>
    public int ExamplesLeftOut { get; private set; }

    public static Selection Of(Compilation starter, SourceFile main, Compilation? project, bool withExamples)
    {
        var selection = new Selection(starter, main, project);
        selection.TakeMain();
        if (withExamples) selection.TakeExamples();
        return selection;
    }

    private void TakeMain()
    {
        foreach (var declaration in main.Declarations)
            if (declaration.Facts.Kind is not (DeclarationKind.Example or DeclarationKind.Parameter or DeclarationKind.Codes)) Take(declaration);
    }

    private void Take(PlacedDeclaration declaration)
    {
        if (declaration.Facts.Name is { } name && project?.Names.Find(name) is { } same)
        {
            if (declaration.Facts.Kind != DeclarationKind.Protocol && !IsSameText(declaration, same)) kept.Add(name);
            return;
        }
        if (!taken.Add(declaration)) return;
        if (declaration.File.Declarations.FirstOrDefault(d => d.Facts.Protocol is not null) is { } header) Take(header);
        foreach (var needed in Needed(declaration)) Take(needed);
    }

    private void TakeExamples()
    {
        var brought = taken.ToHashSet();
        var own = main.Declarations.Select(d => d.Facts.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var example in starter.Files.Values.SelectMany(f => f.Declarations).Where(d => d.Facts.Kind == DeclarationKind.Example))
        {
            if (!example.Facts.Uses.Any(u => u.Role == NameRole.Cohort && own.Contains(u.Name))) continue;
            var others = Needed(example).Where(d => d.Facts.Kind is not (DeclarationKind.Codes or DeclarationKind.Parameter) && !brought.Contains(d));
            if (others.Any(d => project?.Names.Find(d.Facts.Name ?? "") is null)) ExamplesLeftOut++;
            else if (project is null || !ProjectHas(example)) Take(example);
        }
    }

    private bool ProjectHas(PlacedDeclaration example) =>
        project?.Files.Values.SelectMany(f => f.Declarations).Any(d => d.Facts.Kind == DeclarationKind.Example && d.Facts.Title == example.Facts.Title) == true;

    private IEnumerable<PlacedDeclaration> Needed(PlacedDeclaration declaration) =>
        declaration.Facts.Uses.Where(u => u.Role != NameRole.Mentioned).Select(u => starter.Names.Find(u.Name)).OfType<PlacedDeclaration>().Distinct().Where(d => d != declaration);

    private static bool IsSameText(PlacedDeclaration one, PlacedDeclaration other) =>
        one.Declared.Slice.Text.ReplaceLineEndings("\n").Trim() == other.Declared.Slice.Text.ReplaceLineEndings("\n").Trim();
}
