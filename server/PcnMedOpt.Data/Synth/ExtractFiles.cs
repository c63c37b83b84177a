namespace PcnMedOpt.Data.Synth;

/// <remarks>
/// <c>Bytes</c>: Of the three files together.
/// </remarks>
public sealed record SyntheticSizes(int Patients, long Events, long Medications, long Bytes);

/// <summary>
/// Writes the three files of an extract. Patients are made in blocks, several blocks at once, and the blocks are written one after the other: the bytes do not depend
/// on how many are made at once.
/// </summary>
public static class ExtractFiles
{
    public const string PatientsHead = "patient_id,nhs_number,practice,born,died,sex,registered_since,registered_until\n";
    public const string EventsHead = "patient_id,date,code,value,unit,episode\n";
    public const string MedicationsHead = "patient_id,kind,date,until,code,episode\n";
    public static readonly string[] Names = ["patients.csv", "events.csv", "medications.csv"];

    private const int BlockSize = 256;

    public static SyntheticSizes Write(SyntheticPractice practice, int patients, string folder, int atOnce)
    {
        Directory.CreateDirectory(folder);
        using var people = Open(0, PatientsHead);
        using var events = Open(1, EventsHead);
        using var medications = Open(2, MedicationsHead);
        var text = new ExtractText(practice.Plan);
        var sizes = new SyntheticSizes(patients, 0, 0, 0);
        var waiting = new Queue<Task<Block>>();
        var free = new Stack<Block>();
        for (var next = 0; next < patients || waiting.Count > 0;)
        {
            for (; next < patients && waiting.Count < atOnce; next += BlockSize)
            {
                var block = free.TryPop(out var used) ? used : new Block(practice.Plan, text);
                var (first, count) = (next + 1, Math.Min(BlockSize, patients - next));
                waiting.Enqueue(Task.Run(() => block.Make(first, count)));
            }
            var made = waiting.Dequeue().GetAwaiter().GetResult();
            people.Write(made.People.Written);
            events.Write(made.Events.Written);
            medications.Write(made.Medications.Written);
            sizes = sizes with { Events = sizes.Events + made.EventCount, Medications = sizes.Medications + made.MedicationCount };
            free.Push(made);
        }
        return sizes with { Bytes = people.Position + events.Position + medications.Position };

        FileStream Open(int file, string head)
        {
            var stream = new FileStream(Path.Combine(folder, Names[file]), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(head));
            return stream;
        }
    }

    private sealed class Block
    {
        private readonly PatientRows rows = new();
        private readonly PatientMaker maker;
        private readonly ExtractText text;

        public Block(Plan plan, ExtractText text) => (maker, this.text) = (new PatientMaker(plan, rows), text);

        public ByteBuffer People { get; } = new();
        public ByteBuffer Events { get; } = new();
        public ByteBuffer Medications { get; } = new();
        public long EventCount { get; private set; }
        public long MedicationCount { get; private set; }

        public Block Make(int first, int count)
        {
            People.Clear();
            Events.Clear();
            Medications.Clear();
            (EventCount, MedicationCount) = (0, 0);
            for (var patient = first; patient < first + count; patient++)
            {
                maker.Make(patient);
                text.Patient(People, patient, rows);
                text.Events(Events, patient, rows);
                text.Medications(Medications, patient, rows);
                EventCount += rows.Events.Length;
                MedicationCount += rows.Medications.Length;
            }
            return this;
        }
    }
}
