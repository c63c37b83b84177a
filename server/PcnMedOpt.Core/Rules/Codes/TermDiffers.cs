using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A code with another term than the project knows for it. Identifiers that are copied without their terms go wrong: one public project
/// calls 165581004 |International normalised ratio| "Elevated CRP", another "Prothrombin time".
/// </summary>
/// <remarks>What was compared last is kept; when a code set changes, only its codes are compared again.</remarks>
public sealed class TermDiffers : IProjectRule
{
    private static readonly ConditionalWeakTable<CodeSetDefinition, Compared> Last = [];
    private static readonly ConditionalWeakTable<CodeSetDefinition, long[]> Identifiers = [];

    public DiagnosticKind Kind { get; } = new("MO2108", "term-differs", Severity.Warning, "A code has another term here than elsewhere");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var placed = project.Names.OfKind(DeclarationKind.Codes).Where(d => d.Facts.Codes is not null).ToList();
        ImmutableArray<CodeSetDefinition> sets = [.. placed.Select(d => d.Facts.Codes).OfType<CodeSetDefinition>()];
        if (sets.IsEmpty) return [];
        var lists = Lists(sets, project);
        var compared = Last.TryGetValue(sets[0], out var last) ? Again(last, sets, lists) : Compared.Of(sets, lists, Compare(sets, ListedTerms.In(lists), null));
        if (compared != last) Last.AddOrUpdate(sets[0], compared);
        return compared.Findings.Select(f => new ProjectFinding(placed[f.Set], f.Finding));
    }

    /// <summary>Where one code set has changed, only its codes are compared again: those that it had, and those that it has.</summary>
    private Compared Again(Compared last, ImmutableArray<CodeSetDefinition> sets, ImmutableArray<(string Path, CodeList List)> lists)
    {
        if (!last.Lists.SequenceEqual(lists) || last.Sets.Length != sets.Length) return Compared.Of(sets, lists, Compare(sets, ListedTerms.In(lists), null));
        var changed = Enumerable.Range(0, sets.Length).Where(i => !ReferenceEquals(sets[i], last.Sets[i])).ToList();
        if (changed.Count == 0) return last;
        var codes = changed.SelectMany(i => Written(last.Sets[i]).Concat(Written(sets[i]))).Select(c => c.Id ?? 0).ToHashSet();
        return Compared.Of(sets, lists, last.Findings.Where(f => !codes.Contains(f.Code)).Concat(Compare(sets, ListedTerms.In(lists), codes)));
    }

    private static ImmutableArray<(string Path, CodeList List)> Lists(ImmutableArray<CodeSetDefinition> sets, ProjectIndex project)
    {
        var lists = new List<(string, CodeList)>();
        foreach (var reference in sets.SelectMany(s => s.Lists).Where(l => l.Term is not null))
            if (project.List(reference) is { } list) lists.Add((reference.Path, list));
        return [.. lists.DistinctBy(l => l.Item2, ReferenceEqualityComparer.Instance)];
    }

    private static IEnumerable<WrittenCode> Written(CodeSetDefinition set) => set.Entries.Concat(set.Excepted).Select(e => e.Code);

    /// <summary>Each term is compared with what the lists call the code, or where none names it, with what the first code set calls it.</summary>
    private List<Found> Compare(ImmutableArray<CodeSetDefinition> sets, ListedTerms lists, HashSet<long>? only)
    {
        var first = new Dictionary<long, (int Set, string Term)>(only?.Count ?? sets.Sum(s => s.Entries.Length));
        var found = new List<Found>();
        for (var set = 0; set < sets.Length; set++)
        {
            if (only is not null && !HasAny(sets[set], only)) continue;
            foreach (var entry in sets[set].Entries) Look(set, entry.Code);
            foreach (var entry in sets[set].Excepted) Look(set, entry.Code);
        }
        return found;

        void Look(int set, WrittenCode code)
        {
            if (code is not { Id: { } id, Term: { Length: > 0 } term } || only?.Contains(id) == false) return;
            var known = lists.Of(id);
            if (known.IsEmpty)
            {
                if (first.TryAdd(id, (set, term))) return;
                known = [($"the code set '{sets[first[id].Set].Name}'", first[id].Term)];
            }
            if (!known.Any(k => Terms.AreAlike(k.Term, term))) found.Add(new Found(set, id, About(code, known[0].Where, known[0].Term)));
        }
    }

    /// <summary>Asked of every set at each edit: of one that has none of the codes, only a row of numbers is looked at.</summary>
    private static bool HasAny(CodeSetDefinition set, HashSet<long> codes)
    {
        foreach (var id in Identifiers.GetValue(set, s => [.. Written(s).Select(c => c.Id).OfType<long>()]))
            if (codes.Contains(id)) return true;
        return false;
    }

    private Diagnostic About(WrittenCode code, string where, string term) => Kind.At(
        code.TermSpan ?? code.Span,
        $"{code.Text} is called '{code.Term}' here, and '{term}' in {where}.",
        "Make sure that the code is the one that is meant; then write its term as its source does.",
        term.AsSpan().ContainsAny("|\r\n") || code.TermSpan is not { } span ? [] : [Fix.Keeps($"Write |{term}|", new TextEdit(span, $"|{term}|"))]);

    private sealed record Found(int Set, long Code, Diagnostic Finding);

    private sealed record Compared(ImmutableArray<CodeSetDefinition> Sets, ImmutableArray<(string Path, CodeList List)> Lists, ImmutableArray<Found> Findings)
    {
        public static Compared Of(ImmutableArray<CodeSetDefinition> sets, ImmutableArray<(string Path, CodeList List)> lists, IEnumerable<Found> findings) =>
            new(sets, lists, [.. findings]);
    }
}
