using System.Collections.Immutable;
using System.Globalization;

namespace PcnMedOpt.Data.Synth;

/// <remarks>
/// <c>Share</c>: Its weight among the codes of its group.
/// <c>Source</c>: Which published list it was taken from.
/// </remarks>
public sealed record SourcedCode(string Group, long Code, string Term, int Share, string Source);

/// <summary>The codes that synthetic records are made of, in groups. None is made up: each names the published list that it was taken from.</summary>
public static class CodeBook
{
    private static readonly Lazy<ImmutableArray<SourcedCode>> Read = new(() =>
        [.. Resource.Text("codes.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Line)]);

    public static ImmutableArray<SourcedCode> All => Read.Value;

    private static SourcedCode Line(string line)
    {
        var cells = line.Split('\t');
        return new SourcedCode(cells[0], long.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4]);
    }
}
