using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A project that previews are made of.</summary>
/// <param name="Compilation">As it stands.</param>
/// <param name="Findings">All that is wrong with it, files as files included.</param>
/// <param name="Templates">The templates of its pages.</param>
/// <param name="BuiltBy">The program.</param>
public sealed record PreviewProject(Compilation Compilation, ImmutableArray<LocatedDiagnostic> Findings, Templates Templates, BuiltBy BuiltBy)
{
    /// <summary>Counts a declaration in patients' records; null where there are none to count in.</summary>
    public Func<string, Counts?>? Count { get; init; }
}

/// <summary>A declaration as if it were a pack of its own, under the meta data of the pack in which it is built.</summary>
internal sealed class PreviewSubject
{
    /// <summary>So many codes of each list are shown of a code set that is not itself looked at.</summary>
    public const int MostCodes = 20;

    private PageContents? contents;

    public PreviewSubject(PreviewProject project, PlacedDeclaration declaration)
    {
        (Project, Declaration) = (project, declaration);
        Name = declaration.Facts.Name ?? "";
        Title = declaration.Facts.Title ?? (Name.Length > 0 ? Name : declaration.Facts.Kind.Noun());
        var alone = declaration.Facts.Kind == DeclarationKind.Pack && Compilation.ModelOf(declaration) is Pack own
            ? own
            : new Pack(Name, Title, null, [new PackMember(Name, null, declaration.Facts.NameSpan)], [], null, []);
        Contents = PackContents.Of(Compilation, declaration, alone);
        BuiltIn = declaration.Facts.Kind == DeclarationKind.Pack ? (declaration, alone) : PackOf(Compilation, declaration);
        var (placed, pack) = BuiltIn ?? (declaration, alone);
        PackMeta = PageMeta.Of(pack, placed.File.Protocol, Contents.SourceHash, project.BuiltBy.ToolVersion, project.BuiltBy.LanguageVersion, Compilation.Today);
        Meta = DocumentMeta.Of(PackMeta, Name, Title, declaration.File.Protocol);
    }

    public PreviewProject Project { get; }

    public Compilation Compilation => Project.Compilation;

    public PlacedDeclaration Declaration { get; }

    public string Name { get; }

    public string Title { get; }

    /// <summary>The declaration alone, with everything that it depends on.</summary>
    public PackContents Contents { get; }

    /// <summary>The first pack, by name, that takes it in; null where none does.</summary>
    public (PlacedDeclaration Declaration, Pack Pack)? BuiltIn { get; }

    /// <summary>Who answers for the pack.</summary>
    public PageMeta PackMeta { get; }

    /// <summary>Who answers for the declaration, which is no better approved than its pack.</summary>
    public PageMeta Meta { get; }

    /// <summary>The EMIS target that the project is judged by.</summary>
    public EmisTarget Emis => Compilation.Targets.OfType<EmisTarget>().FirstOrDefault() ?? new EmisTarget(null);

    /// <summary>What the pages of cohorts and measures tell of.</summary>
    public PageContents Pages => contents ??= PageContents.Of(Compilation, Contents.Pack);

    /// <summary>What the page of a declaration that is printed alone tells of.</summary>
    public PageContents Alone => PageContents.Of(Compilation, Declaration, Contents.Declarations);

    private static (PlacedDeclaration Declaration, Pack Pack)? PackOf(Compilation compilation, PlacedDeclaration declaration)
    {
        foreach (var placed in compilation.Names.OfKind(DeclarationKind.Pack).OrderBy(d => d.Facts.Name, StringComparer.Ordinal))
            if (compilation.ModelOf(placed) is Pack pack && PackContents.Needed(compilation, pack.Members.Select(m => m.Name)).Contains(declaration)) return (placed, pack);
        return null;
    }
}
