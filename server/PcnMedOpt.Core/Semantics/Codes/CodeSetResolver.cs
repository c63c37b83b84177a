using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>
/// Works out code sets: (the union of entries, sets and files) minus every "except", and then the retired codes of the past, where they are
/// wanted. Sets that depend on each other in a circle are empty where the circle closes; a rule reports the circle.
/// </summary>
/// <param name="find">The definition of a set, or null.</param>
/// <param name="list">The codes of a file, or null when it cannot be read.</param>
/// <param name="pinned">What a lock or a release says of a set, or null where nothing does.</param>
public sealed class CodeSetResolver(Func<string, CodeSetDefinition?> find, Func<ListReference, CodeList?> list, Func<CodeSetDefinition, PinnedSet?>? pinned = null)
{
    private readonly Dictionary<string, ResolvedCodeSet?> known = new(StringComparer.Ordinal);

    public ResolvedCodeSet? Resolve(string name)
    {
        if (known.TryGetValue(name, out var resolved)) return resolved;
        known[name] = null;
        return known[name] = find(name) is { } definition ? Whole(definition) : null;
    }

    /// <summary>A set that names no other one and no file.</summary>
    public static ResolvedCodeSet OfEntries(CodeSetDefinition definition) => new CodeSetResolver(_ => null, _ => null).Whole(definition);

    /// <summary>A set with what its entries expand to, and as it is written, before the retired codes of the past are added.</summary>
    public ResolvedCodeSet BeforeHistory(CodeSetDefinition definition, PinnedSet pins) => Current(definition, s => s, pins) with { Written = Current(definition, s => s.AsWritten, null) };

    /// <summary>The part of an entry that only a release can expand; null where there is none.</summary>
    public static OpaquePart? PartOf(CodeSystem system, CodeEntry entry) => entry.Code.Id is { } id && Unknown(system, entry) is { } kind
        ? new OpaquePart(kind, id.ToString(CultureInfo.InvariantCulture), entry.Code.Term, entry.Cluster)
        : null;

    private ResolvedCodeSet Whole(CodeSetDefinition definition)
    {
        var pins = pinned?.Invoke(definition);
        var written = Past(definition, Current(definition, s => s.AsWritten, null), s => s.AsWritten, pins);
        if (pinned is null) return written;
        written = WithEmis(definition, written, pins);
        return written.NeedsRelease ? WithEmis(definition, Past(definition, Current(definition, s => s, pins), s => s, pins), pins) with { Written = written } : written;
    }

    /// <summary>The set with the EMIS codes of its codes, its own and those of the sets that it names, and with the reference sets that it equals.</summary>
    private ResolvedCodeSet WithEmis(CodeSetDefinition definition, ResolvedCodeSet set, PinnedSet? pins)
    {
        var emis = new Dictionary<long, PinnedEmis>();
        foreach (var code in pins?.Codes ?? [])
            if (code.Emis is { } own) emis[code.Id] = own;
        foreach (var other in definition.Named.Select(n => Resolve(n.Name)).OfType<ResolvedCodeSet>())
            foreach (var (code, codes) in other.AsWritten.Emis) emis.TryAdd(code, codes);
        return set with { Emis = emis, SameMembers = pins?.Of(PinnedWhy.SameMembers) ?? [] };
    }

    /// <param name="definition">The set.</param>
    /// <param name="form">Which form of another set goes in: as it is written, or expanded.</param>
    /// <param name="pins">What the entries expand to; null where they stay as they are written.</param>
    private ResolvedCodeSet Current(CodeSetDefinition definition, Func<ResolvedCodeSet, ResolvedCodeSet> form, PinnedSet? pins)
    {
        var set = ResolvedCodeSet.Empty(definition.System) with { Awaiting = definition.Awaiting };
        if (definition.Expression is { } expression) set = Combined(set, expression, form);
        if (definition.Ecl is { } ecl) set = SetArithmetic.Union(set, Expanded(definition.System, new OpaquePart(OpaqueKind.Ecl, ecl, null, null), pins));
        set = SetArithmetic.Union(set, Entries(definition.System, definition.Entries, pins));
        foreach (var reference in definition.Lists)
            if (list(reference) is { } codes) set = SetArithmetic.Union(set, Listed(definition.System, codes));
        foreach (var included in definition.Included)
            if (Resolve(included.Name) is { } other) set = SetArithmetic.Union(set, form(other));
        return Without(definition, set, form, pins);
    }

    private ResolvedCodeSet Without(CodeSetDefinition definition, ResolvedCodeSet set, Func<ResolvedCodeSet, ResolvedCodeSet> form, PinnedSet? pins)
    {
        if (!definition.Excepted.IsEmpty) set = SetArithmetic.Except(set, Entries(definition.System, definition.Excepted, pins));
        foreach (var excepted in definition.ExceptedSets)
            if (Resolve(excepted.Name) is { } other) set = SetArithmetic.Except(set, form(other));
        return set;
    }

    /// <summary>The set with the retired codes of the past; what is taken out of it stays out.</summary>
    private ResolvedCodeSet Past(CodeSetDefinition definition, ResolvedCodeSet set, Func<ResolvedCodeSet, ResolvedCodeSet> form, PinnedSet? pins)
    {
        if (!definition.HasHistory) return set;
        if (pins?.Of(PinnedWhy.History) is not { } past) return set with { LacksHistory = true };
        return past.IsEmpty ? set : Without(definition, SetArithmetic.Union(set, Told(definition.System, past)), form, pins);
    }

    /// <summary>What a part holds by a lock or release; the part itself where none tells.</summary>
    private static ResolvedCodeSet Expanded(CodeSystem system, OpaquePart part, PinnedSet? pins) =>
        pins?.Of(PinnedWhy.Of(part)) is { } codes ? Told(system, codes) : SetArithmetic.OfOpaque(system, part);

    private static ResolvedCodeSet Told(CodeSystem system, ImmutableArray<PinnedCode> codes) => ResolvedCodeSet.Empty(system) with
    {
        Codes = [.. codes.Select(c => c.Id)],
        Terms = codes.Where(c => c.Term.Length > 0).ToDictionary(c => c.Id, c => c.Term),
    };

    private ResolvedCodeSet Combined(ResolvedCodeSet start, SetExpression expression, Func<ResolvedCodeSet, ResolvedCodeSet> form)
    {
        var set = Resolve(expression.Sets[0].Name) is { } first ? form(first) : ResolvedCodeSet.Empty(start.System);
        foreach (var next in expression.Sets.Skip(1))
            if (Resolve(next.Name) is { } other)
                set = expression.Operator switch
                {
                    SetOperator.And => SetArithmetic.Intersect(set, form(other)),
                    SetOperator.Except => SetArithmetic.Except(set, form(other)),
                    _ => SetArithmetic.Union(set, form(other)),
                };
        return set with { System = start.System };
    }

    private static ResolvedCodeSet Listed(CodeSystem system, CodeList codes) => ResolvedCodeSet.Empty(system) with
    {
        Codes = [.. codes.Codes.Select(c => c.Id)],
        Terms = codes.Codes.Where(c => c.Term.Length > 0).ToDictionary(c => c.Id, c => c.Term),
    };

    private static ResolvedCodeSet Entries(CodeSystem system, ImmutableArray<CodeEntry> entries, PinnedSet? pins)
    {
        var codes = new List<long>(entries.Length);
        var opaque = new Dictionary<string, OpaquePart>(StringComparer.Ordinal);
        var terms = new Dictionary<long, string>(entries.Length);
        foreach (var entry in entries)
        {
            if (entry.Code.Id is not { } id) continue;
            if (entry.Mark is not (CodeMark.Members or CodeMark.Descendants)) codes.Add(id);
            if (entry.Code.Term is { Length: > 0 } term) terms[id] = term;
            if (PartOf(system, entry) is not { } part) continue;
            if (pins?.Of(PinnedWhy.Of(part)) is not { } told) opaque[part.Key] = part;
            else
                foreach (var code in told)
                {
                    codes.Add(code.Id);
                    if (code.Term.Length > 0) terms.TryAdd(code.Id, code.Term);
                }
        }
        return ResolvedCodeSet.Empty(system) with
        {
            Codes = OrderedCodes.Of(codes),
            Opaque = [.. opaque.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Value)],
            Terms = terms,
        };
    }

    private static OpaqueKind? Unknown(CodeSystem system, CodeEntry entry) => entry.Mark switch
    {
        CodeMark.Members => OpaqueKind.Refset,
        CodeMark.SelfAndDescendants or CodeMark.Descendants => OpaqueKind.Descendants,
        _ when system == CodeSystem.Dmd && !entry.Only => OpaqueKind.Below,
        _ => null,
    };
}
