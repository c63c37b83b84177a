using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PcnMedOpt.Tests.Support;

/// <summary>A page as plain text, a line for each block and each row of a table, so that a difference can be read. Long code lists are cut, and say so.</summary>
public static partial class PageText
{
    private const int CodesShown = 8;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "li", "tr", "caption", "dt", "dd", "h1", "h2", "h3", "h4", "summary", "footer" };

    public static string Of(string html)
    {
        var body = XDocument.Parse(html["<!DOCTYPE html>\n".Length..]).Root?.Element("body") ?? throw new ArgumentException("The page has no body", nameof(html));
        var text = new StringBuilder();
        foreach (var element in body.Elements()) Write(text, element);
        return text.ToString();
    }

    private static void Write(StringBuilder text, XElement element)
    {
        if (element.Name.LocalName == "nav") return;
        if (Blocks.Contains(element.Name.LocalName)) text.AppendLine(Mark(element.Name.LocalName) + Shown(element));
        else if (element.Attribute("class")?.Value == "codes") WriteCodes(text, element);
        else if (element.HasElements) foreach (var child in element.Elements()) Write(text, child);
        else if (Shown(element) is { Length: > 0 } own) text.AppendLine(own);
    }

    private static void WriteCodes(StringBuilder text, XElement list)
    {
        var codes = list.Elements().ToList();
        foreach (var code in codes.Take(CodesShown)) Write(text, code);
        if (codes.Count > CodesShown) text.AppendLine($"- … {codes.Count - CodesShown} more");
    }

    private static string Mark(string name) => name switch { "h1" => "\n# ", "h2" => "\n## ", "h3" => "\n### ", "h4" => "\n#### ", "li" => "- ", "caption" => "\nTable: ", "dt" => "* ", "dd" => "    ", _ => "" };

    private static string Shown(XElement element) =>
        element.Name.LocalName == "tr" ? string.Join(" | ", element.Elements().Select(c => One(Flat(c)))) : One(Flat(element));

    private static string Flat(XElement element) =>
        string.Concat(element.Nodes().Select(n => n switch { XText t => t.Value, XElement e => e.Name.LocalName == "br" ? " / " : Blocks.Contains(e.Name.LocalName) ? $" · {Flat(e)}" : Flat(e), _ => "" }));

    private static string One(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
