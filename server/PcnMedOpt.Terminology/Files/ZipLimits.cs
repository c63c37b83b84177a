namespace PcnMedOpt.Terminology.Files;

/// <summary>
/// What a zip may ask for before it is refused: small files can unpack to more than any disk holds. Each limit lies well above every release
/// that is published.
/// </summary>
/// <param name="Entries">Files in it and in the zips in it. A full UK release has some hundreds.</param>
/// <param name="EntryBytes">The unpacked length of one file. The largest of a UK release (a Full file) has about 2 GB.</param>
/// <param name="TotalBytes">The unpacked length of all. A UK Monolith with Full, Snapshot and Delta has about 15 GB.</param>
/// <param name="Ratio">
/// How many times longer a file may become. Text of releases becomes 4 to 20 times longer; deflate allows 1,032 times.
/// </param>
/// <param name="RatioFrom">The unpacked length from which the ratio counts: a short file of blanks is no danger.</param>
/// <param name="Depth">How many zips may lie in each other. dm+d as TRUD sends it has two.</param>
public sealed record ZipLimits(int Entries, long EntryBytes, long TotalBytes, int Ratio, long RatioFrom, int Depth)
{
    public static readonly ZipLimits Usual = new(20_000, 8L << 30, 40L << 30, 200, 16L << 20, 3);
}
