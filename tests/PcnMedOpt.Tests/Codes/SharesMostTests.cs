using PcnMedOpt.Core.Draws;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Codes;

/// <summary>Of many sets exactly those pairs are told that share four fifths of what either holds.</summary>
public sealed class SharesMostTests
{
    private static readonly string[] Codes = [.. Enumerable.Range(100_000, 4_000).Select(n => $"{n}00").SelectMany(n => Enumerable.Range(0, 10).Select(d => $"{n}{d}")).Where(n => Sctid.HasGoodCheckDigit(n)).Take(90)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void As_looking_at_every_pair_tells(ulong seed)
    {
        var draws = new SplitMix64(seed);
        var sets = Enumerable.Range(0, 60).Select(_ => Drawn(ref draws)).ToList();
        var text = string.Join('\n', sets.Select((s, i) => $"codes set_{i} \"Set {i}\" snomed {{\n{string.Join('\n', s)}\n}}"));
        var told = TestProject.Of(text).Diagnostics.Where(d => d.Diagnostic.Kind.Slug == "shares-most").Select(d => d.Diagnostic.Message[..d.Diagnostic.Message.IndexOf(" share ", StringComparison.Ordinal)]);
        var expected =
            from later in Enumerable.Range(0, sets.Count)
            from earlier in Enumerable.Range(0, later)
            let shared = sets[later].Intersect(sets[earlier]).Count()
            where Math.Min(sets[later].Count, sets[earlier].Count) >= 5 && shared * 5 >= 4 * sets[later].Union(sets[earlier]).Count()
            select $"'set_{later}' and 'set_{earlier}'";
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    /// <summary>A run of codes with a few left out, so that some sets share just enough and some just not.</summary>
    private static List<string> Drawn(ref SplitMix64 draws)
    {
        var (start, length, without) = (Below(ref draws, 4), 4 + Below(ref draws, 40), Below(ref draws, 6));
        var codes = Codes.Skip(start).Take(length).ToList();
        for (; without > 0 && codes.Count > 4; without--) codes.RemoveAt(Below(ref draws, codes.Count));
        return codes;
    }

    private static int Below(ref SplitMix64 draws, int limit) => (int)(draws.Next() % (ulong)limit);
}
