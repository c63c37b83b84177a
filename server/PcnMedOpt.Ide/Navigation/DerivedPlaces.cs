using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Navigation;

/// <summary>The lines of a procedure that make one of its cohorts; the procedure itself where no line alone does.</summary>
internal static class DerivedPlaces
{
    public static IEnumerable<NavigationTarget> Of(Compilation compilation, DerivedName derived)
    {
        if (compilation.Names.Find(derived.Sop) is not { } declaration) return [];
        if (DeclaredPlaces.LimitOf(derived.Part) is { } limit) return OfLimit(compilation, derived.Sop, limit, declaration);
        var nodes = declaration.Declared.Slice.Parsed.Nodes;
        var test = DeclaredPlaces.TestOf(derived.Part);
        List<SyntaxNode> lines = [.. nodes.Where(n => test is not null ? IsAbout(n, test) : Makes(n, derived.Part, nodes))];
        return lines.Count == 0 ? [NavigationTarget.Of(declaration)] : lines.Select(n => NavigationTarget.Of(declaration, n));
    }

    /// <summary>What a criterion of the cohort is called after: a test's code set, a limit, or the line that makes the cohort.</summary>
    public static IEnumerable<NavigationTarget> OfLabel(Compilation compilation, DerivedName derived, string label)
    {
        if (compilation.Cohort($"{derived.Sop}.{derived.Part}")?.Criteria.FirstOrDefault(c => c.Label == label) is not { } criterion) return [];
        return criterion.Condition is InCohortTest { Part: { } part } test ? Of(compilation, new DerivedName(test.Cohort, part)) : Of(compilation, derived);
    }

    private static IEnumerable<NavigationTarget> OfLimit(Compilation compilation, string sop, string limit, PlacedDeclaration declaration)
    {
        var found = Definitions.Of(compilation, new PartName(PartKind.Limit, PartPlaces.LimitOwner(compilation, sop, limit), limit)).ToList();
        return found.Count > 0 ? found : [NavigationTarget.Of(declaration)];
    }

    private static bool IsAbout(SyntaxNode node, string test) => node switch
    {
        ScheduleSyntax schedule => schedule.Sets.Any(s => CodeSetReader.NameOf(s) == test),
        IntervalSyntax interval => CodeSetReader.NameOf(interval.Test) == test,
        _ => false,
    };

    private static bool Makes(SyntaxNode node, string part, IReadOnlyList<SyntaxNode> all) => part switch
    {
        DerivedCohorts.Taking => node is DrugSyntax,
        DerivedCohorts.New => node is PhaseSyntax && node != all.LastOrDefault(n => n is PhaseSyntax),
        DerivedCohorts.BaselineMissing => node is BaselineSyntax,
        DerivedCohorts.OutsideLimits => node is LimitSyntax or LimitsAsSyntax,
        _ => false,
    };
}
