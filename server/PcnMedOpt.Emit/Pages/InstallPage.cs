using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>The installation page as one HTML file that needs no other.</summary>
public static class InstallPage
{
    public static string Html(InstallView view, Templates? templates = null) => (templates ?? Templates.Standard).Render("install.hbs", view);
}
