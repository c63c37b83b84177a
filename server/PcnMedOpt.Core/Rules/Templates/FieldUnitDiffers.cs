using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>What is typed in one unit and read in another that measures something else is unusable, or a tenth of what it was.</summary>
public sealed class FieldUnitDiffers : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8005", "field-unit-differs", Severity.Error, "A number is typed in a unit that its results do not have");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from known in KnownResults.Of(project).Where(k => !k.Unit.ConvertsTo(k.SetUnit)).DistinctBy(k => k.Field, ReferenceEqualityComparer.Instance)
        select new ProjectFinding(
            known.Where,
            Kind.At(
                known.Field.NameSpan,
                $"'{known.Field.Name}' is typed {(known.Unit.IsNone ? "without a unit" : $"in {known.Unit}")}, but results of '{known.Set.Name}', which holds its code, "
                + (known.SetUnit.IsNone ? "have none." : $"are in {known.SetUnit}."),
                known.SetUnit.IsNone ? "Write unit none, or correct the code set." : $"Write unit {known.SetUnit}, or correct the code set."));
}
