using System.Globalization;
using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Ide.Completion;

/// <summary>More about a suggestion, in Markdown: what it is, in plain English, and who uses it.</summary>
internal static class ItemDocumentation
{
    private const int MostLines = 14;
    private const int MostCodes = 10;
    private const int MostUsers = 8;

    public static string? Of(Compilation compilation, string key)
    {
        var parts = key.Split(' ');
        return parts switch
        {
            ["name", var name] => OfName(compilation, name),
            ["code", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => OfCode(compilation, code),
            ["rule", var slug] => AllRules.Kinds.FirstOrDefault(k => k.Slug == slug) is { } kind ? $"**{Escaped(kind.Title)}** ({kind.Id}, {kind.Severity.ToString().ToLowerInvariant()})" : null,
            ["evidence", .. var path, var id] => OfSource(compilation, string.Join(' ', path), id),
            _ => null,
        };
    }

    private static string? OfName(Compilation compilation, string name)
    {
        var english = new PlainEnglish(n => compilation.Names.Find(n)?.Facts.Title ?? compilation.Cohort(n)?.Title);
        if (name.Contains('.', StringComparison.Ordinal))
            return compilation.Cohort(name) is { } cohort ? Written(cohort.Title, "cohort of a procedure", null, Explained(Explanation.Of(cohort, null, english))) : null;
        if (compilation.Names.Find(name) is not { } declaration) return null;
        var facts = declaration.Facts;
        var body = facts.Codes is { } codes ? Codes(compilation, codes)
            : facts.Parameter is { } parameter ? $"{parameter.Value}, between {parameter.Low} and {parameter.High}."
            : Explained(Explanation.Of(compilation.ModelOf(declaration), compilation.CohortsOf(name), english));
        return $"{Written(facts.Title ?? name, facts.Kind.Noun(), facts.Description, body)}\n\n{Users(compilation, name)}";
    }

    private static string Written(string title, string kind, string? description, string body) =>
        $"**{Escaped(title)}** ({kind})" + (description is null ? "" : $"\n\n{description}") + (body.Length == 0 ? "" : $"\n\n{body}");

    private static string Explained(IEnumerable<ExplainedLine> lines)
    {
        var all = lines.ToList();
        var text = string.Join('\n', all.Take(MostLines).Select(l => $"{new string(' ', l.Depth * 2)}- {Escaped(l.Text)}"));
        return all.Count > MostLines ? $"{text}\n- … and {Words.Number(all.Count - MostLines, "more line")}" : text;
    }

    private static string Codes(Compilation compilation, CodeSetDefinition definition)
    {
        if (compilation.CodeSet(definition.Name) is not { } set) return "";
        var text = new StringBuilder();
        text.Append(set.IsIncomplete ? "At least " : "").Append(Words.Number(set.Codes.Length, "code"));
        text.Append(definition.System == CodeSystem.Dmd ? " of dm+d" : " of SNOMED CT");
        if (definition.Unit is { IsNone: false, Unit: { } unit }) text.Append(CultureInfo.InvariantCulture, $", results in {unit.Text}");
        if (set.Awaiting is { } awaiting) text.Append("; unfinished: ").Append(Escaped(awaiting));
        text.Append('.');
        foreach (var code in set.Codes.Take(MostCodes)) text.Append(CultureInfo.InvariantCulture, $"\n- {code} {Escaped(set.TermOf(code) ?? "(without a term)")}");
        foreach (var part in set.Opaque.Take(MostCodes)) text.Append("\n- not expanded: ").Append(Escaped(part.Text)).Append(part.Term is null ? "" : $" {Escaped(part.Term)}");
        if (set.Codes.Length > MostCodes) text.Append("\n- … and ").Append(Words.Number(set.Codes.Length - MostCodes, "more code"));
        return text.ToString();
    }

    private static string Users(Compilation compilation, string name)
    {
        var users = (from file in compilation.Files.Values
                     where file.UsedNames.Any(u => u.Name == name)
                     from declaration in file.Declarations
                     where declaration.Facts.Name != name && declaration.Facts.Uses.Any(u => u.Name == name && u.Role != NameRole.Mentioned)
                     select declaration.Facts.Name ?? $"“{declaration.Facts.Title}”").ToList();
        return users.Count == 0 ? "Not in use."
            : $"In use by {users.Count.ToString(CultureInfo.InvariantCulture)}: {Escaped(string.Join(", ", users.Take(MostUsers)))}{(users.Count > MostUsers ? " …" : "")}.";
    }

    private static string? OfCode(Compilation compilation, long id) => KnownCodes.Of(compilation, id) is { } code
        ? string.Create(CultureInfo.InvariantCulture, $"**{Escaped(code.Term.Length > 0 ? code.Term : "(without a term)")}**\n\n{id}, in use by {Words.Number(code.Sets.Length, "code set")}: {Escaped(string.Join(", ", code.Sets))}.")
        : null;

    private static string? OfSource(Compilation compilation, string path, string id)
    {
        if (!compilation.Files.TryGetValue(path, out var file) || file.Protocol?.Evidence.FirstOrDefault(e => e.Id == id) is not { } source) return null;
        var day = source.Dated is { } dated ? $"\n\nDated {Dates.Shown(dated)}." : source.Read is { } read ? $"\n\nRead {Dates.Shown(read)}." : "";
        return $"{Escaped(source.Text)}{day}{(source.Url is { } url ? $"\n\n<{url}>" : "")}";
    }

    /// <summary>A text as it is, in Markdown.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
