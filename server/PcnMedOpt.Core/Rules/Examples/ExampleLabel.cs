using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>"Because" names criteria by their labels. A label that the cohort does not have would make the example fail for the wrong reason.</summary>
public sealed class ExampleLabel : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO7001", "example-label", Severity.Error, "An example names a criterion that does not exist");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        where declaration.Facts.Kind == DeclarationKind.Example
        from expectation in (project.Model(declaration) as Example)?.Expectations ?? []
        where project.Names.Find(expectation.Cohort) is { Facts.IsDamaged: false }
        let cohort = project.Cohort(expectation.FullName)
        where cohort is not null
        from because in expectation.Because
        where !Labels(cohort, expectation.In).Contains(because.Label)
        select new ProjectFinding(declaration, Finding(cohort, expectation.In, because.Label, because.Span));

    private static IEnumerable<string> Labels(Cohort cohort, bool include) => (include ? cohort.Include?.Criteria ?? [] : cohort.Exclude).Select(c => c.Label);

    private Diagnostic Finding(Cohort cohort, bool include, string label, TextSpan span)
    {
        var kind = include ? "include" : "exclude";
        var message = $"'{cohort.Name}' has no {kind} criterion \"{label}\".";
        if (Labels(cohort, !include).Contains(label))
            return Kind.At(span, message, $"After {(include ? "in" : "not in")} only {kind} criteria are named; \"{label}\" is one of the others.");
        var labels = Labels(cohort, include).ToList();
        if (CloseWords.Nearest(label, labels) is { } near)
            return Kind.At(span, message, $"Did you mean \"{near}\"?", Fix.Keeps($"Write '{near}'", new TextEdit(span, Strings.Quoted(near))));
        var known = string.Join(", ", labels.Select(Strings.Quoted));
        return Kind.At(span, message, labels.Count == 0 ? $"It has no {kind} criteria: leave out because." : $"Its {kind} criteria are {known}.");
    }
}
