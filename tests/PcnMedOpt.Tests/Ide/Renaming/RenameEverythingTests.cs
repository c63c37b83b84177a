using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;
using PcnMedOpt.Ide.Renaming;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide.Renaming;

/// <summary>The shipped protocols with every name changed mean the same, and come back byte for byte.</summary>
public sealed partial class RenameEverythingTests
{
    private const string Mark = "_renamed_x";

    [Fact]
    public void Every_name_can_be_changed_and_changed_back()
    {
        var shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;
        var names = shipped.Names.All.Order(StringComparer.Ordinal).ToList();
        var renamed = names.Aggregate(shipped, (c, name) => Renamed(c, new DeclaredName(name), name + Mark));
        Assert.Equal(names.Select(n => n + Mark).Order(StringComparer.Ordinal), renamed.Names.All.Order(StringComparer.Ordinal));
        Assert.Empty(names.SelectMany(n => Symbols.PlacesOf(renamed, new DeclaredName(n))));
        Assert.Equal(Findings(shipped), Findings(renamed));
        var back = names.Aggregate(renamed, (c, name) => Renamed(c, new DeclaredName(name + Mark), name));
        Assert.Equal(shipped.Files.Values.Select(f => f.Text), back.Files.Values.Select(f => f.Text));
    }

    [Fact]
    public void Every_part_can_be_changed_and_changed_back()
    {
        var shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;
        var parts = shipped.Files.Values.SelectMany(f => f.Declarations).SelectMany(d => PartsOf(shipped, d)).Where(p => p.Kind != PartKind.Column || p.Name is not ("closed" or "completed" or "done"))
            .Distinct().ToList();
        var renamed = parts.Aggregate(shipped, (c, part) => Renamed(c, part, part.Name + Mark));
        Assert.Equal(Findings(shipped), Findings(renamed));
        var back = parts.Aggregate(renamed, (c, part) => Renamed(c, part with { Name = part.Name + Mark }, part.Name));
        Assert.Equal(shipped.Files.Values.Select(f => f.Text), back.Files.Values.Select(f => f.Text));
    }

    private static IEnumerable<PartName> PartsOf(Compilation compilation, PlacedDeclaration declaration) =>
        declaration.Facts.Kind == DeclarationKind.Example
            ? []
            : from offset in declaration.Declared.Slice.Parsed.Lexed.Tokens.Select(t => t.Start + declaration.Start)
              let place = Symbols.At(compilation, declaration.File.Path, offset)
              where place is { Symbol: PartName, IsDeclaration: true }
              select (PartName)place.Symbol;

    private static Compilation Renamed(Compilation compilation, Symbol symbol, string name)
    {
        var place = Symbols.PlacesOf(compilation, symbol).First(p => p.IsDeclaration).Place;
        var answer = Renames.Rename(compilation, place.Path, place.Span.Start + 1, name);
        Assert.True(answer.Refusal is null, $"{symbol}: {answer.Refusal}");
        return answer.Edit.Edits.Select(e => e.Path).Distinct().Aggregate(compilation, (c, path) => c.WithFile(path, answer.Edit.Apply(path, compilation.Files[path].Text)));
    }

    /// <summary>The findings by what they say, without the mark; their places move with the longer names.</summary>
    private static IEnumerable<string> Findings(Compilation compilation) =>
        compilation.Diagnostics.Select(d => $"{d.Path}:{d.From.Line} {d.Severity} {d.Diagnostic.Kind.Slug}: {Renamings().Replace(d.Diagnostic.Message, "")}");

    [GeneratedRegex(Mark)]
    private static partial Regex Renamings();
}
