using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;

namespace PcnMedOpt.Data.Columns;

/// <summary>
/// The records of patients as columns, for counting: for each code the rows in which it stands. It holds no NHS number, and is not changed once it is made.
/// </summary>
/// <param name="Source">Where the records come from, for people.</param>
/// <param name="Codes">Every code that is recorded or issued, in order.</param>
/// <param name="Values">Every result that is recorded, once.</param>
/// <param name="Practices">The practices, in order.</param>
/// <param name="Blocks">The patients, in blocks.</param>
/// <param name="Faults">What was wrong with the records.</param>
public sealed record PatientIndex(
    string Source, ReadOnlyMemory<long> Codes, ImmutableArray<ResultValue> Values, ImmutableArray<string> Practices, ImmutableArray<PatientBlock> Blocks, ImmutableArray<DataFault> Faults)
{
    public long Patients => Blocks.Sum(b => (long)b.Patients.Count);

    public long Events => Blocks.Sum(b => (long)b.Events.Rows.Length);

    public long Issues => Blocks.Sum(b => (long)b.Issues.Rows.Length);

    public long Repeats => Blocks.Sum(b => (long)b.Repeats.Patients.Length);

    public CountedData Data => new(Source, Patients, Events, Issues + Repeats, Faults);
}

/// <summary>At most 65,536 patients and all that is recorded of them: rows fit into 32 bits, and what is looked at stays in the processor's cache.</summary>
public sealed record PatientBlock(PatientColumns Patients, Postings Events, Postings Issues, RepeatColumns Repeats)
{
    public const int Most = 1 << 16;
}

/// <summary>
/// What is known of each patient. Days are numbers from 1 January 1900, with <see cref="Day.None"/> where there is none, and births whole numbers, since a
/// patient may have been born before.
/// </summary>
/// <param name="Ids">The patients' numbers in the extract.</param>
/// <param name="Born">The day of birth.</param>
/// <param name="Died">The day of death.</param>
/// <param name="Since">The day of registration.</param>
/// <param name="Until">The day on which the registration ended.</param>
/// <param name="Sexes">The sex, as a number of <see cref="Core.Model.Conditions.Sex"/>.</param>
/// <param name="Practices">The practice, as its place among the practices.</param>
public sealed record PatientColumns(
    ReadOnlyMemory<long> Ids,
    ReadOnlyMemory<int> Born,
    ReadOnlyMemory<ushort> Died,
    ReadOnlyMemory<ushort> Since,
    ReadOnlyMemory<ushort> Until,
    ReadOnlyMemory<byte> Sexes,
    ReadOnlyMemory<ushort> Practices)
{
    public int Count => Ids.Length;
}

/// <summary>
/// The rows of each code, one code after the other. A row is the patient's place in the block (the upper 16 bits) and the day (the lower), so that the rows of
/// a code in order are by patient and then by day.
/// </summary>
/// <param name="Starts">Where the rows of each code begin, and at the end how many there are.</param>
/// <param name="Rows">The rows.</param>
/// <param name="ValueStarts">For each code where the results of its rows begin; -1 for a code without results.</param>
/// <param name="Values">The results of rows, as their place among the values; -1 for none.</param>
/// <param name="EpisodeStarts">For each code where the episodes of its rows begin; -1 for a code without.</param>
/// <param name="Episodes">The episodes of rows, as numbers of <see cref="Core.Model.Conditions.Episode"/>.</param>
public sealed record Postings(
    ReadOnlyMemory<int> Starts,
    ReadOnlyMemory<uint> Rows,
    ReadOnlyMemory<int> ValueStarts,
    ReadOnlyMemory<int> Values,
    ReadOnlyMemory<int> EpisodeStarts,
    ReadOnlyMemory<byte> Episodes)
{
    /// <summary>The rows of a code, by its place among the codes.</summary>
    public ReadOnlySpan<uint> Of(int code)
    {
        var starts = Starts.Span;
        return Rows.Span[starts[code]..starts[code + 1]];
    }

    /// <summary>The results of the rows of a code; empty for a code without.</summary>
    public ReadOnlySpan<int> ValuesOf(int code) => Beside(ValueStarts.Span[code], code, Values.Span);

    /// <summary>The episodes of the rows of a code; empty for a code without.</summary>
    public ReadOnlySpan<byte> EpisodesOf(int code) => Beside(EpisodeStarts.Span[code], code, Episodes.Span);

    /// <summary>Among the rows of one code the first of a patient, or of the next patient who has any.</summary>
    public static int FirstOf(ReadOnlySpan<uint> rows, int patient)
    {
        var wanted = (uint)patient << 16;
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (rows[middle] < wanted) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private ReadOnlySpan<T> Beside<T>(int start, int code, ReadOnlySpan<T> all) => start < 0 ? [] : all.Slice(start, Starts.Span[code + 1] - Starts.Span[code]);
}

/// <summary>Repeat items by code: who, since when, and until when.</summary>
public sealed record RepeatColumns(ReadOnlyMemory<int> Starts, ReadOnlyMemory<ushort> Patients, ReadOnlyMemory<ushort> Since, ReadOnlyMemory<ushort> Until);
