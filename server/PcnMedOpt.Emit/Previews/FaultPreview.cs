using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Previews;

/// <summary>Something that is wrong, and where.</summary>
internal sealed record FaultView(string Source, string Place, string Message, string Hint)
{
    public static FaultView Of(LocatedDiagnostic finding) =>
        new(SourcePlaces.Text(new FilePlace(finding.Path, finding.Span)), finding.Place(), finding.Diagnostic.Message, finding.Diagnostic.Hint);
}

/// <summary>A page in the place of one that cannot be shown: why, and what is wrong where.</summary>
internal sealed record FaultPreview(PageFrame Frame, string Why, ImmutableArray<FaultView> Faults, int More)
{
    private const int Most = 50;

    public static FaultPreview Of(PreviewProject project, string title, string why, IReadOnlyList<LocatedDiagnostic> faults) => new(
        new PageFrame(title, "Nothing to show", null, null, null, new MarginsView(CssText.Of(title), "", "", ""), [ContentsView.Of("why", "Why")], $"PcnMedOpt {project.BuiltBy.ToolVersion}, protocol language {project.BuiltBy.LanguageVersion}."),
        why,
        [.. faults.Take(Most).Select(FaultView.Of)],
        Math.Max(0, faults.Count - Most));
}
