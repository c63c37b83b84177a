using System.Collections.Immutable;
using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>What a refinement asks of the attributes of a concept, names and values worked out.</summary>
internal abstract record EclAttributeTest
{
    private protected EclAttributeTest()
    {
    }
}

internal sealed record AllOfTests(ImmutableArray<EclAttributeTest> Tests) : EclAttributeTest;

internal sealed record AnyOfTests(ImmutableArray<EclAttributeTest> Tests) : EclAttributeTest;

/// <summary>So many groups pass.</summary>
internal sealed record GroupTest(Cardinality Cardinality, EclAttributeTest Inner) : EclAttributeTest;

/// <summary>So many attributes have such a name and value.</summary>
internal sealed record AttributeTest(Cardinality Cardinality, ConceptSet Names, EclValueTest Values) : EclAttributeTest;

/// <summary>So many concepts have it as the value of such an attribute.</summary>
internal sealed record ReverseTest(Cardinality Cardinality, ConceptSet Names, ConceptSet Sources, bool IsNot) : EclAttributeTest;

/// <summary>
/// Counting (specification, 6.3). An attribute that stands in several groups counts for each. Role group 0 holds what is not grouped: it is no group.
/// Redundant attributes are not looked for: a release has none (necessary normal form).
/// </summary>
internal static class EclAttributeTests
{
    /// <param name="test">What is asked.</param>
    /// <param name="concept">Of which concept.</param>
    /// <param name="rows">Its attributes, or those of a group of it; in the order of groups.</param>
    /// <param name="store">The release.</param>
    public static bool Holds(EclAttributeTest test, int concept, ReadOnlySpan<AttributeRow> rows, ReleaseStore store)
    {
        switch (test)
        {
            case AllOfTests all:
                foreach (var part in all.Tests)
                    if (!Holds(part, concept, rows, store)) return false;
                return true;
            case AnyOfTests any:
                foreach (var part in any.Tests)
                    if (Holds(part, concept, rows, store)) return true;
                return false;
            case GroupTest group:
                return group.Cardinality.Holds(CountGroups(group.Inner, concept, rows, store));
            case AttributeTest attribute:
                return attribute.Cardinality.Holds(Count(attribute, rows));
            case ReverseTest reverse:
                return reverse.Cardinality.Holds(CountSources(reverse, store.Inbound(concept)));
            default:
                throw new UnreachableException($"{test} cannot be asked.");
        }
    }

    private static int Count(AttributeTest test, ReadOnlySpan<AttributeRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
            if (test.Names.Contains(row.Type) && test.Values.Takes(row.Value)) count++;
        return count;
    }

    private static int CountGroups(EclAttributeTest inner, int concept, ReadOnlySpan<AttributeRow> rows, ReleaseStore store)
    {
        var count = 0;
        for (int start = 0, end; start < rows.Length; start = end)
        {
            for (end = start + 1; end < rows.Length && rows[end].Group == rows[start].Group;) end++;
            if (rows[start].Group != 0 && Holds(inner, concept, rows[start..end], store)) count++;
        }
        return count;
    }

    /// <summary>Each source once, whichever of the attributes leads to it.</summary>
    private static int CountSources(ReverseTest test, ReadOnlySpan<InboundRow> rows)
    {
        HashSet<int>? several = null;
        var first = -1;
        foreach (var row in rows)
        {
            if (!test.Names.Contains(row.Type) || test.Sources.Contains(row.Source) == test.IsNot || row.Source == first) continue;
            if (first < 0) first = row.Source;
            else (several ??= []).Add(row.Source);
        }
        return first < 0 ? 0 : 1 + (several?.Count ?? 0);
    }
}
