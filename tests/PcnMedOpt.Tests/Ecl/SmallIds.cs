using PcnMedOpt.Releases;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>The identifiers of small releases: those that ECL names, and some that nobody has given out.</summary>
internal static class SmallIds
{
    public const long Module = 900000000000207008;
    public const long OtherModule = 999000011000000103;
    public const long Primitive = 900000000000074008;
    public const long Defined = 900000000000073002;
    public const long Synonym = 900000000000013009;
    public const long FullName = 900000000000003001;
    public const long Definition = 900000000000550004;
    public const long Preferred = 900000000000548007;
    public const long Acceptable = 900000000000549004;
    public const long BritishEnglish = 900000000000508004;
    public const long NhsClinical = 999001261000000100;
    public const long Historical = 900000000000522004;
    public const long SameAs = 900000000000527005;
    public const long ReplacedBy = 900000000000526001;
    public const long WasA = 900000000000528000;
    public const long PossiblyEquivalentTo = 900000000000523009;
    public const long PartiallyEquivalentTo = 1186924009;

    public static readonly long[] Associations = [SameAs, ReplacedBy, WasA, PossiblyEquivalentTo, PartiallyEquivalentTo];

    /// <summary>Concepts that the rows of a release speak of, and that every small release holds.</summary>
    public static readonly long[] Known =
    [
        SmallRelease.IsA, Module, OtherModule, Primitive, Defined, Synonym, FullName, Definition, Preferred, Acceptable, BritishEnglish, NhsClinical, Historical, .. Associations,
    ];

    public static long Concept(int number) => PrivateIds.Concept(PrivateIds.International, number);

    public static long Description(int number) => PrivateIds.Description(PrivateIds.International, number);

    public static long Relationship(int number) => PrivateIds.Relationship(PrivateIds.International, number);
}
