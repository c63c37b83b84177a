using System.Text;
using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Data.Extracts;

/// <summary>A kind of fault in an extract: what is wrong, and what is done about it.</summary>
internal sealed record Fault(string Kind, string Effect)
{
    private const string Unused = "the row is not used";

    public static readonly Fault FieldCount = new("another number of fields than the first row has", Unused);
    public static readonly Fault Quotation = new("a quotation mark that is not closed in its line", Unused);
    public static readonly Fault TooLong = new("a line of more than 64,000 bytes", Unused);
    public static readonly Fault PatientNumber = new("a patient_id that is no whole number above 0", Unused);
    public static readonly Fault UnknownPatient = new("a patient_id that is not in patients.csv, or not usable there", Unused);
    public static readonly Fault SamePatient = new("a patient_id that stands in several rows which differ", "none of these patients is counted");
    public static readonly Fault RepeatedPatient = new("a row that stands there several times", "the patient is counted once");
    public static readonly Fault NoBirth = new("no date of birth", "the patient is not counted");
    public static readonly Fault BadBirth = new("a date of birth that is no day from 1800 to 2079, as 1944-03-02", "the patient is not counted");
    public static readonly Fault BadDeath = new("a date of death that is no day from 1900 to 2079, as 1944-03-02", "the patient is not counted");
    public static readonly Fault BadRegistration = new("a date of registration that is no day from 1900 to 2079, as 1944-03-02", "the patient is not counted");
    public static readonly Fault UnknownSex = new("a sex that is not female, male, indeterminate or unknown", "the sex is taken for unknown");
    public static readonly Fault NoDate = new("no date", Unused);
    public static readonly Fault BadDate = new("a date that is no day from 1900 to 2079, as 2026-11-20", Unused);
    public static readonly Fault BadCode = new("a code that is no SNOMED CT identifier: other signs than digits, a wrong length, or a check digit that fails", Unused);
    public static readonly Fault UnknownEpisode = new("an episode that is not first, new, review, ended or flare", "it is taken for none");
    public static readonly Fault UnknownKind = new("a kind that is neither issue nor repeat", Unused);
    public static readonly Fault NoNumber = new("a value that is no number", "the result is there, and not usable");
    public static readonly Fault UnknownUnit = new("a unit that is not known", "the result is there, and not usable");
    public static readonly Fault UnitAlone = new("a unit without a value", "the entry is taken for one without a result");
    public static readonly Fault Duplicate = new("a row that says the same as another: patient, code, day, value and episode", "both are used");
}

/// <summary>Counts faults, and keeps the first places of each.</summary>
internal sealed class FaultLog
{
    /// <summary>How many places of a kind are shown.</summary>
    private const int Shown = 3;

    private readonly Dictionary<Fault, (long Rows, List<(long Line, string Text)> First)> faults = [];

    public void Add(Fault fault, long line, ReadOnlySpan<byte> text, long rows = 1)
    {
        var known = faults.TryGetValue(fault, out var found) ? found : (Rows: 0L, First: []);
        if (known.First.Count < Shown) known.First.Add((line, Shorter(text)));
        faults[fault] = (known.Rows + rows, known.First);
    }

    /// <summary>Faults whose places are not known.</summary>
    public void AddSome(Fault fault, long rows) => faults[fault] = (rows, []);

    /// <summary>Takes over the faults of a later part of the file, whose lines are counted from <paramref name="lines"/>.</summary>
    public void Add(FaultLog part, long lines)
    {
        foreach (var (fault, (rows, first)) in part.faults)
        {
            var known = faults.TryGetValue(fault, out var found) ? found : (Rows: 0L, First: []);
            known.First.AddRange(first.Take(Shown - known.First.Count).Select(f => (f.Line + lines, f.Text)));
            faults[fault] = (known.Rows + rows, known.First);
        }
    }

    public IEnumerable<DataFault> Of(string file) => faults.OrderBy(f => f.Key.Kind, StringComparer.Ordinal).Select(f => new DataFault(
        file, f.Key.Kind, f.Key.Effect, f.Value.Rows, [.. f.Value.First.Select(p => p.Line > 0 ? $"line {p.Line}: {p.Text}" : p.Text)]));

    private static string Shorter(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 60 ? text[..60] : text) is { Length: > 0 } shown ? shown : "(empty)";
}
