using System.Globalization;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The projects that are open: their packs, and their protocols with what stands in each, and how many problems there are.</summary>
internal static class ProjectTreeHandler
{
    public static readonly Feature OfWorkspace = Feature.Own("medopt/projectTree", Answer);

    private static JObject Answer(JObject asked, RequestContext context) =>
        new() { ["projects"] = new JArray(context.Snapshot.Projects.OrderBy(p => p.Folder.Root, StringComparer.Ordinal).Select(p => Of(context, p))) };

    private static JObject Of(RequestContext context, EditorProject project)
    {
        context.Cancel.ThrowIfCancellationRequested();
        var findings = project.Loaded.Diagnostics;
        var byDeclaration = findings.ToLookup(f => f.Declaration);
        var views = project.Compilation.Files.Values.Select(f => context.Snapshot.View(project, f.Path)).OfType<DocumentView>().ToList();
        return new JObject
        {
            ["name"] = project.Compilation.Settings.Name,
            ["organisation"] = project.Compilation.Settings.Organisation,
            ["folder"] = FileUri.Of(project.Folder.Root),
            ["settings"] = project.HasSettings ? context.Snapshot.UriOf(project, ProjectSettings.FileName) : null,
            ["problems"] = Problems(findings),
            ["packs"] = new JArray(
                from view in views
                from declaration in view.Source?.Declarations ?? []
                where declaration.Facts.Kind == DeclarationKind.Pack
                orderby declaration.Facts.Name
                select Pack(project, view, declaration, byDeclaration)),
            ["protocols"] = new JArray(views.Select(v => Protocol(project, v, findings, byDeclaration))),
        };
    }

    private static JObject Pack(EditorProject project, DocumentView view, PlacedDeclaration declaration, ILookup<PlacedDeclaration?, LocatedDiagnostic> findings)
    {
        var pack = Declared(view, declaration, findings);
        var members = (project.Compilation.ModelOf(declaration) as Pack)?.Members ?? [];
        pack["members"] = OwnAnswers.List(members.Select(m => m.Part is null ? m.Name : $"{m.Name}.{m.Part}"));
        return pack;
    }

    /// <summary>A file: its protocol where it has one, and what stands in it.</summary>
    private static JObject Protocol(EditorProject project, DocumentView view, IEnumerable<LocatedDiagnostic> all, ILookup<PlacedDeclaration?, LocatedDiagnostic> findings)
    {
        var header = view.Source?.Protocol;
        return new JObject
        {
            ["uri"] = view.Uri,
            ["path"] = view.Path,
            ["name"] = header?.Name,
            ["title"] = header?.Title,
            ["version"] = header?.Version,
            ["status"] = header?.Status.ToString().ToLowerInvariant(),
            ["reviewBy"] = header?.ReviewBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["isPastReview"] = header?.ReviewBy < project.Compilation.Today,
            ["problems"] = Problems(all.Where(f => f.Path == view.Path)),
            ["declarations"] = new JArray((view.Source?.Declarations ?? []).Where(d => d.Facts.Kind is not (DeclarationKind.None or DeclarationKind.Protocol)).Select(d => Declared(view, d, findings))),
        };
    }

    private static JObject Declared(DocumentView view, PlacedDeclaration declaration, ILookup<PlacedDeclaration?, LocatedDiagnostic> findings) => new()
    {
        ["kind"] = declaration.Facts.Kind.Noun(),
        ["name"] = declaration.Facts.Name,
        ["title"] = declaration.Facts.Title,
        ["place"] = OwnAnswers.Place(view, declaration.Facts.NameSpan.Shift(declaration.Start)),
        ["problems"] = Problems(findings[declaration]),
    };

    private static JObject Problems(IEnumerable<LocatedDiagnostic> findings)
    {
        var counts = findings.CountBy(f => f.Severity).ToDictionary();
        return new JObject
        {
            ["errors"] = counts.GetValueOrDefault(Severity.Error),
            ["warnings"] = counts.GetValueOrDefault(Severity.Warning),
            ["notes"] = counts.GetValueOrDefault(Severity.Info),
        };
    }
}
