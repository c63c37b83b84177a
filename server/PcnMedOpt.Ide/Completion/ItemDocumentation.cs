using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Ide.Describing;
using PcnMedOpt.Ide.Hovering;

namespace PcnMedOpt.Ide.Completion;

/// <summary>More about a suggestion, in Markdown: of a name what hovering over it says.</summary>
internal static class ItemDocumentation
{
    public static string? Of(Compilation compilation, string key) => key.Split(' ') switch
    {
        ["name", var name] when name.Contains('.', StringComparison.Ordinal) => Description.OfDerived(compilation, name) is { } derived ? DeclarationHover.Of(derived) : null,
        ["name", var name] => compilation.Names.Find(name) is { } declaration ? DeclarationHover.Of(compilation, declaration, compilation.Targets) : null,
        ["code", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => OfCode(compilation, code),
        ["rule", var slug] => AllRules.Kinds.FirstOrDefault(k => k.Slug == slug) is { } kind ? $"**{Markdown.Text(kind.Title)}** · {kind.Severity.ToString().ToLowerInvariant()} {kind.Id}" : null,
        ["evidence", .. var path, var id] => OfSource(compilation, string.Join(' ', path), id),
        _ => null,
    };

    private static string? OfCode(Compilation compilation, long id)
    {
        var code = CodeSearch.Of(compilation, id);
        var told = compilation.Knowledge.Release is { } release ? CodeFacts.TermOf(release, id) : null;
        if (code is null && told is null) return null;
        var term = code is { Term.Length: > 0 } ? code.Term : told;
        return Markdown.Paragraphs(
            $"{Markdown.Code(id.ToString(CultureInfo.InvariantCulture))}{(term is null ? "" : $" **{Markdown.Text(term)}**")}",
            code is null ? null : $"In use by {ProjectWords.Count(code.Sets.Length, "code set")}: {string.Join(", ", code.Sets.Select(Markdown.Code))}.",
            ConceptHover.Of(compilation, null, id, term));
    }

    private static string? OfSource(Compilation compilation, string path, string id)
    {
        if (!compilation.Files.TryGetValue(path, out var file) || file.Protocol?.Evidence.FirstOrDefault(e => e.Id == id) is not { } source) return null;
        return Markdown.Paragraphs(
            Markdown.Text(source.Text),
            source.Dated is { } dated ? $"Dated {Dates.Shown(dated)}." : source.Read is { } read ? $"Read {Dates.Shown(read)}." : null,
            source.Url is { } url ? Markdown.Code(url) : null);
    }
}
