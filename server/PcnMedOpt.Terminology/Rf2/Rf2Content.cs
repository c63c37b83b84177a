using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>A file that was read.</summary>
/// <param name="Path">Its path inside the folder or zip.</param>
/// <param name="Package">The index of its package.</param>
/// <param name="Rows">Its rows, bad ones included.</param>
/// <param name="IsHeadless">It has no header.</param>
/// <param name="Faults">What was wrong with its rows.</param>
internal sealed record Rf2FileRead(string Path, int Package, long Rows, bool IsHeadless, RowFaults Faults);

/// <summary>A package of a release: what one folder named Snapshot holds.</summary>
internal sealed record Rf2Package(string Name, DateOnly? Date);

/// <summary>The latest state of every component of all packages.</summary>
internal sealed record Rf2Content(
    IReadOnlyList<Rf2Package> Packages,
    IReadOnlyList<Rf2FileRead> Files,
    IReadOnlyList<TermBlocks> Terms,
    Rf2Pools Pools,
    Rf2Rows Rows,
    IReadOnlyList<int> Ranks,
    IReadOnlyList<string> Notes)
{
    public static Rf2Content Empty { get; } = new([], [], [], new Rf2Pools(), new Rf2Rows(0), [], []);

    public ReadOnlySpan<byte> Term(in DescriptionRow row) => Terms[row.File].Term(row.Block, row.At, row.Length);

    /// <summary>What was taken and refused of each package, in the order of layering.</summary>
    public IEnumerable<ReleaseSource> Sources => Packages.Index()
        .OrderBy(p => Files.Index().Where(f => f.Item.Package == p.Index).Select(f => Ranks[f.Index]).FirstOrDefault())
        .Select(p =>
        {
            var files = Files.Where(f => f.Package == p.Index).ToList();
            var refused = files.Sum(f => f.Faults.Refused);
            return new ReleaseSource(SourceKind.Rf2, p.Item.Name, p.Item.Date, files.Sum(f => f.Rows) - refused, refused);
        });
}

/// <summary>The rows of all files, by file.</summary>
internal sealed class Rf2Rows(int files)
{
    public RowList<ConceptRow>[] Concepts { get; } = Lists<ConceptRow>(files);

    public RowList<DescriptionRow>[] Descriptions { get; } = Lists<DescriptionRow>(files);

    public RowList<RelationshipRow>[] Relationships { get; } = Lists<RelationshipRow>(files);

    public RowList<LanguageRow>[] Languages { get; } = Lists<LanguageRow>(files);

    public RowList<MemberRow>[] Members { get; } = Lists<MemberRow>(files);

    public RowList<DependencyRow>[] Dependencies { get; } = Lists<DependencyRow>(files);

    private static RowList<T>[] Lists<T>(int files)
        where T : struct => [.. Enumerable.Range(0, files).Select(_ => new RowList<T>())];
}
