using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>
/// From a citation to its number in the list of evidence of the pack. An id means what the protocol of its own file says: two protocols of a
/// pack may use one id for different sources.
/// </summary>
internal sealed class EvidenceLinks(PageContents contents)
{
    public ImmutableArray<LinkView> Of(Cohort cohort, Criterion criterion) => [.. criterion.Cites.Select(c => Link(cohort.Name, c))];

    /// <summary>What the whole cites, without what its criteria cite themselves.</summary>
    public ImmutableArray<LinkView> OfWhole(Cohort cohort)
    {
        var own = cohort.Criteria.SelectMany(c => Of(cohort, c)).ToHashSet();
        return [.. cohort.Cites.Select(c => Link(cohort.Name, c)).Where(c => !own.Contains(c)).Distinct()];
    }

    public ImmutableArray<LinkView> OfWhole(Measure measure) => Of(measure.Name, measure.Cites);

    /// <summary>What a clause of a declaration cites.</summary>
    public ImmutableArray<LinkView> Of(string declaration, ImmutableArray<Citation> cites) => [.. cites.Select(c => Link(declaration, c)).Distinct()];

    private LinkView Link(string declaration, Citation citation)
    {
        var number = contents.EvidenceOf(citation.From ?? declaration, citation.Evidence) is { } cited
            ? 1 + contents.Evidence.ToList().FindIndex(e => e with { Id = cited.Id, IdSpan = cited.IdSpan } == cited)
            : throw new ArgumentException($"The evidence '{citation.Evidence}' is not known", nameof(citation));
        var named = string.Create(CultureInfo.InvariantCulture, $"Evidence {number}");
        return new LinkView(PageIds.OfEvidence(number), citation.Section is null ? named : $"{named}, {citation.Section}");
    }
}
