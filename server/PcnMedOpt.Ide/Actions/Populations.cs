using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Whom a declaration looks at, and what examples say of those whom a cohort leaves out.</summary>
internal static class Populations
{
    /// <summary>The population, and those that it is taken from, as far as they are cohorts. Null of what looks at nobody in particular.</summary>
    public static IEnumerable<Population> Chain(Compilation compilation, PlacedDeclaration declaration)
    {
        var population = compilation.ModelOf(declaration) switch
        {
            Cohort cohort => cohort.From,
            Measure measure => measure.Of.Population,
            Sop sop => sop.From,
            _ => null,
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (population is not null)
        {
            yield return population;
            population = population is OfCohort of && seen.Add(of.FullName) ? compilation.Cohort(of.FullName)?.From : null;
        }
    }

    /// <summary>As it is written.</summary>
    public static string Of(DeclarationSyntax declaration)
    {
        var population = declaration.DescendantsAndSelf().OfType<PopulationSyntax>().FirstOrDefault();
        return population?.OneLine ?? "registered";
    }

    /// <summary>
    /// Some example says why a patient is not in the cohort. The reasons are looked at also for patients outside its population, so that an exclusion must then
    /// hold of the same patients there too.
    /// </summary>
    public static bool ReasonsAreTold(Compilation compilation, PlacedDeclaration cohort) =>
        compilation.Files.Values.SelectMany(f => f.Declarations)
            .Where(d => d.Facts.Kind == Core.Semantics.DeclarationKind.Example && d.Facts.Uses.Any(u => u.Name == cohort.Facts.Name))
            .Select(d => compilation.ModelOf(d)).OfType<Example>()
            .SelectMany(e => e.Expectations)
            .Any(e => !e.In && e.HasBecause && e.FullName == cohort.Facts.Name);
}
