using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Data;

/// <summary>What becomes of extracts: tests/extracts holds small ones, and beside each what was read and what was wrong.</summary>
public sealed class ExtractTests
{
    public static TheoryData<string> Extracts => [.. Directory.GetDirectories(Repository.PathOf("tests", "extracts")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Extracts))]
    public void An_extract_is_read_so(string name)
    {
        var folder = Repository.PathOf("tests", "extracts", name);
        Snapshot.Check(Path.Combine(folder, "expected.txt"), Text(ExtractReader.Read(folder)));
    }

    [Fact]
    public void Columns_beside_an_extract_are_what_was_read_until_it_changes()
    {
        var folder = Copied("dirty");
        try
        {
            var first = Text(ExtractFolder.Open(folder));
            var cache = Path.Combine(folder, ExtractFolder.CacheName);
            Assert.True(File.Exists(cache));
            Assert.Equal(first, Text(ExtractFolder.Open(folder, _ => Assert.Fail("It was read again."))));

            File.AppendAllText(Path.Combine(folder, Schema.Events), "4,2026-11-11,195967001,,,\n");
            Assert.NotEqual(first, Text(ExtractFolder.Open(folder)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A file of columns that was cut off or written over is not believed, wherever the damage is.</summary>
    [Fact]
    public void Damaged_columns_are_made_anew()
    {
        var folder = Copied("dirty");
        try
        {
            var first = Text(ExtractFolder.Open(folder));
            var cache = Path.Combine(folder, ExtractFolder.CacheName);
            var whole = File.ReadAllBytes(cache);
            for (var length = 0; length < whole.Length; length += 7)
            {
                File.WriteAllBytes(cache, whole[..length]);
                Assert.Equal(first, Text(ExtractFolder.Open(folder)));
            }
            foreach (var place in Enumerable.Range(0, 24))
            {
                byte[] damaged = [.. whole];
                damaged[place] ^= 0xFF;
                File.WriteAllBytes(cache, damaged);
                Assert.Equal(first, Text(ExtractFolder.Open(folder)));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("patients.csv", "patient_id,practice,born,died,sex,registered_since\n", "patients.csv has no column 'registered_until'.")]
    [InlineData("events.csv", "patient_id,date,code,value,unit,episode,date\n", "events.csv has the column 'date' twice.")]
    [InlineData("events.csv", "patient_id,date,code,value,unit,episode,surname\n", "events.csv has a column 'surname' that is not known.")]
    [InlineData("medications.csv", "", "medications.csv has no column 'patient_id', 'kind', 'date', 'until', 'code', 'episode'.")]
    [InlineData("medications.csv", null, "medications.csv is not there.")]
    public void An_extract_without_what_is_needed_is_refused(string file, string? text, string message)
    {
        var folder = Copied("other-order");
        try
        {
            File.Delete(Path.Combine(folder, file));
            if (text is not null) File.WriteAllText(Path.Combine(folder, file), text);
            Assert.Contains(message, Assert.Throws<ExtractException>(() => ExtractReader.Read(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Parts of a file are read side by side: each line is read once, wherever a part ends.</summary>
    [Fact]
    public void A_file_of_several_parts_loses_no_line()
    {
        var folder = Copied("other-order");
        try
        {
            const int Lines = 400_000;
            using (var writer = new StreamWriter(Path.Combine(folder, Schema.Events)))
            {
                writer.WriteLine("patient_id,date,code,value,unit,episode");
                for (var line = 2; line <= Lines; line++) writer.WriteLine(line % 100_000 == 0 ? "1,never,195967001,,," : "1,2026-11-02,195967001,,,");
            }
            var index = ExtractReader.Read(folder);
            Assert.Equal(Lines - 1 - 4, index.Events);
            Assert.Equal(["line 100000: never", "line 200000: never", "line 300000: never"], index.Faults.Single(f => f.Rows == 4).Examples);
            Assert.Equal(Lines - 1 - 4 - 1, index.Faults.Single(f => f.Rows > 4).Rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Copied(string name)
    {
        var folder = Directory.CreateTempSubdirectory("medopt-extract-").FullName;
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "extracts", name), "*.csv")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    private static string Text(PatientIndex index)
    {
        var lines = new List<string> { $"{index.Patients} patients, {index.Events} events, {index.Issues} issues, {index.Repeats} repeat items", "" };
        foreach (var (block, columns) in index.Blocks.Select(b => b.Patients).Index())
            for (var patient = 0; patient < columns.Count; patient++)
            {
                lines.Add($"patient {columns.Ids.Span[patient]} of {index.Practices[columns.Practices.Span[patient]]}");
                lines.AddRange(Text(index.Record(block, patient)).Select(l => $"  {l}"));
            }
        foreach (var fault in index.Faults) lines.AddRange(["", .. Text(fault)]);
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Text(PatientRecord patient) =>
    [
        $"born {Day(patient.Born)}, died {Day(patient.Died)}, {patient.Sex}, registered {string.Join(", ", patient.Registrations.Select(r => $"{Day(r.Since)} to {Day(r.Until)}"))}",
        .. patient.Events.Select(e => $"{Day(e.Date)} {e.Code} {(e.Value is { } v ? $"{v.Comparator} {v.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no number"} {v.Unit}" : "")} {e.Episode}"),
        .. patient.Issues.Select(i => $"{Day(i.Date)} issue {i.Code} {i.Episode}"),
        .. patient.Repeats.Select(r => $"{Day(r.Since)} repeat {r.Code} until {Day(r.Until)}"),
    ];

    private static IEnumerable<string> Text(DataFault fault) => [$"{fault.File}: {fault.Kind} ({fault.Rows}): {fault.Effect}", .. fault.Examples.Select(e => $"  {e}")];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
