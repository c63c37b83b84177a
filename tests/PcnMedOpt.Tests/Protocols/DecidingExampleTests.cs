using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Protocols;

/// <summary>
/// The examples of the shipped protocols show every criterion at work, in and out: were it never true, an example would fail, and were it always
/// true, another one would.
/// </summary>
public sealed class DecidingExampleTests
{
    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    private static readonly List<Example> Examples = [.. Protocols.Models<Example>()];

    public static TheoryData<string> Cohorts => [.. Protocols.Models<Cohort>().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cohorts))]
    public void Each_criterion_decides_an_example_in_and_out(string name)
    {
        var cohort = Protocols.Model<Cohort>(name)!;
        var missing =
            from criterion in cohort.Criteria
            from holds in new[] { true, false }
            where !IsNoticed(With(cohort, criterion, holds))
            select $"\"{criterion.Label}\" {(holds ? "may always be true" : "may never be true")}";
        Assert.Empty(missing);
    }

    /// <summary>The cohort with one criterion that is true of everyone, or of nobody.</summary>
    private static Cohort With(Cohort cohort, Criterion criterion, bool holds)
    {
        Criterion Changed(Criterion c) => c == criterion ? c with { Condition = holds ? new Not(new Unreadable()) : new Unreadable() } : c;
        return cohort with
        {
            Include = cohort.Include is { } include ? include with { Criteria = [.. include.Criteria.Select(Changed)] } : null,
            Exclude = [.. cohort.Exclude.Select(Changed)],
        };
    }

    private static bool IsNoticed(Cohort changed)
    {
        var project = new ProjectModel(
            name => name == changed.Name ? changed : Protocols.Model<Cohort>(name), Protocols.Project.Measure, Protocols.CodeSet, Protocols.Project.Definition);
        return Examples.OrderByDescending(e => e.Expectations.Any(x => x.Cohort == changed.Name)).Any(e => ExampleRunner.Run(project, e).Outcome != ExampleOutcome.Passed);
    }
}
