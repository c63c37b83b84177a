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

    /// <summary>Each term is compared with what the lists call the code, or where none names it, with what the first code set calls it.</summary>
    private IEnumerable<(int Set, Diagnostic Finding)> Compare(ImmutableArray<CodeSetDefinition> sets, ListedTerms lists)
    {
        var first = new Dictionary<long, (int Set, string Term)>();
        foreach (var (set, definition) in sets.Index())
            foreach (var code in definition.Entries.Concat(definition.Excepted).Select(e => e.Code))
            {
                if (code is not { Id: { } id, Term: { Length: > 0 } term }) continue;
                var known = lists.Of(id);
                if (known.IsEmpty)
                {
                    if (first.TryAdd(id, (set, term))) continue;
                    known = [($"the code set '{sets[first[id].Set].Name}'", first[id].Term)];
                }
                if (!known.Any(k => Terms.AreAlike(k.Term, term))) yield return (set, About(code, known[0].Where, known[0].Term));
            }
    }

    private Diagnostic About(WrittenCode code, string where, string term) => Kind.At(
        code.TermSpan ?? code.Span,
        $"{code.Text} is called '{code.Term}' here, and '{term}' in {where}.",
        "Make sure that the code is the one that is meant; then write its term as its source does.",
        term.AsSpan().ContainsAny("|\r\n") || code.TermSpan is not { } span ? [] : [Fix.Keeps($"Write |{term}|", new TextEdit(span, $"|{term}|"))]);

    private sealed record Compared(ImmutableArray<object> MadeOf, ImmutableArray<(int Set, Diagnostic Finding)> Findings);
}
