using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.EmisMap;

/// <summary>Which EMIS codes stand for a concept, as a site has exported it.</summary>
internal sealed class EmisMapPart : IReleasePart
{
    /// <summary>The longest map that is read: it has to be held as one text. A map of all that EMIS holds has about 100 MB.</summary>
    private const long Longest = 512L << 20;

    private readonly ImmutableArray<EmisMapRow> rows;

    private EmisMapPart(ReleaseSource source, ImmutableArray<EmisMapRow> rows) => (Source, this.rows) = (source, rows);

    public ReleaseSource Source { get; }

    /// <summary>The concepts are named here, and their status is not this file's to say.</summary>
    public IEnumerable<PartConcept> Concepts => rows.Select(r => r.Concept).Distinct().Select(id => new PartConcept(id, false, null));

    public IEnumerable<PartMember> Members => [];

    /// <exception cref="RefusedReleaseException">A file lacks a column, or cannot be read.</exception>
    public static ReadPart Read(ReleaseFiles files)
    {
        var faults = new PartFaults();
        var rows = files.Files.SelectMany(f => ReadFile(f, faults)).Distinct().OrderBy(r => r.Concept).ThenBy(r => r.Code).ThenBy(r => r.Term, StringComparer.Ordinal)
            .DistinctBy(r => (r.Concept, r.Code)).ToImmutableArray();
        return new ReadPart(new EmisMapPart(new ReleaseSource(SourceKind.EmisCodes, files.Name, null, rows.Length, faults.Refused), rows), faults);
    }

    public void Write(StoreWriter writer, ConceptNumbers numbers) => EmisMapSections.Write(writer, numbers, rows);

    private static ImmutableArray<EmisMapRow> ReadFile(ReleaseFile file, PartFaults faults)
    {
        if (file.Length > Longest) throw new RefusedReleaseException($"{file.Path} has {file.Length:N0} bytes; an EMIS code map of more than {Longest:N0} is not read.");
        using var reader = WesternText.Open(file.Open());
        var text = reader.ReadToEnd();
        var read = EmisMapRows.Read(text);
        if (read.Faults.IsEmpty) return read.Rows;
        var lines = new LineMap(text);
        foreach (var fault in read.Faults)
        {
            if (!fault.IsOfRow) throw new RefusedReleaseException($"{file.Path}: {fault.Message} {fault.Hint}");
            faults.Refuse(file.Path, lines.At(fault.Span.Start).Line, fault.Message);
        }
        return read.Rows;
    }
}
