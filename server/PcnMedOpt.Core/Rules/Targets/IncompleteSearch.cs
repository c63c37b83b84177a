using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>A search that takes another one in is not complete before that one is: in EMIS its name says so too.</summary>
public sealed class IncompleteSearch : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO6003", "incomplete-search", Severity.Info, "A search takes in one that is built by hand in part");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var searches = project.Names.Declarations.Where(d => d.Facts.Kind is DeclarationKind.Cohort or DeclarationKind.Measure).ToList();
        var byHand = searches.Where(project.IsBuiltByHand).Select(d => d.Facts.Name ?? "").ToHashSet(StringComparer.Ordinal);
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var search in searches)
                if (search.Facts.Name is { } name && !byHand.Contains(name) && Taken(search, byHand) is not null) grown |= byHand.Add(name);
        }
        return from search in searches
               let taken = Taken(search, byHand)
               where taken is not null
               select new ProjectFinding(search, Kind.At(
                   search.Facts.NameSpan, $"'{search.Facts.Name}' takes in '{taken}', of which a part is built by hand.", "Until that is done, its search is named INCOMPLETE."));
    }

    private static string? Taken(PlacedDeclaration search, HashSet<string> byHand) =>
        search.Facts.Uses.Where(u => u.Role == NameRole.Cohort && u.Name != search.Facts.Name && byHand.Contains(u.Name)).Select(u => u.Name).FirstOrDefault();
}
