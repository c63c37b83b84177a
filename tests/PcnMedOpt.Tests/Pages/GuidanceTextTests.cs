using System.Xml.Linq;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Tests.Pages;

/// <summary>Guidance can be read and followed to the web, and can do nothing else.</summary>
public sealed class GuidanceTextTests
{
    [Theory]
    [InlineData("Aim **first**.", "<p>Aim <strong>first</strong>.</p>")]
    [InlineData("# Heading", "<p><strong>Heading</strong></p>")]
    [InlineData("[SPS](https://www.sps.nhs.uk/a?b=1&c=2)", "<p><a href=\"https://www.sps.nhs.uk/a?b=1&amp;c=2\">SPS</a></p>")]
    [InlineData("<https://www.nhs.uk/>", "<p><a href=\"https://www.nhs.uk/\">https://www.nhs.uk/</a></p>")]
    [InlineData("<pharmacist@example.org>", "<p><a href=\"mailto:pharmacist@example.org\">pharmacist@example.org</a></p>")]
    [InlineData("![chart](https://example.org/x.png)", "<p><a href=\"https://example.org/x.png\">chart</a></p>")]
    [InlineData("a <b>bold</b>", "<p>a &lt;b&gt;bold&lt;/b&gt;</p>")]
    [InlineData("one\r\n\r\ntwo\rthree", "<p>one</p>\n<p>two\nthree</p>")]
    public void Guidance_comes_out_so(string markdown, string html) => Assert.Equal(html, GuidanceText.Html(markdown).Html.Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("[y]\n\n[y]: data:text/html,x \"title\"")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[![x](javascript:alert(1))](javascript:alert(2))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x](https://a.example/\"onmouseover=\"alert(1))")]
    [InlineData("[x](https://a.example \"t\\\" onclick=\\\"alert(1)\")")]
    [InlineData("<https://a.example/\"onclick=alert(1)>")]
    [InlineData("`<script>`\n\n    <script>\n\n```html\n<script>\n```")]
    [InlineData("```\"onclick=alert(1)\nx\n```")]
    [InlineData("<!-- --><style>*{display:none}</style><iframe src=x>")]
    [InlineData("| a | b |\n|---|:-:|\n| <b> | [x](javascript:y) |")]
    [InlineData("# [x](javascript:alert(1)) <script>")]
    [InlineData("> - <svg/onload=alert(1)>\n>   # h")]
    [InlineData("{{Frame}} {{{Frame}}} ]]> \0 \u001B")]
    public void Nothing_in_guidance_can_act(string markdown)
    {
        var html = GuidanceText.Html(markdown).Html;
        var parsed = XElement.Parse($"<div>{html}</div>");
        string[] known = ["div", "p", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "br", "hr"];
        Assert.All(parsed.Descendants(), e => Assert.Contains(e.Name.LocalName, known));
        Assert.All(parsed.Descendants().Attributes(), a => Assert.Contains(a.Name.LocalName, new[] { "href", "title", "class", "style" }));
        Assert.All(parsed.Descendants().Attributes("style"), a => Assert.Matches("^text-align: (left|center|right);$", a.Value));
        Assert.All(parsed.Descendants().Attributes("href"), a => Assert.Matches("^(https?://|mailto:)", a.Value));
    }
}
