using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Describing;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Lenses;

/// <summary>The lines above declarations: who uses them, in which packs they are, their examples, and a preview.</summary>
public static class CodeLenses
{
    /// <summary>Those of a file that have something to say, in its order; nothing is counted yet.</summary>
    public static IReadOnlyList<CodeLens> In(Compilation compilation, SourceFile file) =>
    [
        .. from declaration in file.Declarations
           from kind in Kinds(declaration.Facts.Kind)
           where declaration.Facts.Kind == DeclarationKind.Example || (declaration.Facts.Name is { } name && HasSomething(compilation, name, kind))
           select new CodeLens(declaration.Facts.NameSpan.Shift(declaration.Start), kind),
    ];

    /// <summary>What a line says; null where nothing is to be said, or the declaration is no longer there.</summary>
    public static LensCommand? Resolve(Compilation compilation, string path, CodeLens lens)
    {
        if (Cursor.At(compilation, path, lens.Span.Start) is not { Declaration: var declaration } || !Kinds(declaration.Facts.Kind).Contains(lens.Kind)) return null;
        var from = PlaceOf(declaration);
        return declaration.Facts.Kind == DeclarationKind.Example
            ? new LensCommand("run", LensCommand.RunExamples, declaration.Facts.Title ?? "", from, [from])
            : declaration.Facts.Name is { } name ? Named(compilation, name, lens.Kind, from) : null;
    }

    private static LensCommand? Named(Compilation compilation, string name, LensKind kind, FilePlace from)
    {
        switch (kind)
        {
            case LensKind.UsedBy:
                var users = Users.Of(compilation, name);
                return new LensCommand(users.Length == 0 ? "not used" : $"used by {users.Length}", LensCommand.ShowReferences, name, from, Places(compilation, name));
            case LensKind.InPacks:
                var packs = Users.PacksOf(compilation, name);
                return packs.IsEmpty ? null : new LensCommand(
                    $"in {(packs.Length == 1 ? "pack" : "packs")} {string.Join(", ", packs)}", LensCommand.ShowReferences, name, from, [.. packs.Select(compilation.Names.Find).OfType<PlacedDeclaration>().Select(PlaceOf)]);
            case LensKind.Run:
                var examples = Users.ExamplesOf(compilation, name);
                return examples.Length == 0 ? null : new LensCommand($"run {ProjectWords.Count(examples.Length, "example")}", LensCommand.RunExamples, name, from, [.. examples.Select(PlaceOf)]);
            default:
                return new LensCommand("preview", LensCommand.Preview, name, from, []);
        }
    }

    private static bool HasSomething(Compilation compilation, string name, LensKind kind) => kind switch
    {
        LensKind.InPacks => !Users.PacksOf(compilation, name).IsEmpty,
        LensKind.Run => Users.ExamplesOf(compilation, name).Length > 0,
        _ => true,
    };

    private static IEnumerable<LensKind> Kinds(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Protocol or DeclarationKind.None => [],
        DeclarationKind.Example => [LensKind.Run],
        DeclarationKind.Pack => [LensKind.Preview],
        DeclarationKind.Codes or DeclarationKind.Parameter => [LensKind.UsedBy, LensKind.InPacks],
        DeclarationKind.Cohort or DeclarationKind.Sop => [LensKind.UsedBy, LensKind.InPacks, LensKind.Run, LensKind.Preview],
        _ => [LensKind.UsedBy, LensKind.InPacks, LensKind.Preview],
    };

    private static ImmutableArray<FilePlace> Places(Compilation compilation, string name) =>
        [.. Occurrences.Of(compilation, name).Where(o => o.Use is { Role: not NameRole.Mentioned } && o.Declaration.Facts.Name != name).Select(o => o.Place)];

    private static FilePlace PlaceOf(PlacedDeclaration declaration) => new(declaration.File.Path, declaration.Facts.NameSpan.Shift(declaration.Start));
}
