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
/// <remarks>What was compared last is kept, and compared again only when a code set or a list has changed.</remarks>
public sealed class TermDiffers : IProjectRule
{
    private static readonly ConditionalWeakTable<CodeSetDefinition, Compared> Last = [];

    public DiagnosticKind Kind { get; } = new("MO2108", "term-differs", Severity.Warning, "A code has another term here than elsewhere");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var placed = project.Names.OfKind(DeclarationKind.Codes).Where(d => d.Facts.Codes is not null).ToList();
        ImmutableArray<CodeSetDefinition> sets = [.. placed.Select(d => d.Facts.Codes).OfType<CodeSetDefinition>()];
        if (sets.IsEmpty) return [];
        var lists = Lists(sets, project);
        var madeOf = sets.Cast<object>().Concat(lists.Select(l => l.List)).ToImmutableArray();
        if (!Last.TryGetValue(sets[0], out var compared) || !compared.MadeOf.SequenceEqual(madeOf, ReferenceEqualityComparer.Instance))
            Last.AddOrUpdate(sets[0], compared = new Compared(madeOf, [.. Compare(sets, ListedTerms.In(lists))]));
        return compared.Findings.Select(f => new ProjectFinding(placed[f.Set], f.Finding));
    }

    private static ImmutableArray<(string Path, CodeList List)> Lists(ImmutableArray<CodeSetDefinition> sets, ProjectIndex project)
    {
        var lists = new List<(string, CodeList)>();
        foreach (var reference in sets.SelectMany(s => s.Lists).Where(l => l.Term is not null))
            if (project.List(reference) is { } list) lists.Add((reference.Path, list));
        return [.. lists.DistinctBy(l => l.Item2, ReferenceEqualityComparer.Instance)];
    }

    private IEnumerable<(int Set, Diagnostic Finding)> Compare(ImmutableArray<CodeSetDefinition> sets, ListedTerms lists)
    {
        var written =
            from set in sets.Index()
            from entry in set.Item.Entries.Concat(set.Item.Excepted)
            where entry.Code is { Id: not null, Term.Length: > 0 }
            group (Set: set.Index, entry.Code) by entry.Code.Id ?? 0;
        foreach (var same in written)
        {
            var known = lists.Of(same.Key);
            if (known.IsEmpty) known = [($"the code set '{sets[same.First().Set].Name}'", same.First().Code.Term ?? "")];
            foreach (var (set, code) in same)
                if (!known.Any(k => Terms.AreAlike(k.Term, code.Term ?? ""))) yield return (set, About(code, known[0].Where, known[0].Term));
        }
    }

    private Diagnostic About(WrittenCode code, string where, string term) => Kind.At(
        code.TermSpan ?? code.Span,
        $"{code.Text} is called '{code.Term}' here, and '{term}' in {where}.",
        "Make sure that the code is the one that is meant; then write its term as its source does.",
        term.AsSpan().ContainsAny("|\r\n") || code.TermSpan is not { } span ? [] : [Fix.Keeps($"Write |{term}|", new TextEdit(span, $"|{term}|"))]);

    private sealed record Compared(ImmutableArray<object> MadeOf, ImmutableArray<(int Set, Diagnostic Finding)> Findings);
}
