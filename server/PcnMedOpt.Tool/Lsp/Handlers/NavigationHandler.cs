using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Ide.Navigation;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>Where a word leads to, what it is about, and where else it stands.</summary>
internal static class NavigationHandler
{
    public static readonly Feature Definition = Feature.Of(
        Requests.Definition,
        (asked, context) => Answer(context, asked.TextDocument.Uri, asked.Position, Definitions.At),
        (capabilities, _) => capabilities with { DefinitionProvider = true });

    public static readonly Feature TypeDefinition = Feature.Of(
        Requests.TypeDefinition,
        (asked, context) => Answer(context, asked.TextDocument.Uri, asked.Position, TypeDefinitions.At),
        (capabilities, _) => capabilities with { TypeDefinitionProvider = true });

    public static readonly Feature References = Feature.Of(
        Requests.References,
        (asked, context) => Answer(context, asked),
        (capabilities, _) => capabilities with { ReferencesProvider = true });

    private static DefinitionOrLocationLinks? Answer(RequestContext context, string uri, Position position, Func<Compilation, string, int, Navigation?> find)
    {
        if (context.Document(uri) is not { } document || find(document.Compilation, document.Path, document.Offset(position)) is not { } found) return null;
        if (!context.Client.TakesLocationLinks) return (Definition)(ImmutableArray<Location>)[.. found.To.Select(t => context.Location(document, t.Name)).OfType<Location>()];
        return (ImmutableArray<LocationLink>)[.. found.To.Select(t => Link(context, document, found, t)).OfType<LocationLink>()];
    }

    private static LocationLink? Link(RequestContext context, DocumentView document, Navigation found, NavigationTarget target) =>
        context.Other(document, target.Whole.Path) is not { } other
            ? null
            : new LocationLink
            {
                OriginSelectionRange = document.Range(found.From.Span),
                TargetUri = other.Uri,
                TargetRange = other.Range(target.Whole.Span),
                TargetSelectionRange = other.Range(target.Name.Span),
            };

    private static ImmutableArray<Location>? Answer(RequestContext context, ReferenceParams asked)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        var places = Ide.Navigation.References.Of(document.Compilation, document.Path, document.Offset(asked.Position), asked.Context.IncludeDeclaration);
        return [.. places.Select(p => context.Location(document, p)).OfType<Location>()];
    }
}
