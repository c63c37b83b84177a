using System.Collections.Concurrent;
using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Previews;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tool.Lsp.Workspace;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>A declaration as a page beside its text.</summary>
internal static class PreviewHandler
{
    public static readonly Feature OfDeclaration = Feature.Own("medopt/preview", Answer);

    /// <summary>A project's own templates, kept as long as their texts stay the same: they take a fifth of a second to be made ready.</summary>
    private static readonly ConcurrentDictionary<string, (ImmutableArray<string?> Texts, Templates Templates)> Own = new(StringComparer.Ordinal);

    private static JObject Answer(JObject asked, RequestContext context)
    {
        if (OwnAnswers.Document(asked, context) is not { } document) return OwnAnswers.NoDocument;
        var offset = OwnAnswers.Offset(asked, document);
        if (OwnAnswers.At(document, offset) is not { } declaration) return OwnAnswers.Error("There is nothing to show of this file: it is no protocol.");
        try
        {
            var project = new PreviewProject(document.Compilation, OwnAnswers.Findings(document), TemplatesOf(document, context.Snapshot), new BuiltBy(ToolInfo.Version, ToolInfo.LanguageVersion))
            {
                Count = context.Server.Data.IsWanted ? name => context.Server.Data.Count(document.Compilation, name, context.Cancel) : null,
            };
            context.Cancel.ThrowIfCancellationRequested();
            var preview = Preview.Of(project, declaration, PreviewKinds.Read(OwnAnswers.Text(asked["kind"])));
            return new JObject
            {
                ["title"] = preview.Title,
                ["name"] = declaration.Facts.Name,
                ["declaration"] = declaration.Facts.Kind.Noun(),
                ["place"] = OwnAnswers.Place(document, declaration.Facts.NameSpan.Shift(declaration.Start)),
                ["kind"] = preview.Kind.Word(),
                ["kinds"] = OwnAnswers.List(preview.Kinds.Select(k => k.Word())),
                ["state"] = preview.State.ToString().ToLowerInvariant(),
                ["element"] = preview.PlaceAt(document.Path, offset) is { } element ? Preview.ElementOf(element) : null,
                ["files"] = Files(preview.Places, document, context),
                ["html"] = preview.Html,
            };
        }
        catch (UsageException wrong)
        {
            return OwnAnswers.Error(wrong.Message);
        }
    }

    /// <summary>Where the files are whose paths the elements of the page carry.</summary>
    private static JObject Files(ImmutableArray<FilePlace> places, DocumentView document, RequestContext context)
    {
        var files = new JObject();
        foreach (var path in places.Select(p => p.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (context.Other(document, path) is { } other) files[path] = other.Uri;
        return files;
    }

    private static Templates TemplatesOf(DocumentView document, Snapshot snapshot)
    {
        if (document.Project is not { } project || document.Compilation.Settings.Templates is not { } folder) return Templates.Standard;
        var texts = new ProjectTexts(project.Folder, path => snapshot.Open(project.Folder, path));
        var fresh = ProjectTemplates.Of(project.Folder, document.Compilation.Settings, texts.Text);
        ImmutableArray<string?> now = [.. Templates.FileNames.Select(name => texts.Text($"{folder}/{name}"))];
        if (Own.TryGetValue(project.Folder.Root, out var known) && known.Texts.SequenceEqual(now, StringComparer.Ordinal)) return known.Templates;
        Own[project.Folder.Root] = (now, fresh);
        return fresh;
    }
}
