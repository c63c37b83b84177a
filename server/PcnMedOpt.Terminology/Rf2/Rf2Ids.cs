namespace PcnMedOpt.Terminology.Rf2;

/// <summary>
/// The identifiers that reading a release depends on (SNOMED CT Release File Specifications; those of the UK language reference sets are the ones
/// that the NHS term browser asks with).
/// </summary>
internal static class Rf2Ids
{
    public const long IsA = 116680003;
    public const long Inferred = 900000000000011006;

    public const long Primitive = 900000000000074008;
    public const long Defined = 900000000000073002;

    public const long FullySpecifiedName = 900000000000003001;
    public const long Synonym = 900000000000013009;
    public const long Definition = 900000000000550004;

    public const long Acceptable = 900000000000549004;
    public const long Preferred = 900000000000548007;

    /// <summary>Historical association reference set: those below it.</summary>
    public const long HistoricalAssociation = 900000000000522004;

    public const long SameAs = 900000000000527005;
    public const long ReplacedBy = 900000000000526001;
    public const long PossiblyEquivalentTo = 900000000000523009;
    public const long WasA = 900000000000528000;
    public const long MovedTo = 900000000000524003;
    public const long Alternative = 900000000000530003;
    public const long PartiallyEquivalentTo = 1186924009;
    public const long PossiblyReplacedBy = 1186921001;

    /// <summary>National Health Service realm language reference set (clinical part).</summary>
    public const long UkClinicalLanguage = 999001261000000100;

    /// <summary>National Health Service realm language reference set (pharmacy part).</summary>
    public const long UkPharmacyLanguage = 999000691000001104;

    public const long GreatBritainLanguage = 900000000000508004;
    public const long UnitedStatesLanguage = 900000000000509007;

    /// <summary>The namespaces of UK clinical content, and of the UK drug extension with dm+d.</summary>
    public const string UkClinicalNamespace = "1000000";

    public const string UkDrugNamespace = "1000001";
}
