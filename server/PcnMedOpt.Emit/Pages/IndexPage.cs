using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>The list of packs as one HTML file that needs no other.</summary>
public static class IndexPage
{
    public static string Html(IndexView view, Templates? templates = null) => (templates ?? Templates.Standard).Render("index.hbs", view);
}
