using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PcnMedOpt.Emit.Templating;

/// <summary>HTML that was made from guidance text: the only text that a template may put on a page as it is.</summary>
public sealed record GuidanceHtml(string Html);

/// <summary>
/// Guidance (Markdown) as HTML that can do nothing but be read: HTML in it is shown as text, links lead to web pages or mail addresses only, and a
/// picture becomes a link to it, so that a page fetches nothing. Its headings are bold paragraphs: they have no place among the page's own.
/// </summary>
public static class GuidanceText
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build());

    public static GuidanceHtml Html(string markdown)
    {
        var document = Markdown.Parse(PageEncoder.Legal(markdown), Pipeline.Value);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(a => !a.IsEmail && !IsSafe(a.Url)).ToList()) link.ReplaceBy(new LiteralInline(link.Url));
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(page) { LinkRewriter = url => IsSafe(url) ? url : "" };
        Pipeline.Value.Setup(renderer);
        renderer.ObjectRenderers.Replace<HeadingRenderer>(new BoldParagraph());
        renderer.Render(document);
        return new GuidanceHtml(page.ToString());
    }

    /// <summary>The same as plain text, for a place that holds no markup.</summary>
    public static string Plain(string markdown) => Markdown.ToPlainText(PageEncoder.Legal(markdown), Pipeline.Value).Trim();

    /// <summary>Where a link leads elsewhere than to the web or a mail address its text stays.</summary>
    private static void Tame(LinkInline link)
    {
        link.IsImage = false;
        link.Url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        link.GetDynamicUrl = null;
        if (!IsSafe(link.Url)) link.ReplaceBy(new ContainerInline());
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);

    private sealed class BoldParagraph : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            renderer.Write("<p><strong>");
            renderer.WriteLeafInline(heading);
            renderer.Write("</strong></p>");
            renderer.EnsureLine();
        }
    }
}
