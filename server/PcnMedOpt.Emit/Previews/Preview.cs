using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Print;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Previews;

/// <summary>How a preview stands to what is built.</summary>
public enum PreviewState
{
    /// <summary>Nothing is wrong with what is shown.</summary>
    Sound,

    /// <summary>The project has errors: nothing is built, and what is shown may not be what is meant. The page says so.</summary>
    Erroneous,

    /// <summary>The page says why there is nothing to show, and what is wrong where.</summary>
    Nothing,
}

/// <summary>A declaration as a page beside its text. It follows from the texts of the project alone.</summary>
/// <param name="Title">Of the declaration.</param>
/// <param name="Kind">What the page shows.</param>
/// <param name="Kinds">What there is to show of the declaration.</param>
/// <param name="State">How it stands to what is built.</param>
/// <param name="Html">One page that needs no other, without script.</param>
/// <param name="Places">The places of the source that its elements stand for.</param>
public sealed record Preview(string Title, PreviewKind Kind, ImmutableArray<PreviewKind> Kinds, PreviewState State, string Html, ImmutableArray<FilePlace> Places)
{
    /// <param name="project">The project as it stands.</param>
    /// <param name="declaration">What is shown.</param>
    /// <param name="wanted">What of it; where there is no such, or none is named, its page.</param>
    public static Preview Of(PreviewProject project, PlacedDeclaration declaration, PreviewKind? wanted)
    {
        var title = declaration.Facts.Title ?? declaration.Facts.Name ?? declaration.File.Path;
        var errors = project.Findings.Where(f => f.Severity == Severity.Error).ToList();
        var own = errors.Where(e => e.Declaration == declaration).ToList();
        var kinds = PreviewKinds.Of(project, declaration);
        if (kinds.IsEmpty) return Fault(project, declaration, title, PreviewKind.Page, [], $"There is nothing to show of {declaration.Facts.Kind.WithArticle()}.", own);
        var kind = wanted is { } named && kinds.Contains(named) ? named : kinds[0];
        var near = own;
        try
        {
            var subject = new PreviewSubject(project, declaration);
            var needed = subject.Contents.Declarations.Append(declaration).ToHashSet();
            near = [.. errors.Where(e => e.Declaration is null || needed.Contains(e.Declaration)).OrderBy(e => e.Declaration != declaration)];
            if (near.Count > 0 && kind is PreviewKind.Rules or PreviewKind.Emis or PreviewKind.Systmone)
                return Fault(project, declaration, title, kind, kinds, "No search is written from a text with errors.", near);
            if (Page(subject, kind, near.Count > 0) is not { } page) return Fault(project, declaration, title, kind, kinds, "It cannot be shown as it stands.", near);
            var isPaper = (kind is PreviewKind.Page && declaration.Facts.Kind.IsDocument()) || kind is PreviewKind.Rules or PreviewKind.Systmone;
            var shown = PreviewBanner.Over(page, PreviewBanner.Sentences(subject, kind, errors.Count, near.Count), near, isPaper, project.Templates);
            var marked = SourceMarks.Of(shown, SourceTexts.Of(declaration, subject.Contents.Declarations));
            return new Preview(title, kind, kinds, errors.Count == 0 ? PreviewState.Sound : PreviewState.Erroneous, marked.Html, marked.Places);
        }
        catch (TemplateException broken)
        {
            return Fault(project with { Templates = Templates.Standard }, declaration, title, kind, kinds, broken.Message, near);
        }
        catch (Exception fault) when (errors.Count > 0 && fault is not OutOfMemoryException)
        {
            // What errors leave of a declaration may lack what its page is made of.
            return Fault(project, declaration, title, kind, kinds, "It cannot be shown until the errors of the project are mended.", near.Count > 0 ? near : errors);
        }
    }

    /// <summary>What the attribute <c>data-source</c> of an element says that stands for a place: <c>smr/review.medopt:120:260</c>.</summary>
    public static string ElementOf(FilePlace place) => SourcePlaces.Text(place);

    /// <summary>The smallest place of the page that holds an offset of a file; null where it shows none that does.</summary>
    public FilePlace? PlaceAt(string path, int offset) =>
        Places.Where(p => p.Path == path && p.Span.Contains(offset)).OrderBy(p => p.Span.Length).FirstOrDefault();

    private static string? Page(PreviewSubject subject, PreviewKind kind, bool hasErrors)
    {
        var templates = subject.Project.Templates;
        return kind switch
        {
            PreviewKind.Rules => SpecPage.Html(Short(SpecView.Of(subject.Meta, subject.Pages, subject.Emis)), templates),
            PreviewKind.Systmone => BuildSheetPage.Html(Short(BuildSheetView.Of(subject.Meta, subject.Pages)), templates),
            PreviewKind.Emis => templates.Render("preview-emis.hbs", EmisPreview.Of(subject)),
            PreviewKind.Count => CountPreview.Html(subject),
            PreviewKind.Flow => templates.Render("preview-flow.hbs", FlowPreview.Of(subject)),
            _ when subject.Declaration.Facts.Kind.IsDocument() => PrintPages.Html(subject.Compilation, subject.Declaration, subject.PackMeta, templates),
            _ when subject.Declaration.Facts.Kind == DeclarationKind.Example => templates.Render("preview-example.hbs", ExamplePreview.Of(subject)),
            _ when subject.Declaration.Facts.Kind == DeclarationKind.Pack => templates.Render("preview-pack.hbs", PackPreview.Of(subject, hasErrors)),
            _ => templates.Render("preview-reading.hbs", ReadingView.Of(subject)),
        };
    }

    private static SpecView Short(SpecView view) => view with { CodeSets = [.. view.CodeSets.Select(s => s.Shortened(PreviewSubject.MostCodes))] };

    private static BuildSheetView Short(BuildSheetView view) => view with { CodeSets = [.. view.CodeSets.Select(s => s.Shortened(PreviewSubject.MostCodes))] };

    private static Preview Fault(
        PreviewProject project, PlacedDeclaration declaration, string title, PreviewKind kind, ImmutableArray<PreviewKind> kinds, string why, IReadOnlyList<LocatedDiagnostic> faults)
    {
        var page = project.Templates.Render("preview-fault.hbs", FaultPreview.Of(project, title, why, faults));
        var marked = SourceMarks.Of(PreviewBanner.Over(page, [], [], false, project.Templates), SourceTexts.Of(declaration, []));
        return new Preview(title, kind, kinds, PreviewState.Nothing, marked.Html, marked.Places);
    }
}
