using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PcnMedOpt.Tests.Pages;

/// <summary>A page read as XML: what it shows, where it leads, and whether anything in it could act.</summary>
public sealed partial class ParsedPage
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "article", "div", "span", "p", "h1", "h2", "h3", "h4", "ol", "ul", "li", "dl", "dt", "dd",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "a", "strong", "em", "code", "pre", "br", "hr", "wbr", "blockquote",
        "svg", "desc", "defs", "pattern", "g", "rect", "circle", "path", "polygon", "polyline", "text",
    };

    private readonly XDocument document;

    public ParsedPage(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", html, StringComparison.Ordinal);
        document = XDocument.Parse(html["<!DOCTYPE html>\n".Length..], LoadOptions.PreserveWhitespace);
    }

    /// <summary>All text of the body, with single blanks.</summary>
    public string Text => Blanks().Replace(string.Join(' ', Body.DescendantNodes().OfType<XText>().Select(t => t.Value)), " ");

    /// <summary>The text of each element of a name, without blanks at its ends.</summary>
    public IEnumerable<string> Texts(string element) => Body.Descendants(element).Select(e => Blanks().Replace(e.Value, " ").Trim());

    private XElement Body => document.Root?.Element("body") ?? throw new InvalidOperationException("The page has no body.");

    public bool HasClass(string name) => Body.Descendants().Attributes("class").Any(a => a.Value.Split(' ').Contains(name));

    /// <summary>No element can run anything, no address leads to a script, ids are unique and every link within the page arrives.</summary>
    public void IsHarmless()
    {
        Assert.All(document.Descendants(), e => Assert.Contains(e.Name.LocalName, Harmless));
        Assert.DoesNotContain(document.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name.LocalName is "src" or "srcdoc" or "action");
        Assert.All(document.Descendants().Attributes("style"), a => Assert.Matches(Depth(), a.Value));
        var ids = document.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var href in document.Descendants().Attributes("href").Select(a => a.Value))
            if (href.StartsWith('#')) Assert.Contains(href[1..], ids);
            else Assert.Matches(@"^(https?://|mailto:|[\w./-]+$)", href);
        foreach (var described in document.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' '))) Assert.Contains(described, ids);
    }

    /// <summary>The stylesheet, where escapes of HTML do not apply.</summary>
    public string Style => document.Descendants("style").Single().Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^--depth: \d+$")]
    private static partial Regex Depth();
}
