namespace PcnMedOpt.Releases;

/// <summary>How large a generated release is.</summary>
/// <param name="Concepts">Its concepts, dm+d among them.</param>
/// <param name="Descriptions">Terms in a thousand concepts.</param>
/// <param name="Relationships">Relationships in a thousand concepts.</param>
/// <param name="Seed">Another seed makes another release.</param>
public sealed record ReleaseShape(int Concepts, int Descriptions, int Relationships, ulong Seed)
{
    public static readonly ReleaseShape Small = new(2_000, 3_200, 6_000, 1);

    /// <summary>As large as the UK edition: 500,000 concepts, 1.6 million terms, 3 million relationships.</summary>
    public static readonly ReleaseShape Full = Small with { Concepts = 500_000 };
}

/// <summary>The packages of a release, each layered upon those before it.</summary>
public enum ReleaseLayer
{
    International,
    Clinical,
    Drug,
}

public enum ConceptKind
{
    /// <summary>What SNOMED CT itself is made of: types, modules, reference sets, the roots of the hierarchies.</summary>
    Model,
    Body,
    Substance,
    Qualifier,
    Finding,
    Observable,
    Procedure,
    Refset,
    Vtm,
    Vmp,
    Amp,
    Vmpp,
    Ampp,

    /// <summary>The retired concept whose identifier an entry of dm+d once had.</summary>
    Previous,
}
