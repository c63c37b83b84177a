using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Tests.Support;

/// <summary>
/// A small terminology release as text, a line for each concept: <c>195967001 |Asthma (disorder)|; synonym Bronchial asthma; below 50043002</c>.
/// What may follow: <c>inactive</c>, <c>same as ID</c>, <c>replaced by ID</c>, <c>possibly equivalent to ID</c>, <c>was a ID</c>, <c>in REFSET</c>,
/// <c>cluster NAME</c>, <c>level vmp</c>, <c>under ID</c> (dm+d), <c>previous ID</c>, <c>described ID TERM</c>
/// (a synonym with its identifier), <c>emis ID TERM</c>. A line <c>ecl EXPRESSION: ID ID; no members ID</c> answers an
/// expression, and names a reference set in it that has none.
/// </summary>
public sealed class WrittenRelease : ITerminology
{
    private static readonly Dictionary<string, AssociationKind> Associations = new(StringComparer.Ordinal)
    {
        ["same as"] = AssociationKind.SameAs,
        ["replaced by"] = AssociationKind.ReplacedBy,
        ["possibly equivalent to"] = AssociationKind.PossiblyEquivalentTo,
        ["was a"] = AssociationKind.WasA,
    };

    private readonly SortedDictionary<long, Line> lines = [];
    private readonly Dictionary<string, EclAnswer> expressions = new(StringComparer.Ordinal);

    public WrittenRelease(string text, string name = "Example release")
    {
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith("ecl ", StringComparison.Ordinal)) expressions[line[4..line.LastIndexOf(':')].Trim()] = Answer(line[(line.LastIndexOf(':') + 1)..]);
            else
            {
                var read = Line.Read(line);
                lines[read.Id] = read;
            }
        }
        var sources = ImmutableArray.Create(new ReleaseSource(SourceKind.Rf2, name, null, lines.Count, 0));
        if (lines.Values.Any(l => l.Level is not null)) sources = sources.Add(new ReleaseSource(SourceKind.Dmd, name, null, lines.Count, 0));
        Release = new ReleaseInfo(name, Core.Text.ContentHash.Of(text), new DateOnly(2026, 11, 1), sources, [.. lines.Keys.Select(i => Sctid.NamespaceOf(i.ToString(CultureInfo.InvariantCulture))).Distinct().Order(StringComparer.Ordinal)]);
    }

    public ReleaseInfo Release { get; }

    public ImmutableArray<RefsetEntry> Refsets =>
        [.. lines.Values.Where(l => l.Cluster is not null || !Of("in", l.Id).IsEmpty).Select(l => new RefsetEntry(l.Id, l.Term, l.Cluster, Of("in", l.Id).Length))];

    public ConceptEntry? Find(long concept) => lines.TryGetValue(concept, out var line) ? new ConceptEntry(line.Id, line.IsActive, line.Term, line.FullName, 0, null) : null;

    public string? TermOf(long concept) => Find(concept)?.Term;

    public ImmutableArray<DescriptionEntry> Descriptions(long concept) => !lines.TryGetValue(concept, out var line) ? [] :
    [
        .. line.Entries("described").Select(d => new DescriptionEntry(d.Id, d.Term, true, false, Acceptability.Preferred, "en")),
        .. line.All("synonym").Prepend(line.Term).Select(t => new DescriptionEntry(0, t, true, false, Acceptability.Preferred, "en")),
        new DescriptionEntry(0, line.FullName, true, true, Acceptability.Preferred, "en"),
    ];

    public long? ConceptOfDescription(long description) => null;

    public ImmutableArray<long> Parents(long concept) => lines.TryGetValue(concept, out var line) ? line.Ids("below") : [];

    public ImmutableArray<long> Children(long concept) => Of("below", concept);

    public ImmutableArray<long> Ancestors(long concept) => Reached(concept, Parents);

    public ImmutableArray<long> Descendants(long concept) => Reached(concept, Children);

    public bool IsA(long concept, long ancestor) => concept == ancestor || Ancestors(concept).Contains(ancestor);

    public ImmutableArray<long>? Members(long refset) => lines.ContainsKey(refset) ? Of("in", refset) : null;

    public ImmutableArray<long> RefsetsWith(long concept) => lines.TryGetValue(concept, out var line) ? line.Ids("in") : [];

    public ImmutableArray<AssociationEntry> Successors(long concept) =>
        !lines.TryGetValue(concept, out var line) ? [] : [.. from kind in Associations from id in line.Ids(kind.Key) select new AssociationEntry(kind.Value, 0, id)];

    public ImmutableArray<AssociationEntry> Predecessors(long concept) => [.. from kind in Associations from id in Of(kind.Key, concept) select new AssociationEntry(kind.Value, 0, id)];

    public DmdEntry? Dmd(long id) => lines.TryGetValue(id, out var line) && line.Level is { } level
        ? new DmdEntry(id, level, line.Term, !line.IsActive, line.Ids("under"), Of("under", id), line.Ids("previous"))
        : null;

    public ImmutableArray<long> DmdSuccessors(long previous) => Of("previous", previous);

    public EclAnswer Evaluate(string expression) =>
        expressions.TryGetValue(expression, out var found) ? found : new EclAnswer(null, null, ["This expression is not answered here."]);

    private static EclAnswer Answer(string text)
    {
        var parts = text.Split("; no members ");
        return new EclAnswer([.. parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id).Order()], null, [])
        {
            Doubts = [.. parts.Skip(1).Select(p => new EclDoubt(EclDoubtKind.NoMembers, Id(p), 0, ""))],
        };
    }

    public ImmutableArray<SearchHit> Search(string typed, SearchScope scope, int most) =>
    [
        .. (from line in lines.Values
            where (line.IsActive || scope.WithInactive) && (scope.Dmd is not { } dmd || line.Level is not null == dmd)
            let matched = line.All("synonym").Prepend(line.Term).FirstOrDefault(t => t.Contains(typed, StringComparison.OrdinalIgnoreCase))
            where matched is not null
            select new SearchHit(new ConceptEntry(line.Id, line.IsActive, line.Term, line.FullName, 0, null), matched)).Take(most),
    ];

    public ImmutableArray<EmisEntry> EmisCodes(long concept) => lines.TryGetValue(concept, out var line) ? [.. line.Entries("emis")] : [];

    private static long Id(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The concepts of which a line names this one after a word.</summary>
    private ImmutableArray<long> Of(string word, long id) => [.. lines.Values.Where(l => l.Ids(word).Contains(id)).Select(l => l.Id)];

    private static ImmutableArray<long> Reached(long start, Func<long, ImmutableArray<long>> next)
    {
        var found = new SortedSet<long>();
        var waiting = new Queue<long>([start]);
        while (waiting.TryDequeue(out var id))
            foreach (var other in next(id))
                if (found.Add(other)) waiting.Enqueue(other);
        return [.. found];
    }

    private sealed record Line(long Id, string FullName, ImmutableArray<string> Clauses)
    {
        /// <summary>The fully specified name without its tag.</summary>
        public string Term => FullName.EndsWith(')') && FullName.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open ? FullName[..open] : FullName;

        public bool IsActive => !Clauses.Contains("inactive");

        public string? Cluster => All("cluster").FirstOrDefault();

        public DmdLevel? Level => All("level").FirstOrDefault() is { } level ? Enum.Parse<DmdLevel>(level, ignoreCase: true) : null;

        public static Line Read(string text)
        {
            var parts = text.Split(';', StringSplitOptions.TrimEntries);
            var bar = parts[0].IndexOf('|', StringComparison.Ordinal);
            return new Line(WrittenRelease.Id(parts[0][..bar]), parts[0][bar..].Trim('|', ' '), [.. parts.Skip(1)]);
        }

        public IEnumerable<string> All(string word) => Clauses.Where(c => c.StartsWith(word + " ", StringComparison.Ordinal)).Select(c => c[(word.Length + 1)..]);

        public IEnumerable<EmisEntry> Entries(string word) => All(word).Select(w => new EmisEntry(WrittenRelease.Id(w[..w.IndexOf(' ', StringComparison.Ordinal)]), w[(w.IndexOf(' ', StringComparison.Ordinal) + 1)..]));

        public ImmutableArray<long> Ids(string word) => [.. All(word).Where(w => w.All(char.IsAsciiDigit)).Select(WrittenRelease.Id)];
    }
}
