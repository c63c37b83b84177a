using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core;

/// <summary>
/// The code sets of a compilation, each worked out once for what it is made of: the same definitions and the same list texts give the
/// same object, also in the next compilation, so that what depends on it is not done again.
/// </summary>
internal sealed class CodeSets
{
    private static readonly ConditionalWeakTable<string, ConcurrentDictionary<(string Column, string? Term), CodeList>> Read = [];
    private static readonly ConditionalWeakTable<CodeSetDefinition, Worked> Last = [];
    private static readonly ConditionalWeakTable<CodeSetDefinition, ResolvedCodeSet> Alone = [];

    private readonly Compilation compilation;
    private readonly Dictionary<string, ResolvedCodeSet?> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public CodeSets(Compilation compilation)
    {
        this.compilation = compilation;
        Pinned = new PinnedSets(compilation.Knowledge, Definition, List);
    }

    /// <summary>What the lock or the release says of codes.</summary>
    public PinnedSets Pinned { get; }

    /// <summary>Every identifier that a code set or list names.</summary>
    public ImmutableArray<long> Known
    {
        get
        {
            var codes = new SortedSet<long>();
            foreach (var definition in compilation.Names.Declarations.Select(d => d.Facts.Codes).OfType<CodeSetDefinition>())
            {
                foreach (var entry in definition.Entries)
                    if (entry.Code.Id is { } id) codes.Add(id);
                foreach (var list in definition.Lists)
                    codes.UnionWith(List(list)?.Codes.Select(c => c.Id) ?? []);
            }
            return [.. codes];
        }
    }

    public CodeList? List(ListReference reference) =>
        compilation.Lists.TryGetValue(reference.Path, out var text) && text is not null
            ? Read.GetOrCreateValue(text).GetOrAdd((reference.Column, reference.Term), key => CodeList.Read(text, key.Column, key.Term))
            : null;

    public ResolvedCodeSet? Resolve(string name)
    {
        lock (gate)
        {
            if (known.TryGetValue(name, out var resolved)) return resolved;
            return known[name] = Work(name);
        }
    }

    /// <summary>What a set holds before its "except" lines.</summary>
    public ResolvedCodeSet? BeforeExcept(CodeSetDefinition definition)
    {
        var whole = definition with { Excepted = [], ExceptedSets = [] };
        var pins = Pinned.Of(definition);
        return new CodeSetResolver(name => name == definition.Name ? whole : Definition(name), List, compilation.Knowledge.IsNone ? null : d => ReferenceEquals(d, whole) ? pins : Pinned.Of(d))
            .Resolve(definition.Name);
    }

    private ResolvedCodeSet? Work(string name)
    {
        if (Definition(name) is not { } definition) return null;
        if (definition.StandsAlone && compilation.Knowledge.IsNone) return Alone.GetValue(definition, d => CodeSetResolver.OfEntries(d));
        var parts = new List<object?>();
        Collect(definition, parts, new HashSet<string>(StringComparer.Ordinal));
        if (Last.TryGetValue(definition, out var worked) && worked.MadeOf.SequenceEqual(parts, ReferenceEqualityComparer.Instance)) return worked.Set;
        var set = new CodeSetResolver(Definition, List, compilation.Knowledge.IsNone ? null : Pinned.Of).Resolve(name);
        Last.AddOrUpdate(definition, new Worked([.. parts], set));
        return set;
    }

    private CodeSetDefinition? Definition(string name) => compilation.Names.Find(name)?.Facts.Codes;

    /// <summary>The definitions and lists that a set is made of, itself included, and what is known of their codes.</summary>
    private void Collect(CodeSetDefinition definition, List<object?> parts, HashSet<string> seen)
    {
        if (!seen.Add(definition.Name)) return;
        parts.Add(definition);
        parts.Add(Pinned.Of(definition));
        foreach (var list in definition.Lists) parts.Add(List(list));
        foreach (var name in definition.Named)
            if (Definition(name.Name) is { } other) Collect(other, parts, seen);
            else parts.Add(null);
    }

    private sealed record Worked(ImmutableArray<object?> MadeOf, ResolvedCodeSet? Set);
}
