namespace PcnMedOpt.Releases;

/// <summary>
/// Concepts that every release shares, with their real identifiers (SNOMED CT Release File Specification; the UK modules and language reference
/// sets as NHS England publishes them). Everything else in a generated release is invented.
/// </summary>
public static class WellKnown
{
    public const long Root = 138875005;
    public const long IsA = 116680003;
    public const long FullySpecifiedName = 900000000000003001;
    public const long Synonym = 900000000000013009;
    public const long Definition = 900000000000550004;
    public const long Inferred = 900000000000011006;
    public const long Additional = 900000000000227009;
    public const long Existential = 900000000000451002;
    public const long Primitive = 900000000000074008;
    public const long Defined = 900000000000073002;
    public const long CaseInsensitive = 900000000000448009;
    public const long Preferred = 900000000000548007;
    public const long Acceptable = 900000000000549004;
    public const long BritishEnglish = 900000000000508004;
    public const long AmericanEnglish = 900000000000509007;
    public const long NhsClinicalLanguage = 999001261000000100;
    public const long NhsPharmacyLanguage = 999000691000001104;
    public const long SameAs = 900000000000527005;
    public const long ReplacedBy = 900000000000526001;
    public const long PossiblyEquivalentTo = 900000000000523009;
    public const long ModuleDependency = 900000000000534007;
    public const long CoreModule = 900000000000207008;
    public const long ModelModule = 900000000000012004;
    public const long ClinicalModule = 999000011000000103;
    public const long DrugModule = 999000011000001104;
    public const long ClinicalFinding = 404684003;
    public const long Procedure = 71388002;
    public const long Observable = 363787002;
    public const long Substance = 105590001;
    public const long BodyStructure = 123037004;
    public const long Qualifier = 362981000;
    public const long Product = 373873005;
    public const long SimpleRefset = 446609009;
    public const long FindingSite = 363698007;
    public const long Morphology = 116676008;
    public const long CausativeAgent = 246075003;
    public const long Method = 260686004;
    public const long ProcedureSite = 405813007;
    public const long HasIngredient = 127489000;
    public const long StrengthValue = 1142135004;

    private const long Model = 900000000000441003;
    private const long Metadata = 900000000000454005;
    private const long Linkage = 106237007;
    private const long Attribute = 410662002;

    /// <summary>The identifier, the term, the semantic tag, the concept above, and whose it is; a concept stands after the one above it.</summary>
    internal static readonly (long Id, string Term, string Tag, long Above, ReleaseLayer Layer)[] Concepts =
    [
        (Root, "SNOMED CT Concept", "SNOMED RT+CTV3", 0, ReleaseLayer.International),
        (ClinicalFinding, "Clinical finding", "finding", Root, ReleaseLayer.International),
        (Procedure, "Procedure", "procedure", Root, ReleaseLayer.International),
        (Observable, "Observable entity", "observable entity", Root, ReleaseLayer.International),
        (Substance, "Substance", "substance", Root, ReleaseLayer.International),
        (BodyStructure, "Body structure", "body structure", Root, ReleaseLayer.International),
        (Qualifier, "Qualifier value", "qualifier value", Root, ReleaseLayer.International),
        (Product, "Pharmaceutical / biologic product", "product", Root, ReleaseLayer.International),
        (Model, "SNOMED CT Model Component", "metadata", Root, ReleaseLayer.International),
        (Metadata, "Foundation metadata concept", "foundation metadata concept", Model, ReleaseLayer.International),
        (Linkage, "Linkage concept", "linkage concept", Model, ReleaseLayer.International),
        (Attribute, "Attribute", "attribute", Linkage, ReleaseLayer.International),
        (IsA, "Is a", "attribute", Linkage, ReleaseLayer.International),
        (FindingSite, "Finding site", "attribute", Attribute, ReleaseLayer.International),
        (Morphology, "Associated morphology", "attribute", Attribute, ReleaseLayer.International),
        (CausativeAgent, "Causative agent", "attribute", Attribute, ReleaseLayer.International),
        (Method, "Method", "attribute", Attribute, ReleaseLayer.International),
        (ProcedureSite, "Procedure site - Direct", "attribute", Attribute, ReleaseLayer.International),
        (HasIngredient, "Has active ingredient", "attribute", Attribute, ReleaseLayer.International),
        (StrengthValue, "Has presentation strength numerator value", "attribute", Attribute, ReleaseLayer.International),
        (FullySpecifiedName, "Fully specified name", "core metadata concept", Model, ReleaseLayer.International),
        (Synonym, "Synonym", "core metadata concept", Model, ReleaseLayer.International),
        (Definition, "Definition", "core metadata concept", Model, ReleaseLayer.International),
        (Inferred, "Inferred relationship", "core metadata concept", Model, ReleaseLayer.International),
        (Additional, "Additional relationship", "core metadata concept", Model, ReleaseLayer.International),
        (Existential, "Existential restriction modifier", "core metadata concept", Model, ReleaseLayer.International),
        (Primitive, "Not sufficiently defined by necessary conditions definition status", "core metadata concept", Model, ReleaseLayer.International),
        (Defined, "Sufficiently defined by necessary conditions definition status", "core metadata concept", Model, ReleaseLayer.International),
        (CaseInsensitive, "Entire term case insensitive", "core metadata concept", Model, ReleaseLayer.International),
        (CoreModule, "SNOMED CT core module", "core metadata concept", Model, ReleaseLayer.International),
        (ModelModule, "SNOMED CT model component module", "core metadata concept", Model, ReleaseLayer.International),
        (ClinicalModule, "SNOMED CT United Kingdom clinical extension module", "core metadata concept", Model, ReleaseLayer.Clinical),
        (DrugModule, "SNOMED CT United Kingdom drug extension module", "core metadata concept", Model, ReleaseLayer.Drug),
        (Preferred, "Preferred", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (Acceptable, "Acceptable", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (BritishEnglish, "Great Britain English language reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (AmericanEnglish, "United States of America English language reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (NhsClinicalLanguage, "National Health Service realm language reference set (clinical part)", "foundation metadata concept", Metadata, ReleaseLayer.Clinical),
        (NhsPharmacyLanguage, "National Health Service realm language reference set (pharmacy part)", "foundation metadata concept", Metadata, ReleaseLayer.Drug),
        (SameAs, "SAME AS association reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (ReplacedBy, "REPLACED BY association reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (PossiblyEquivalentTo, "POSSIBLY EQUIVALENT TO association reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (ModuleDependency, "Module dependency reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
        (SimpleRefset, "Simple type reference set", "foundation metadata concept", Metadata, ReleaseLayer.International),
    ];
}
