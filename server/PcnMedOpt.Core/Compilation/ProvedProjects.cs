using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core;

/// <summary>What of a compilation is asked when something is proved about it.</summary>
public static class ProvedProjects
{
    /// <summary>Of a project without errors.</summary>
    public static ProvedProject Of(Compilation compilation) => new(
        Remembering(compilation.Project),
        [.. compilation.Models<Cohort>()],
        [.. compilation.Models<Sop>().Select(s => compilation.CohortsOf(s.Name)).OfType<DerivedCohorts>()],
        Sets(compilation, CodeSystem.Dmd),
        Sets(compilation, CodeSystem.Snomed),
        [.. from declaration in ProjectExamples.Of(compilation)
            let example = compilation.ModelOf(declaration) as Example
            where example is not null
            select new PlacedExample(declaration.File.Path, declaration.File.Lines.At(declaration.Facts.NameSpan.Start + declaration.Start).Line, example)],
        compilation.Today);

    private static ImmutableArray<string> Sets(Compilation compilation, CodeSystem system) =>
        [.. compilation.Names.Declarations.Select(d => d.Facts.Codes).OfType<CodeSetDefinition>().Where(c => c.System == system).Select(c => c.Name).Order(StringComparer.Ordinal)];

    /// <summary>The same answers, each worked out once: many threads ask.</summary>
    private static ProjectModel Remembering(ProjectModel project) => new(Once(project.Cohort), Once(project.Measure), Once(project.CodeSet), Once(project.Definition));

    private static Func<string, T?> Once<T>(Func<string, T?> find)
        where T : class
    {
        var known = new ConcurrentDictionary<string, T?>(StringComparer.Ordinal);
        return name => known.GetOrAdd(name, find);
    }
}
