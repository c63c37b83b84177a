using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core;

/// <summary>
/// What the lock or the release says of the codes of each declaration. The same question has the same object for an answer, also in the next
/// compilation, so that what depends on it is not done again.
/// </summary>
internal sealed class PinnedSets(CodeKnowledge knowledge, Func<string, CodeSetDefinition?> find, Func<ListReference, CodeList?> list)
{
    private static readonly ConditionalWeakTable<CodeSetDefinition, Hashed> Texts = [];
    private static readonly ConditionalWeakTable<object, Asked> Answers = [];
    private static readonly ConditionalWeakTable<Facts, string> FactTexts = [];

    /// <summary>Of a code set; null where neither lock nor release is at hand.</summary>
    public PinnedSet? Of(CodeSetDefinition definition) => Of(definition, []);

    /// <summary>Of a declaration that is no code set; null where it writes out no code, or neither lock nor release is at hand.</summary>
    public PinnedSet? Of(Facts facts) =>
        knowledge.IsNone || facts.Name is not { } name || TextOf(facts) is not { } text ? null : knowledge.Lock?.Find(name, text) ?? OfRelease(facts, text);

    /// <summary>What the release says, whatever the lock holds; null where there is no release, or no code.</summary>
    public PinnedSet? OfRelease(Facts facts) =>
        TextOf(facts) is not { } text ? null : facts.Codes is { } definition ? OfRelease(definition, text, []) : OfRelease(facts, text);

    /// <summary>The hash of what a declaration names; null where it names no code.</summary>
    public string? TextOf(Facts facts) => facts switch
    {
        { Codes: { } definition } => TextOf(definition),
        { Name: not null, CodesOutsideSets.IsEmpty: false } => FactTexts.GetValue(facts, f => PinnedText.Of(f.CodesOutsideSets)),
        _ => null,
    };

    /// <param name="definition">The set.</param>
    /// <param name="within">The sets whose history is being looked for: of sets that take each other in in a circle, which is an error, nothing is said.</param>
    private PinnedSet? Of(CodeSetDefinition definition, ImmutableHashSet<string> within)
    {
        if (knowledge.IsNone || within.Contains(definition.Name)) return null;
        var text = TextOf(definition);
        return knowledge.Lock?.Find(definition.Name, text) ?? OfRelease(definition, text, within);
    }

    private PinnedSet? OfRelease(CodeSetDefinition definition, string text, ImmutableHashSet<string> within) => Ask(definition, text, release =>
        new Pinner(release, text).Set(
            definition,
            list,
            pins => new CodeSetResolver(find, list, other => ReferenceEquals(other, definition) ? pins : Of(other, within.Add(definition.Name))).BeforeHistory(definition, pins)));

    private PinnedSet? OfRelease(Facts facts, string text) => Ask(facts, text, release => new Pinner(release, text).Codes(facts.Name ?? "", facts.CodesOutsideSets));

    private PinnedSet? Ask(object key, string text, Func<ITerminology, PinnedSet> ask)
    {
        if (knowledge.Release is not { } release) return null;
        if (Answers.TryGetValue(key, out var last) && ReferenceEquals(last.Release, release) && last.Set.Text == text) return last.Set;
        var set = ask(release);
        Answers.AddOrUpdate(key, new Asked(release, set));
        return set;
    }

    /// <summary>The hash follows from the definition and its lists; of one that names other sets, from them too, and is worked out each time.</summary>
    private string TextOf(CodeSetDefinition definition)
    {
        if (definition.Named.Any()) return PinnedText.Of(definition, find, list);
        ImmutableArray<CodeList?> lists = [.. definition.Lists.Select(list)];
        if (Texts.TryGetValue(definition, out var last) && last.Lists.AsSpan().SequenceEqual(lists.AsSpan(), ReferenceEqualityComparer.Instance)) return last.Text;
        var text = PinnedText.Of(definition, find, list);
        Texts.AddOrUpdate(definition, new Hashed(lists, text));
        return text;
    }

    private sealed record Hashed(ImmutableArray<CodeList?> Lists, string Text);

    private sealed record Asked(ITerminology Release, PinnedSet Set);
}
