using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>A search that takes another one in is not complete before that one is: in EMIS its name says so too.</summary>
public sealed class IncompleteSearch : IProjectRule
{
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
               select new ProjectFinding(search, Kind.At(
                   search.Facts.NameSpan, $"'{search.Facts.Name}' takes in '{taken}', of which a part is built by hand.", "Until that is done, its search is named INCOMPLETE."));
    }

    private static string? Taken(PlacedDeclaration search, HashSet<string> byHand)
    {
        foreach (var use in search.Facts.Uses)
            if (use.Role == NameRole.Cohort && use.Name != search.Facts.Name && byHand.Contains(use.Name)) return use.Name;
        return null;
    }
}
