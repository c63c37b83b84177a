using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Ide.Describing;

/// <summary>How one system expresses a condition: as badly as the worst of its tests.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Grade">Of its worst test.</param>
/// <param name="Tests">The tests that do not fit exactly, the worst first.</param>
public sealed record SystemFit(string System, FitGrade Grade, ImmutableArray<TestOfFit> Tests);

/// <summary>A test, and how it fits.</summary>
public sealed record TestOfFit(Condition Test, Fit Fit);

/// <summary>How well the systems that searches are written for express conditions.</summary>
public static class SystemFits
{
    /// <summary>One for each system. A condition that could not be read has none.</summary>
    public static ImmutableArray<SystemFit> Of(Compilation compilation, IEnumerable<ITarget> systems, Condition condition)
    {
        var tests = condition.DescendantsAndSelf().Where(c => c is not (AllOf or AnyOf or Not)).ToList();
        if (tests.Exists(t => t is Unreadable)) return [];
        var project = compilation.Project;
        return
        [
            .. from system in systems
               let fits = tests.Select(t => new TestOfFit(t, system.Of(t, project))).Where(f => f.Fit.Grade != FitGrade.Exact).OrderByDescending(f => f.Fit.Grade).ToImmutableArray()
               select new SystemFit(system.Name, fits.IsEmpty ? FitGrade.Exact : fits[0].Fit.Grade, fits),
        ];
    }

    /// <summary>The conditions of a model that become searches: the criteria of a cohort, the numerator of a measure.</summary>
    public static IEnumerable<Condition> Searched(object? model) => model is Cohort or Measure ? ModelConditions.Of(model) : [];

    /// <summary>A sentence for each system; for a condition of several tests each reason says which it is about.</summary>
    public static IEnumerable<string> Sentences(ImmutableArray<SystemFit> fits, Condition condition, PlainEnglish english)
    {
        var isOne = condition is not (AllOf or AnyOf);
        foreach (var fit in fits)
        {
            if (fit.Tests.IsEmpty) yield return $"{fit.System}: exact.";
            foreach (var test in fit.Tests)
                yield return $"{fit.System}: {Word(test.Fit)}{test.Fit.How}.{(isOne ? "" : $" This is about: {english.Of(test.Test)}.")}";
        }
    }

    private static string Word(Fit fit) => fit.Grade == FitGrade.ByHand ? "built by hand, because " : "approximate: ";
}
