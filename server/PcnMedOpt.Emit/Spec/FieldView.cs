using System.Collections.Immutable;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Spec;

/// <summary>A line of the field table of the NHS business rules.</summary>
public sealed record FieldView(int Number, string Name, ImmutableArray<LinkView> Clusters, ImmutableArray<string> Criteria, string Description)
{
    public ImmutableArray<string> NameParts => Breaks.Of(Name);
}
