using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>
/// A declaration that is printed as a document of its own, under the protocol of its own file. Packs of one status give the same page.
/// </summary>
internal sealed class PrintedDocument
{
    private readonly Compilation compilation;
    private readonly PageContents contents;
    private readonly EvidenceLinks evidence;
    private readonly PageMeta meta;

    public PrintedDocument(Compilation compilation, PlacedDeclaration declaration, PageMeta pack)
    {
        this.compilation = compilation;
        Name = declaration.Facts.Name ?? "";
        var needed = PackContents.Needed(compilation, [Name]);
        meta = DocumentMeta.Of(pack, Name, declaration.Facts.Title ?? Name, declaration.File.Protocol) with { SourceHash = PackContents.Hash(compilation, declaration, needed) };
        contents = PageContents.Of(compilation, declaration, needed);
        evidence = new EvidenceLinks(contents);
        English = new PlainEnglish(TitleOf);
        Description = declaration.Facts.Description is { } text ? GuidanceText.Html(text) : null;
    }

    public string Name { get; }

    public string Title => meta.Title;

    /// <summary>Who answers for it, and what it was made from.</summary>
    public PageMeta Meta => meta;

    /// <summary>Guidance of its protocol.</summary>
    public ImmutableArray<Guide> ProtocolGuides => contents.ProtocolGuides;

    public PlainEnglish English { get; }

    public GuidanceHtml? Description { get; }

    public FrontMatterView Front => FrontMatterView.Of(meta, contents);

    /// <summary>The title of a name, without quotation marks; a name without title stands for itself.</summary>
    public string Called(string name) => TitleOf(name) ?? name;

    /// <summary>A role as people write it: lead pharmacist.</summary>
    public static string Role(string name) => name.Replace('_', ' ');

    /// <summary>What a placeholder of a letter stands for; null for nothing.</summary>
    public PlaceholderValue? ValueOf(Placeholder placeholder) => Placeholders.Of(placeholder, compilation.Scope, compilation.Model<Template>);

    public T? Model<T>(string name)
        where T : class => compilation.Model<T>(name);

    public ImmutableArray<LinkView> Evidence(params IEnumerable<Citation> cites) => evidence.Of(Name, [.. cites]);

    /// <summary>Of another declaration, whose ids mean what the protocol of its own file says.</summary>
    public ImmutableArray<LinkView> EvidenceOf(string declaration, IEnumerable<Citation> cites) => evidence.Of(declaration, [.. cites]);

    /// <param name="kind">What kind of document it is.</param>
    /// <param name="sections">The sections before that on the document itself.</param>
    public PageFrame Frame(string kind, params IEnumerable<ContentsView> sections) => PageFrame.Of(meta, kind, [.. sections, ContentsView.Of("document", "The document")]) with { IsDocument = true };

    private string? TitleOf(string name) => compilation.Names.Find(name)?.Facts.Title;
}
