namespace PcnMedOpt.Ide.Highlighting;

/// <summary>Numbers to take out of a row of numbers, and others to put there.</summary>
public sealed record TokenEdit(int Start, int DeleteCount, int[] Data)
{
    public bool Equals(TokenEdit? other) => other is not null && Start == other.Start && DeleteCount == other.DeleteCount && Data.AsSpan().SequenceEqual(other.Data);

    public override int GetHashCode() => HashCode.Combine(Start, DeleteCount, Data.Length);
}

/// <summary>What changed between two rows of semantic tokens, each token five numbers relative to the one before: usually one stretch, which is what is said.</summary>
public static class TokenDelta
{
    /// <summary>Numbers of a token in the protocol: lines on, characters on, length, type, modifiers.</summary>
    public const int Size = 5;

    /// <summary>Edits that make the one row into the other; none where they are equal.</summary>
    public static IReadOnlyList<TokenEdit> Between(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var start = before.CommonPrefixLength(after) / Size * Size;
        if (start == before.Length && start == after.Length) return [];
        var (oldEnd, newEnd) = (before.Length, after.Length);
        while (oldEnd - Size >= start && newEnd - Size >= start && before.Slice(oldEnd - Size, Size).SequenceEqual(after.Slice(newEnd - Size, Size)))
            (oldEnd, newEnd) = (oldEnd - Size, newEnd - Size);
        return [new TokenEdit(start, oldEnd - start, after[start..newEnd].ToArray())];
    }

    public static int[] Apply(ReadOnlySpan<int> before, IEnumerable<TokenEdit> edits)
    {
        var row = before.ToArray().ToList();
        foreach (var edit in edits.OrderByDescending(e => e.Start))
        {
            row.RemoveRange(edit.Start, edit.DeleteCount);
            row.InsertRange(edit.Start, edit.Data);
        }
        return [.. row];
    }
}
