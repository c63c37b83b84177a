namespace PcnMedOpt.Core.Terminology;

/// <summary>A concept of a release: SNOMED CT, or an entry of dm+d, which are concepts too.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="IsActive">False where the release has retired it: records may still hold it.</param>
/// <param name="Term">The term to show: the preferred one of the UK language reference sets, else of another, else any.</param>
/// <param name="FullName">The fully specified name; null where there is none.</param>
/// <param name="Module">The module that it belongs to.</param>
/// <param name="EffectiveTime">The day from which this state holds; null where the row bears no possible date.</param>
public sealed record ConceptEntry(long Id, bool IsActive, string Term, string? FullName, long Module, DateOnly? EffectiveTime)
{
    /// <summary>What stands in brackets at the end of the fully specified name, such as <c>procedure</c>; null where there is none.</summary>
    public string? SemanticTag
    {
        get
        {
            var open = FullName is not null && FullName.EndsWith(')') ? FullName.LastIndexOf(" (", StringComparison.Ordinal) : -1;
            return open < 0 ? null : FullName![(open + 2)..^1];
        }
    }
}

/// <summary>How a language reference set takes a description.</summary>
public enum Acceptability
{
    None,
    Acceptable,
    Preferred,
}

/// <summary>A term of a concept.</summary>
/// <param name="Id">The description identifier, which EMIS takes for a code.</param>
/// <param name="Term">The term.</param>
/// <param name="IsActive">False where the release has retired it.</param>
/// <param name="IsFullName">It is a fully specified name, and not a synonym.</param>
/// <param name="Acceptability">How the UK language reference sets take it, or, in a release without them, the others.</param>
/// <param name="Language">The code of its language, such as <c>en</c>.</param>
public sealed record DescriptionEntry(long Id, string Term, bool IsActive, bool IsFullName, Acceptability Acceptability, string Language);

/// <summary>What history says of a retired concept (SNOMED CT, "Historical association reference sets").</summary>
public enum AssociationKind
{
    SameAs,
    ReplacedBy,
    PossiblyEquivalentTo,
    WasA,
    MovedTo,
    Alternative,
    PartiallyEquivalentTo,
    PossiblyReplacedBy,

    /// <summary>Another association; its reference set is named beside it.</summary>
    Other,
}

/// <summary>A historical association, seen from one of its ends.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Refset">The reference set that says it.</param>
/// <param name="Concept">The concept at the other end.</param>
public sealed record AssociationEntry(AssociationKind Kind, long Refset, long Concept);

/// <summary>A reference set of concepts.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its term.</param>
/// <param name="Cluster">The name of the published cluster, such as <c>MEDRVW_COD</c>, with a comma between the names where several clusters share the reference set; null where no source names one.</param>
/// <param name="Members">How many concepts are in it.</param>
public sealed record RefsetEntry(long Id, string Name, string? Cluster, int Members);
