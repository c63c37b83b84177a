using System.Collections.Immutable;
using System.Globalization;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>
/// Works out code sets: (the union of entries, sets and files) minus every "except". Sets that depend on each other in a circle are
/// empty where the circle closes; a rule reports the circle.
/// </summary>
/// <param name="find">The definition of a set, or null.</param>
/// <param name="list">The codes of a file, or null when it cannot be read.</param>
public sealed class CodeSetResolver(Func<string, CodeSetDefinition?> find, Func<ListReference, CodeList?> list)
{
    private readonly Dictionary<string, ResolvedCodeSet?> known = new(StringComparer.Ordinal);

    public ResolvedCodeSet? Resolve(string name)
    {
        if (known.TryGetValue(name, out var resolved)) return resolved;
        known[name] = null;
        return known[name] = find(name) is { } definition ? Work(definition) : null;
    }

    /// <summary>A set that names no other one and no file.</summary>
    public static ResolvedCodeSet OfEntries(CodeSetDefinition definition) => new CodeSetResolver(_ => null, _ => null).Work(definition);

    private ResolvedCodeSet Work(CodeSetDefinition definition)
    {
        var set = ResolvedCodeSet.Empty(definition.System) with { Awaiting = definition.Awaiting };
        if (definition.Expression is { } expression) set = Combined(set, expression);
        if (definition.Ecl is { } ecl) set = SetArithmetic.Union(set, SetArithmetic.OfOpaque(definition.System, new OpaquePart(OpaqueKind.Ecl, ecl, null, null)));
        set = SetArithmetic.Union(set, Entries(definition.System, definition.Entries));
        foreach (var reference in definition.Lists)
            if (list(reference) is { } codes) set = SetArithmetic.Union(set, Listed(definition.System, codes));
        foreach (var included in definition.Included)
            if (Resolve(included.Name) is { } other) set = SetArithmetic.Union(set, other);
        if (!definition.Excepted.IsEmpty) set = SetArithmetic.Except(set, Entries(definition.System, definition.Excepted));
        foreach (var excepted in definition.ExceptedSets)
            if (Resolve(excepted.Name) is { } other) set = SetArithmetic.Except(set, other);
        return set;
    }

    private ResolvedCodeSet Combined(ResolvedCodeSet start, SetExpression expression)
    {
        var set = Resolve(expression.Sets[0].Name) ?? ResolvedCodeSet.Empty(start.System);
        foreach (var next in expression.Sets.Skip(1))
            if (Resolve(next.Name) is { } other)
                set = expression.Operator switch
                {
                    SetOperator.And => SetArithmetic.Intersect(set, other),
                    SetOperator.Except => SetArithmetic.Except(set, other),
                    _ => SetArithmetic.Union(set, other),
                };
        return set with { System = start.System };
    }

    private static ResolvedCodeSet Listed(CodeSystem system, CodeList codes) => ResolvedCodeSet.Empty(system) with
    {
        Codes = [.. codes.Codes.Select(c => c.Id)],
        Terms = codes.Codes.Where(c => c.Term.Length > 0).ToDictionary(c => c.Id, c => c.Term),
    };

    private static ResolvedCodeSet Entries(CodeSystem system, ImmutableArray<CodeEntry> entries)
    {
        var codes = new List<long>(entries.Length);
        var opaque = new Dictionary<string, OpaquePart>(StringComparer.Ordinal);
        var terms = new Dictionary<long, string>(entries.Length);
        foreach (var entry in entries)
        {
            if (entry.Code.Id is not { } id) continue;
            if (entry.Mark is not (CodeMark.Members or CodeMark.Descendants)) codes.Add(id);
            if (entry.Code.Term is { Length: > 0 } term) terms[id] = term;
            if (Unknown(system, entry) is { } kind)
            {
                var part = new OpaquePart(kind, id.ToString(CultureInfo.InvariantCulture), entry.Code.Term, entry.Cluster);
                opaque[part.Key] = part;
            }
        }
        return ResolvedCodeSet.Empty(system) with
        {
            Codes = [.. codes.Distinct().Order()],
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
