using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Extracts;

/// <summary>How far the reading of an extract has come: bytes of all bytes.</summary>
public readonly record struct ReadProgress(long Read, long Of);

/// <summary>Reads the CSV files of an extract into columns, in one pass over each.</summary>
public static class ExtractReader
{
    /// <summary>The index of a folder's extract.</summary>
    /// <param name="folder">Holds the files of <see cref="Schema"/>.</param>
    /// <param name="progress">Told now and then.</param>
    /// <exception cref="ExtractException">A file is missing, or has not the columns that it needs.</exception>
    public static PatientIndex Read(string folder, Action<ReadProgress>? progress = null)
    {
        foreach (var name in new[] { Schema.Patients, Schema.Events, Schema.Medications })
            if (!File.Exists(Path.Combine(folder, name))) throw new ExtractException($"{Path.Combine(folder, name)} is not there. An extract is a folder with {Schema.Patients}, {Schema.Events} and {Schema.Medications}.");
        using var patientFile = new LineFile(Path.Combine(folder, Schema.Patients));
        using var eventFile = new LineFile(Path.Combine(folder, Schema.Events));
        using var medicationFile = new LineFile(Path.Combine(folder, Schema.Medications));
        var told = new Progress(progress, patientFile.Length + eventFile.Length + medicationFile.Length);
        var (ofPatients, ofEvents, ofMedications) = (new FaultLog(), new FaultLog(), new FaultLog());
        var patients = PatientReader.Read(patientFile, ofPatients);
        told.Add(patientFile.Length);
        var places = patients.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        var blocks = (patients.Count + PatientBlock.Most - 1) / PatientBlock.Most;
        var eventHead = Header.Of(Schema.Events, eventFile.HeadLine, Schema.EventColumns);
        var medicationHead = Header.Of(Schema.Medications, medicationFile.HeadLine, Schema.MedicationColumns);
        var events = Parts(eventFile, () => new EventPartReader(eventHead, places, blocks), ofEvents, told);
        var medications = Parts(medicationFile, () => new MedicationPartReader(medicationHead, places, blocks), ofMedications, told);

        long[] codes = [.. events.SelectMany(p => p.Reader.Codes).Concat(medications.SelectMany(p => p.Reader.Codes)).Distinct().Order()];
        int[] InAll(IEnumerable<long> part) => [.. part.Select(c => Array.BinarySearch(codes, c))];
        var results = new ByteTable();
        List<RowPart> eventParts = [.. events.Select(p => new RowPart(InAll(p.Reader.Codes), [.. p.Reader.Results.Texts.Select(t => results.Number(t))], p.Reader.Rows))];
        List<RowPart> issueParts = [.. medications.Select(p => new RowPart(InAll(p.Reader.Codes), [], p.Reader.Rows))];
        var values = results.Texts.Select(t => ResultText.Read(t)).ToList();
        foreach (var (part, lines) in events)
            foreach (var (result, (rows, line)) in part.Seen.Index())
                foreach (var (fault, text) in ResultText.Faults(part.Results.Texts[result]))
                    ofEvents.Add(fault, line + lines, text, rows);
        var eventColumns = RowBuilder.Build(eventParts, codes.Length, blocks, out var sameEvents);
        var issueColumns = RowBuilder.Build(issueParts, codes.Length, blocks, out var sameIssues);
        if (sameEvents > 0) ofEvents.AddSome(Fault.Duplicate, sameEvents);
        if (sameIssues > 0) ofMedications.AddSome(Fault.Duplicate, sameIssues);
        var repeats = RepeatBuilder.Build(medications.Zip(issueParts, (m, p) => m.Reader.Repeats.Select(r => r with { Code = p.Codes[r.Code] })).SelectMany(r => r), codes.Length, blocks);
        string[] practices = [.. patients.Select(p => p.Practice).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var columns = PatientBuilder.Build(patients, practices);
        return new PatientIndex(
            folder,
            codes,
            [.. values],
            [.. practices],
            [.. columns.Select((p, b) => new PatientBlock(p, eventColumns[b], issueColumns[b], repeats[b]))],
            [.. ofPatients.Of(Schema.Patients), .. ofEvents.Of(Schema.Events), .. ofMedications.Of(Schema.Medications)]);
    }

    /// <summary>The parts of a file in their order, each with the number of the line before its first.</summary>
    private static List<(T Reader, long Lines)> Parts<T>(LineFile file, Func<T> make, FaultLog faults, Progress told)
        where T : RowPartReader
    {
        var read = new (T Reader, long Lines)[file.Parts];
        Parallel.For(0, file.Parts, part =>
        {
            var reader = make();
            read[part] = (reader, file.Read(part, reader.Read));
            told.Add(file.Length / file.Parts);
        });
        var before = 1L;
        var parts = new List<(T, long)>();
        foreach (var (reader, lines) in read)
        {
            faults.Add(reader.Faults, before);
            parts.Add((reader, before));
            before += lines;
        }
        return parts;
    }

    private sealed class Progress(Action<ReadProgress>? told, long all)
    {
        private long read;

        public void Add(long bytes)
        {
            var now = Interlocked.Add(ref read, bytes);
            told?.Invoke(new ReadProgress(Math.Min(now, all), all));
        }
    }
}
