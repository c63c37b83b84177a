namespace PcnMedOpt.Releases;

/// <summary>
/// Identifiers that nobody has given out: namespaces 9990001 to 9990004, with right partitions and check digits. The Verhoeff check is worked out
/// by the rule of the dihedral group, and not from the tables of the product, so that the one tests the other.
/// </summary>
public static class PrivateIds
{
    public const int International = 9990001;
    public const int Clinical = 9990002;
    public const int Drug = 9990003;
    public const int Emis = 9990004;

    private const int ConceptPartition = 10;
    private const int DescriptionPartition = 11;
    private const int RelationshipPartition = 12;

    /// <summary>A prime above the number of components of a release: items are spread, and none comes twice.</summary>
    private const long Items = 16_777_213;

    private static readonly int[] First = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    private static readonly byte[][] Permutation = MakePermutation();

    public static long Concept(int space, long number) => Make(number, space, ConceptPartition);

    public static long Description(int space, long number) => Make(number, space, DescriptionPartition);

    public static long Relationship(int space, long number) => Make(number, space, RelationshipPartition);

    private static long Make(long number, int space, int partition) =>
        WithCheckDigit((((1_000_000 + (number * 48_271 % Items)) * 10_000_000 + space) * 100) + partition);

    private static long WithCheckDigit(long stem)
    {
        var check = 0;
        var place = 1;
        for (var rest = stem; rest > 0; rest /= 10) check = Multiply(check, Permutation[place++ & 7][rest % 10]);
        return (stem * 10) + (check is > 0 and < 5 ? 5 - check : check);
    }

    private static int Multiply(int a, int b)
    {
        var turned = a < 5 ? (a + b) % 5 : (a - b + 10) % 5;
        return (a < 5) == (b < 5) ? turned : turned + 5;
    }

    private static byte[][] MakePermutation()
    {
        var rows = new byte[8][];
        rows[0] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (var row = 1; row < 8; row++) rows[row] = [.. Enumerable.Range(0, 10).Select(digit => rows[row - 1][First[digit]])];
        return rows;
    }
}
