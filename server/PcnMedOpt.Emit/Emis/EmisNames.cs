using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Emis;

/// <summary>How searches are called in EMIS: a name says at once when a search is not complete.</summary>
public static class EmisNames
{
    public static string Of(Search search) => search.List.Origin == ListOrigin.Hand
        ? $"TO BUILD BY HAND: {Gaps.HandTitle(search.List)}"
        : search.IsComplete ? search.List.Name : $"INCOMPLETE ({search.Gap.Words()}): {search.List.Name}";
}
