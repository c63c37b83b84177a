using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Packs;

/// <summary>A pack with everything that its members depend on.</summary>
/// <param name="Pack">As it is declared.</param>
/// <param name="Header">The protocol of its file; null when there is none.</param>
/// <param name="Cohorts">The cohorts that are members, in the order of the pack.</param>
/// <param name="Measures">The measures that are members.</param>
/// <param name="Declarations">Every declaration that the members depend on, themselves included, by name.</param>
/// <param name="SourceHash">A hash of the texts of these declarations and of the files that they name: it changes when they do, and only then.</param>
public sealed record PackContents(
    Pack Pack,
    ProtocolHeader? Header,
    ImmutableArray<Cohort> Cohorts,
    ImmutableArray<Measure> Measures,
    ImmutableArray<PlacedDeclaration> Declarations,
    string SourceHash)
{
    public string Version => VersionOf(Header);

    /// <summary>The name of its folder and zip.</summary>
    public string FileName => $"{Pack.Name}-{Version}";

    /// <summary>Templates, procedures, letters, workflows, registers and checklists.</summary>
    public ImmutableArray<PlacedDeclaration> Documents => [.. Declarations.Where(d => d.Facts.Kind.IsDocument())];

    public ImmutableArray<PlacedDeclaration> CodeSets => [.. Declarations.Where(d => d.Facts.Kind == DeclarationKind.Codes)];

    /// <summary>The version that a pack has under a protocol; "0" where none is stated.</summary>
    internal static string VersionOf(ProtocolHeader? header) => header?.Version ?? "0";

    public static PackContents Of(Compilation compilation, PlacedDeclaration declaration, Pack pack)
    {
        var members = pack.Members.Select(m => compilation.Names.Find(m.Name)).OfType<PlacedDeclaration>().ToList();
        var declarations = Needed(compilation, pack.Members.Select(m => m.Name));
        return new PackContents(
            pack,
            declaration.File.Protocol,
            PackCohorts.Of(compilation, pack),
            [.. members.Select(m => compilation.ModelOf(m)).OfType<Measure>()],
            declarations,
            Hash(compilation, declaration, declarations));
    }

    /// <summary>The named declarations and everything that they depend on, by name.</summary>
    public static ImmutableArray<PlacedDeclaration> Needed(Compilation compilation, IEnumerable<string> names)
    {
        var needed = new SortedDictionary<string, PlacedDeclaration>(StringComparer.Ordinal);
        foreach (var name in names) Need(name);
        return [.. needed.Values];

        void Need(string name)
        {
            if (needed.ContainsKey(name) || compilation.Names.Find(name) is not { } found) return;
            needed[name] = found;
            foreach (var use in found.Facts.Uses.Where(u => u.Role != NameRole.Mentioned)) Need(use.Name);
        }
    }

    /// <summary>Of the texts of a declaration, of the protocol of its file, and of what it depends on.</summary>
    public static string Hash(Compilation compilation, PlacedDeclaration pack, ImmutableArray<PlacedDeclaration> declarations)
    {
        var protocol = pack.File.Declarations.Where(d => d.Facts.Kind == DeclarationKind.Protocol);
        var texts = protocol.Append(pack).Concat(declarations).Select(d => d.Declared.Slice.Text.ReplaceLineEndings("\n").Trim());
        var lists = declarations.SelectMany(d => d.Facts.Codes?.Lists ?? []).Select(l => l.Path).Distinct().Order(StringComparer.Ordinal)
            .Select(p => $"{p}\n{ContentHash.Of(compilation.Lists.GetValueOrDefault(p) ?? "")}");
        var parameters = compilation.Settings.Parameters.Where(p => declarations.Any(d => d.Facts.Name == p.Key)).Select(p => $"{p.Key} = {p.Value.Text}");
        return ContentHash.Of(string.Join("\n\u0000\n", texts.Concat(lists).Concat(parameters)));
    }
}
