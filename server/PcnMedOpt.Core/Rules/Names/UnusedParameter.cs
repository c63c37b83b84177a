using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>A practice that sets a parameter expects it to change something.</summary>
public sealed class UnusedParameter : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO2005", "unused-parameter", Severity.Warning, "Parameter is never used");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from parameter in project.Names.OfKind(DeclarationKind.Parameter)
        where !project.IsUsed(parameter.Facts.Name ?? "")
        select new ProjectFinding(
            parameter,
            Kind.At(
                parameter.Facts.NameSpan,
                $"Nothing uses the parameter '{parameter.Facts.Name}': whoever sets it changes nothing.",
                "Write its name where its value stands, or remove it."));
}
