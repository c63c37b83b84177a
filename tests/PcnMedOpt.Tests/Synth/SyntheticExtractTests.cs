using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Extracts;
using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Synth;

/// <summary>The files of a synthetic practice: the same every time, as the extract is documented, and holding nothing that cannot be.</summary>
public sealed class SyntheticExtractTests
{
    private const int Patients = 700;

    [Fact]
    public void The_bytes_do_not_depend_on_how_many_blocks_are_made_at_once() => Assert.Equal(Written(Patients, 1), Written(Patients, 3));

    [Fact]
    public void The_first_patients_of_many_are_those_of_few() =>
        Assert.All(Written(300, 2).Zip(Written(Patients, 2)), files => Assert.StartsWith(files.First, files.Second, StringComparison.Ordinal));

    [Fact]
    public void Another_seed_is_another_practice() => Assert.NotEqual(Written(20, 1), Written(20, 1, seed: 2));

    /// <summary>What a seed means is kept: a change of it is read before it is accepted.</summary>
    [Fact]
    public void The_first_patients_are_these() =>
        Snapshot.Check(Repository.PathOf("tests", "synth", "first-patients.expected"), string.Join('\n', Written(2, 1)));

    [Fact]
    public void Numbers_are_of_the_series_that_is_never_issued_and_each_is_there_once()
    {
        var numbers = Rows(Written(Patients, 2)[0]).Select(r => r[1]).ToList();
        Assert.Equal(Patients, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.True(NhsNumber.IsValid(number) && NhsNumber.IsForTests(number), number));
    }

    [Fact]
    public void Nothing_is_before_birth_or_after_the_reference_date_death_or_leaving()
    {
        foreach (var patient in Records(Patients))
        {
            var until = patient.Registrations.Single().Until;
            Assert.True(patient.Born <= TestProject.Today && (patient.Died ?? patient.Born) <= TestProject.Today);
            Assert.True(patient.Registrations.Single().Since >= patient.Born && (until ?? TestProject.Today) <= TestProject.Today);
            var last = new[] { until, patient.Died, TestProject.Today }.OfType<DateOnly>().Min();
            IEnumerable<DateOnly?> days = [.. patient.Events.Select(e => e.Date), .. patient.Issues.Select(i => i.Date), .. patient.Repeats.SelectMany(r => new[] { r.Since, r.Until })];
            Assert.All(days.OfType<DateOnly>(), day => Assert.InRange(day, patient.Born, last));
        }
    }

    /// <summary>Rows are ordered by patient and then by day, so that they are read quickest.</summary>
    [Fact]
    public void Rows_are_ordered_by_patient_and_day()
    {
        var files = Written(Patients, 2);
        foreach (var (file, day) in new[] { (1, 1), (2, 2) })
        {
            var keys = Rows(files[file]).Select(r => (int.Parse(r[0], CultureInfo.InvariantCulture), r[day])).ToList();
            Assert.Equal(keys.OrderBy(k => k.Item1).ThenBy(k => k.Item2, StringComparer.Ordinal), keys);
        }
    }

    /// <summary>The reader of extracts finds no fault but rows that say the same, as real extracts have them; and the patients that it reads are those of the program's own interface.</summary>
    [Fact]
    public void What_is_read_from_the_files_is_what_the_interface_gives()
    {
        var folder = Directory.CreateTempSubdirectory("medopt-synth").FullName;
        try
        {
            ExtractFiles.Write(Practice(1), Patients, folder, 2);
            var index = ExtractReader.Read(folder);
            Assert.All(index.Faults, fault => Assert.StartsWith("a row that says the same as another", fault.Kind, StringComparison.Ordinal));
            var given = Records(Patients).ToList();
            Assert.Equal(given.Select(Text), Enumerable.Range(0, Patients).Select(place => Text(index.Record(0, place))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>About 130 events and 31 rows of medicines for each patient: 6.5 million and 1.55 million for 50,000.</summary>
    [Fact]
    public void There_is_as_much_as_in_a_real_network()
    {
        var patients = Records(4_000).ToList();
        Assert.InRange(patients.Average(p => p.Events.Length), 125, 140);
        Assert.InRange(patients.Average(p => p.Issues.Length + p.Repeats.Length), 28, 34);
    }

    /// <summary>Results with a comparator, without a number, without a unit, and in other spellings are all there.</summary>
    [Fact]
    public void Results_are_as_laboratories_send_them()
    {
        var events = Rows(Written(Patients, 2)[1]).Select(r => (Code: r[2], Value: r[3], Unit: r[4])).ToList();
        Assert.Contains(events, e => e.Value.StartsWith('<'));
        Assert.Contains(events, e => e.Value.StartsWith('>'));
        Assert.Contains(events, e => e is { Code: "1000731000000107", Value: "" });
        Assert.Contains(events, e => e is { Code: "1000731000000107", Value.Length: > 0, Unit: "" });
        Assert.Superset(new HashSet<string> { "10*9/L", "10^9/L", "IU/L", "mL/min/1.73m2", "mL/min", "mmHg", "µmol/L" }, events.Select(e => e.Unit).ToHashSet());
    }

    private static SyntheticPractice Practice(long seed) => new(ParametersReader.Default, seed, TestProject.Today);

    private static IEnumerable<PatientRecord> Records(int count) => Practice(1).Patients(1, count);

    private static string[] Written(int patients, int atOnce, long seed = 1)
    {
        var folder = Directory.CreateTempSubdirectory("medopt-synth").FullName;
        try
        {
            ExtractFiles.Write(Practice(seed), patients, folder, atOnce);
            return [.. ExtractFiles.Names.Select(name => File.ReadAllText(Path.Combine(folder, name)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string[]> Rows(string file) => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));

    /// <summary>Of a set of rows: an index keeps no order among those of a day.</summary>
    private static string Text(PatientRecord patient) => string.Join('\n',
    [
        $"{patient.Born} {patient.Died} {patient.Sex} {patient.Registrations.Single()}",
        .. patient.Events.Select(e => $"{e.Date:o} {e.Code} {e.Value?.Comparator} {e.Value?.Number?.ToString("0.###", CultureInfo.InvariantCulture)} {e.Value?.Unit} {e.Episode}").Order(StringComparer.Ordinal),
        .. patient.Issues.Select(i => $"{i.Date:o} {i.Code} {i.Episode}").Order(StringComparer.Ordinal),
        .. patient.Repeats.Select(r => $"{r.Since:o} {r.Until:o} {r.Code}").Order(StringComparer.Ordinal),
    ]);
}
