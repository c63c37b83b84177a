using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Searches;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A declaration that a pack builds.</summary>
internal sealed record PackedView(string Source, string Title, string Name);

/// <summary>Declarations of one kind.</summary>
internal sealed record PackedGroup(string Id, string Heading, ImmutableArray<PackedView> Members);

/// <summary>What a pack builds: its outputs, its searches with what is missing from them, and everything that it takes in.</summary>
internal sealed record PackPreview(PageFrame Frame, FrontMatterView Front, GuidanceHtml? Description, ImmutableArray<FactView> Facts, ImmutableArray<string> Incomplete, ImmutableArray<PackedGroup> Groups)
{
    public static PackPreview Of(PreviewSubject subject, bool hasErrors)
    {
        var pack = subject.Contents.Pack;
        var targets = pack.Targets.IsEmpty ? PackBuilder.Usual : pack.Targets;
        ImmutableArray<Search> searches = hasErrors ? [] : SearchPlan.Of(subject.Emis, subject.Compilation.Project, subject.Contents.Cohorts, subject.Contents.Measures).Searches;
        var made = searches.Where(s => s.List.Origin != ListOrigin.Hand).ToList();
        ImmutableArray<PackedGroup> groups =
        [
            .. from declaration in subject.Contents.Declarations
               group declaration by declaration.Facts.Kind into kind
               orderby kind.Key
               select new PackedGroup(
                   $"kind-{kind.Key.ToString().ToLowerInvariant()}",
                   Plural(kind.Key),
                   [.. kind.Select(d => new PackedView(SourcePlaces.Text(SourcePlaces.Of(d)), d.Facts.Title ?? d.Facts.Name ?? "", d.Facts.Name ?? ""))]),
        ];
        return new PackPreview(
            PageFrame.Of(subject.Meta, "What the pack builds", [ContentsView.Of("builds", "What it builds"), .. groups.Select(g => ContentsView.Of(g.Id, g.Heading)), ContentsView.Of("document", "The document")]),
            FrontMatterView.Of(subject.Meta, subject.Pages),
            pack.Description is { } text ? GuidanceText.Html(text) : null,
            [
                new FactView("Written for", string.Join(", ", targets.Select(Word))),
                .. hasErrors ? Array.Empty<FactView>() : [new FactView("Searches for EMIS Web", Count(made.Count)), new FactView("To build by hand", Count(searches.Length - made.Count))],
            ],
            [.. made.Where(s => !s.IsComplete).Select(EmisNames.Of)],
            groups);
    }

    private static string Count(int number) => number == 0 ? "none" : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Word(OutputTarget target) => target switch
    {
        OutputTarget.Emis => "EMIS Web (searches and their specification)",
        OutputTarget.Systmone => "SystmOne (build sheet and code lists)",
        OutputTarget.Print => "print (documents and their Word files)",
        _ => "workbooks",
    };

    private static string Plural(DeclarationKind kind) => char.ToUpperInvariant(kind.Noun()[0]) + kind.Noun()[1..] + "s";
}
