using System.Diagnostics.CodeAnalysis;

namespace PcnMedOpt.Data.Columns;

/// <summary>Numbers texts of bytes as they come: 0 for the first, and for each that is seen again the number that it has.</summary>
internal sealed class ByteTable
{
    private readonly List<byte[]> texts = [];
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> numbers = new Dictionary<byte[], int>(new Comparer()).GetAlternateLookup<ReadOnlySpan<byte>>();

    public IReadOnlyList<byte[]> Texts => texts;

    public int Number(ReadOnlySpan<byte> text)
    {
        if (numbers.TryGetValue(text, out var number)) return number;
        numbers[text] = texts.Count;
        texts.Add(text.ToArray());
        return texts.Count - 1;
    }

    private sealed class Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x is not null && y is not null && x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
