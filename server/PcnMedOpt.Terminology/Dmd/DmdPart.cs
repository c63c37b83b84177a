using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Dmd;

/// <summary>An edition of dm+d, read: its entries, which become concepts of the store, and what stands above and below each.</summary>
internal sealed partial class DmdPart : IReleasePart
{
    private readonly ImmutableArray<DmdRow> rows;
    private readonly ImmutableArray<(long Current, long Previous)> earlier;

    private DmdPart(ReleaseSource source, ImmutableArray<DmdRow> rows, ImmutableArray<(long Current, long Previous)> earlier) =>
        (Source, this.rows, this.earlier) = (source, rows, earlier);

    public ReleaseSource Source { get; }

    public IEnumerable<PartConcept> Concepts =>
        rows.Select(r => new PartConcept(r.Id, !r.IsInvalid, r.Name)).Concat(earlier.Select(e => new PartConcept(e.Previous, false, null)));

    public IEnumerable<PartMember> Members => [];

    /// <summary>Reads the files of an edition. Half an edition is refused: what is above or below a product would be wrong in silence.</summary>
    /// <exception cref="RefusedReleaseException">A file is missing, comes twice, or cannot be read.</exception>
    public static ReadPart Read(ReleaseFiles files)
    {
        var faults = new PartFaults();
        var xml = new DmdXml(faults);
        var seen = new Dictionary<DmdForm, string>();
        foreach (var file in files.Files)
            if (xml.Read(file) is { } form && !seen.TryAdd(form, file.Path))
                throw new RefusedReleaseException($"{files.Name} holds two editions of dm+d: {seen[form]} and {file.Path}. Name the folder or zip of one.");
        var missing = DmdForm.All.Where(f => !seen.ContainsKey(f)).Select(f => f.Element).ToList();
        if (missing.Count > 0)
            throw new RefusedReleaseException($"{files.Name} is no whole edition of dm+d: the file{(missing.Count == 1 ? "" : "s")} of {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing.");
        var rows = Distinct(xml.Rows, faults);
        Linked(rows, faults);
        var source = new ReleaseSource(SourceKind.Dmd, files.Name, files.Files.Max(f => DateOf(f.Path)), rows.Length, faults.Refused);
        return new ReadPart(new DmdPart(source, rows, Earlier(rows, xml.Earlier)), faults);
    }

    public void Write(StoreWriter writer, ConceptNumbers numbers) => DmdSections.Write(writer, numbers, rows, earlier);

    /// <summary>An identifier is of one entry: of two the first is taken.</summary>
    private static ImmutableArray<DmdRow> Distinct(IReadOnlyList<DmdRow> rows, PartFaults faults)
    {
        var found = new Dictionary<long, DmdRow>(rows.Count);
        foreach (var row in rows)
            if (!found.TryAdd(row.Id, row)) faults.Refuse(row.File, row.Line, $"{row.Id} is the identifier of another entry too, on line {found[row.Id].Line} of {found[row.Id].File}.");
        return [.. found.Values.OrderBy(r => r.Id)];
    }

    /// <summary>Says which entries stand below one that the edition does not hold.</summary>
    private static void Linked(ImmutableArray<DmdRow> rows, PartFaults faults)
    {
        var held = rows.Select(r => r.Id).ToHashSet();
        foreach (var row in rows)
            foreach (var above in (long[])[row.Above, row.Other])
                if (above != 0 && !held.Contains(above)) faults.Note(row.File, row.Line, $"{row.Id} stands below {above}, which this edition does not hold.");
    }

    private static ImmutableArray<(long Current, long Previous)> Earlier(ImmutableArray<DmdRow> rows, IEnumerable<(long Current, long Previous)> history)
    {
        var held = rows.Select(r => r.Id).ToHashSet();
        return [.. rows.Where(r => r.Previous != 0 && r.Previous != r.Id).Select(r => (r.Id, r.Previous)).Concat(history.Where(h => held.Contains(h.Current))).Distinct().Order()];
    }

    /// <summary>The day in the name of a file, DDMMYY.</summary>
    private static DateOnly? DateOf(string path) =>
        Day().Match(path) is { Success: true } found && DateOnly.TryParseExact($"{found.Groups[1].Value}20{found.Groups[2].Value}", "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    [GeneratedRegex(@"_\d(\d{4})(\d{2})\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
