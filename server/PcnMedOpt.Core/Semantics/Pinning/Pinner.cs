using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>
/// Asks a release about the codes of one declaration: what its entries expand to, and what is to be known of each code that it names. Retired
/// codes of the past are added to what is left after every "except", and an "except" takes them out again.
/// </summary>
/// <param name="release">The release.</param>
/// <param name="text">The hash of what the declaration names.</param>
public sealed class Pinner(ITerminology release, string text)
{
    private readonly PinnedReasons reasons = new();
    private readonly Dictionary<long, PinnedCode> told = [];
    private readonly List<Unexpanded> lacks = [];

    /// <summary>
    /// The codes that a declaration writes out which is no code set. They are recorded, by whoever chooses them from what EMIS shows: only codes that
    /// EMIS is known to have are given.
    /// </summary>
    public PinnedSet Codes(string name, ImmutableArray<WrittenCode> codes)
    {
        foreach (var code in codes)
        {
            Written(code);
            if (code.Id is { } id && told.TryGetValue(id, out var known)) told[id] = known with { Emis = PinnedEmis.Mapped(release, id) };
        }
        return Done(name);
    }

    /// <summary>A code set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="list">The codes of a file.</param>
    /// <param name="resolve">The set worked out with what its entries expand to, for the history of its codes.</param>
    public PinnedSet Set(CodeSetDefinition set, Func<ListReference, CodeList?> list, Func<PinnedSet, ResolvedCodeSet> resolve)
    {
        foreach (var entry in set.Entries.Concat(set.Excepted))
        {
            Written(entry.Code);
            if (entry is { Mark: CodeMark.Members, Code.Id: { } refset } && told.TryGetValue(refset, out var code))
                told[refset] = code with { Cluster = Refset(refset)?.Cluster };
            if (CodeSetResolver.PartOf(set.System, entry) is { } part) Add(PinnedWhy.Of(part), Expansion.Of(release, part));
        }
        if (set.Ecl is { } ecl) Expression(ecl);
        foreach (var entry in set.Entries.Where(e => e.Mark is not (CodeMark.Members or CodeMark.Descendants)))
            if (entry.Code.Id is { } id && told.TryGetValue(id, out var code)) told[id] = code with { Emis = PinnedEmis.Of(release, set.System, id) };
        foreach (var reference in set.Lists)
            foreach (var row in list(reference)?.Codes ?? [])
                Listed(set.System, reference, row);
        var current = Done(set.Name);
        var resolved = resolve(current);
        var known = reasons.Count;
        if (HistoryProfile.Of(set.History) is { } kinds) AddHistory(resolved, kinds);
        if (resolved.IsWrittenOut) WriteOut(resolved);
        Offer(set, resolved);
        return reasons.Count == known ? current : Done(set.Name);
    }

    private PinnedSet Done(string name) => new(
        name,
        text,
        [.. reasons.ByCode().Select(c => told.TryGetValue(c.Code, out var known) ? known with { Why = c.Why } : told[c.Code] = new PinnedCode(c.Code, TermOf(c.Code), c.Why))],
        [.. lacks.OrderBy(l => l.Why, StringComparer.Ordinal)]);

    private string TermOf(long id) => CodeFacts.TermOf(release, id) ?? "";

    private PinnedCode Told(long id) => told.TryGetValue(id, out var code) ? code : new PinnedCode(id, TermOf(id), []);

    private void Written(WrittenCode code)
    {
        if (code.Id is not { } id || !code.IsConcept) return;
        told[id] = CodeFacts.Of(release, id, code.Term);
        reasons.Add(id, PinnedWhy.Written);
    }

    private void Expression(string ecl)
    {
        var answer = release.Evaluate(ecl);
        Add(PinnedWhy.Ecl, Expansion.Of(answer));
        if (EclParser.Parse(ecl).Expression is not { } expression) return;
        foreach (var id in EclReferences.Of(expression).Select(r => r.Concept.Id))
        {
            if (Sctid.Check(id.ToString(CultureInfo.InvariantCulture)) != SctidProblem.None) continue;
            told.TryAdd(id, CodeFacts.Of(release, id, null));
            reasons.Add(id, PinnedWhy.NamedInEcl);
        }
        foreach (var doubt in answer.Doubts.Where(d => d.Kind == EclDoubtKind.NoMembers)) reasons.Add(doubt.Id, PinnedWhy.NoMembers);
    }

    /// <summary>Of the codes of a list only those are kept of which something is to be said.</summary>
    private void Listed(CodeSystem system, ListReference reference, ListedCode row)
    {
        if (told.ContainsKey(row.Id)) return;
        var code = CodeFacts.Of(release, row.Id, null) with { Emis = PinnedEmis.Of(release, system, row.Id) };
        if (code is { Status: CodeStatus.Active, Successors.IsEmpty: true, Emis: null } && code.Level is null or DmdLevel.Vmp or DmdLevel.Amp) return;
        told[row.Id] = code with { Term = code.Term.Length > 0 ? code.Term : row.Term, Tag = null };
        reasons.Add(row.Id, PinnedWhy.From(reference));
    }

    private void Add(string why, (IEnumerable<(long Code, string? Also)> Codes, string? Reason) expanded)
    {
        if (expanded.Reason is { } reason) lacks.Add(new Unexpanded(why, reason));
        foreach (var (code, also) in expanded.Codes)
        {
            reasons.Add(code, why);
            if (also is not null) reasons.Add(code, also);
        }
    }

    private void AddHistory(ResolvedCodeSet set, IReadOnlySet<AssociationKind> kinds)
    {
        foreach (var code in set.Codes)
            foreach (var past in release.Predecessors(code).Where(p => kinds.Contains(p.Kind)))
            {
                told[past.Concept] = Told(past.Concept) with { Emis = PinnedEmis.Of(release, set.System, past.Concept) };
                reasons.Add(past.Concept, PinnedWhy.History);
                reasons.Add(past.Concept, string.Create(CultureInfo.InvariantCulture, $"{HistoryProfile.Name(past.Kind)} {code}"));
            }
    }

    private void WriteOut(ResolvedCodeSet set)
    {
        foreach (var code in set.Codes)
        {
            told[code] = Told(code) with { Emis = PinnedEmis.Of(release, set.System, code) };
            reasons.Add(code, PinnedWhy.WrittenOut);
        }
    }

    /// <summary>A set that has exactly the members of a reference set could be written as it; a set that is one already is not told.</summary>
    private void Offer(CodeSetDefinition set, ResolvedCodeSet resolved)
    {
        if (set.System != CodeSystem.Snomed || resolved.IsIncomplete || resolved.Codes.IsEmpty || set.Entries is [{ Mark: CodeMark.Members }]) return;
        if (set.HasHistory && (!set.Excepted.IsEmpty || !set.ExceptedSets.IsEmpty)) return;
        var codes = OrderedCodes.Union(resolved.Codes, OrderedCodes.Of([.. reasons.CodesOf(PinnedWhy.History)]));
        foreach (var refset in release.RefsetsWith(codes[0]))
        {
            if (Refset(refset) is not { } entry || entry.Members != codes.Length) continue;
            if (release.Members(refset) is not { } members || !members.SequenceEqual(codes)) continue;
            told[refset] = Told(refset) with { Cluster = entry.Cluster };
            reasons.Add(refset, PinnedWhy.SameMembers);
        }
    }

    private RefsetEntry? Refset(long id) => release.Refsets.FirstOrDefault(r => r.Id == id);
}
