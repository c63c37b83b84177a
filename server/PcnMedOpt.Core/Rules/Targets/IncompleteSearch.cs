using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>A search that takes another one in is not complete before that one is: in EMIS its name says so too.</summary>
public sealed class IncompleteSearch : IProjectRule
{
    private static readonly ConditionalWeakTable<PlacedDeclaration, Told> Said = [];

    public DiagnosticKind Kind { get; } = new("MO6003", "incomplete-search", Severity.Info, "A search takes in one that is built by hand in part");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var byHand = new HashSet<string>(StringComparer.Ordinal);
        var others = new List<PlacedDeclaration>();
        foreach (var search in project.Names.Declarations)
        {
            if (search.Facts.Kind is not (DeclarationKind.Cohort or DeclarationKind.Measure)) continue;
            if (project.IsBuiltByHand(search)) byHand.Add(search.Facts.Name ?? "");
            if (search.Facts.Uses.Any(u => u.Role == NameRole.Cohort)) others.Add(search);
        }
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var search in others) grown |= Taken(search, byHand) is not null && byHand.Add(search.Facts.Name ?? "");
        }
        return from search in others
               let taken = Taken(search, byHand)
               where taken is not null
               select About(search, taken);
    }

    /// <summary>Many searches are so: what was said of one is kept until it takes in another.</summary>
    private ProjectFinding About(PlacedDeclaration search, string taken)
    {
        if (Said.TryGetValue(search, out var said) && said.Taken == taken) return said.Finding;
        var finding = new ProjectFinding(search, Kind.At(
            search.Facts.NameSpan, $"'{search.Facts.Name}' takes in '{taken}', of which a part is built by hand.", "Until that is done, its search is named INCOMPLETE."));
        Said.AddOrUpdate(search, new Told(taken, finding));
        return finding;
    }

    private static string? Taken(PlacedDeclaration search, HashSet<string> byHand)
    {
        foreach (var use in search.Facts.Uses)
            if (use.Role == NameRole.Cohort && use.Name != search.Facts.Name && byHand.Contains(use.Name)) return use.Name;
        return null;
    }

    private sealed record Told(string Taken, ProjectFinding Finding);
}
