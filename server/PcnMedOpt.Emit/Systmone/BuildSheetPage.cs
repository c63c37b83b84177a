using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>The build sheet as one HTML file that needs no other.</summary>
public static class BuildSheetPage
{
    public static string Html(BuildSheetView view, Templates? templates = null) => (templates ?? Templates.Standard).Render("build-sheet.hbs", view);
}
