using PcnMedOpt.Core.Counting;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Previews;

/// <summary>How many patients a declaration finds in the records at hand. Nothing is suppressed: whoever sees it may read the records.</summary>
internal static class CountPreview
{
    /// <summary>The page; null where nothing can be counted, because records are still being read or errors may decide.</summary>
    public static string? Html(PreviewSubject subject) => subject.Project.Count?.Invoke(subject.Name) is { } counts
        ? CountPage.Html(
            CountView.Of(Suppression.Apply(counts, null), subject.Title, subject.Contents.SourceHash, subject.Project.BuiltBy.ToolVersion, subject.Project.BuiltBy.LanguageVersion),
            subject.Project.Templates)
        : null;
}
