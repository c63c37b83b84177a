using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>What was counted, as one HTML file that needs no other.</summary>
public static class CountPage
{
    public static string Html(CountView view, Templates? templates = null) => (templates ?? Templates.Standard).Render("count.hbs", view);
}
