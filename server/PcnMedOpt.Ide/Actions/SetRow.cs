using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Code sets joined by "or" in a test, and the one set that holds the codes of all: when the one may stand for the others.</summary>
internal sealed record SetRow(ImmutableArray<string> Names)
{
    /// <summary>Why a row and one set would not mean the same there; null when they do.</summary>
    /// <param name="place">Where they stand.</param>
    /// <param name="sets">The row, or the set alone.</param>
    public string? WhyNot(ActionPlace place, SetsSyntax sets)
    {
        var test = place.Path.TakeWhile(n => n != sets).LastOrDefault();
        var (no, filters) = test switch
        {
            HappenedTestSyntax happened => (happened.No, happened.Filters),
            OnRepeatSyntax repeat => (repeat.No, []),
            PairSyntax pair => (null, pair.Filters),
            AnchorSyntax anchor => (null, anchor.Filters),
            _ => ((Token?)null, ImmutableArray<FilterSyntax>.Empty),
        };
        if (no is not null) return "'no' before several sets has two readings: neither, or not both.";
        if (filters.Any(f => f is WithValueSyntax)) return "A result is read in the unit of its own set, which one set for all does not have.";
        return OfMembers(place.Compilation);
    }

    /// <summary>The union as far as it is known is the union of what is known: no set takes out of a reference set what another one leaves in.</summary>
    private string? OfMembers(Compilation compilation)
    {
        var members = Names.Select(compilation.CodeSet).OfType<ResolvedCodeSet>().ToList();
        if (members.Count != Names.Length) return "One of the code sets is not declared.";
        if (members.Exists(m => m.System != members[0].System)) return "The code sets are of two systems, SNOMED CT and dm+d.";
        var union = members.Skip(1).Aggregate(members[0], SetArithmetic.Union);
        var told = members.SelectMany(m => m.Opaque.Where(o => m.ContainsInExample(o.StandIn))).All(o => union.ContainsInExample(o.StandIn));
        return !told || (union.IsUncertain && !members.Exists(m => m.IsUncertain)) || members.Exists(m => !m.Carved.SequenceEqual(members[0].Carved))
            ? "One of the sets excepts codes that another may hold: only a terminology release can tell what they are together."
            : null;
    }
}
