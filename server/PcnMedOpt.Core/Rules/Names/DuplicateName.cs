using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>All files of a project share one namespace; the first declaration of a name keeps it.</summary>
public sealed class DuplicateName : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO2001", "duplicate-name", Severity.Error, "A name is declared twice");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from pair in project.Names.Duplicates
        let first = pair.First
        let line = first.File.Lines.At(first.Start + first.Facts.NameSpan.Start).Line
        select new ProjectFinding(
            pair.Second,
            Kind.At(
                pair.Second.Facts.NameSpan,
                $"'{pair.Second.Facts.Name}' is already {first.Facts.Kind.WithArticle()} in {first.File.Path}, line {line}.",
                "Give one of them another name.") with
            {
                Related = new Related(first.Facts.Name!, first.Facts.NameSpan, "first declared here"),
            });
}
