using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Describing;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>Names and texts that are no declarations: sources, labels, fields, steps, phases, limits, columns, patients.</summary>
internal static class LocalHover
{
    private const int MostLines = 24;

    public static Hover? At(Cursor cursor, ImmutableArray<ITarget> systems)
    {
        if (cursor.Token is not { } token || Symbols.At(cursor.Compilation, cursor.File.Path, cursor.Offset) is not { Symbol: PartName part }) return null;
        return (part.Kind switch
        {
            PartKind.Evidence => Evidence(cursor.File, part.Name),
            PartKind.Criterion => Label(cursor.Compilation, part, systems),
            _ => Meaning(cursor.Compilation, part),
        }) is { } text ? new Hover(token.Span, text) : null;
    }

    private static string Evidence(SourceFile file, string id)
    {
        if (file.Protocol is not { } header) return $"The file has no protocol that could name the source {Markdown.Code(id)}.";
        if (header.Evidence.FirstOrDefault(e => e.Id == id) is not { } source)
            return $"The protocol of this file names no source {Markdown.Code(id)}. It names {(header.Evidence.IsEmpty ? "none" : string.Join(", ", header.Evidence.Select(e => Markdown.Code(e.Id))))}.";
        var dates = HeaderLines.Dates(source);
        return Markdown.Paragraphs(
            $"**{Markdown.Text(source.Text)}** · source {Markdown.Code(id)}",
            dates.Length == 0 ? "Without a date." : Markdown.Text($"{char.ToUpperInvariant(dates[2])}{dates[3..]}."),
            source.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? $"<{uri.AbsoluteUri}>" : null);
    }

    private static string? Label(Compilation compilation, PartName label, ImmutableArray<ITarget> systems) =>
        compilation.Model<Cohort>(label.Owner)?.Criteria.FirstOrDefault(c => c.Label == label.Name) is { } criterion
            ? Markdown.Paragraphs(
                $"**{Markdown.Text(criterion.Label)}** · criterion of {Markdown.Code(label.Owner)}",
                ConditionWords.Of(compilation, criterion.Condition, systems))
            : null;

    /// <summary>The lines of the declaration's meaning that are about what bears the name.</summary>
    private static string? Meaning(Compilation compilation, PartName part)
    {
        if (Symbols.PlacesOf(compilation, part).FirstOrDefault(p => p.IsDeclaration) is not { Declaration: { } declaration } place) return null;
        var path = declaration.Declared.Slice.Parsed.Declaration?.PathTo(place.Place.Span.Start - declaration.Start);
        if (path?.OfType<ClauseSyntax>().LastOrDefault() is not { } clause) return null;
        var lines = Description.Of(compilation, declaration).Within(clause.Span).ToList();
        var least = lines.Count == 0 ? 0 : lines.Min(l => l.Depth);
        return Markdown.Paragraphs($"{part.Kind.Noun()} {Markdown.Code(part.Name)}", Markdown.List(lines.Select(l => l with { Depth = l.Depth - least }), MostLines));
    }
}
