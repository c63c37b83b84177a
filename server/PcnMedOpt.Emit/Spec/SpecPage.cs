using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Spec;

/// <summary>The specification as one HTML file that needs no other.</summary>
public static class SpecPage
{
    public static string Html(SpecView view, Templates? templates = null) => (templates ?? Templates.Standard).Render("spec.hbs", view);
}
