using System.Text;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>What is wrong with a row of a release. Rows up to <see cref="UnknownConcept"/> are refused, those after it are taken.</summary>
public enum RowFault
{
    /// <summary>More or fewer columns than the header names.</summary>
    Columns,

    /// <summary>No number where an identifier belongs.</summary>
    NoNumber,

    /// <summary>The identifier of a concept or description whose check digit fails: nobody can have recorded it.</summary>
    CheckDigit,

    /// <summary>The status is neither 0 nor 1.</summary>
    Status,

    /// <summary>The last line ends in the middle.</summary>
    Unfinished,

    /// <summary>The term is longer than <see cref="TermBlocks.LongestTerm"/> bytes; the specification allows 4,096 characters.</summary>
    TooLong,

    /// <summary>It speaks of a concept that is not among what is loaded.</summary>
    UnknownConcept,

    /// <summary>The day is none, such as 20180931: the row is taken, and its day is unknown.</summary>
    Day,

    /// <summary>The identifier of a relationship or a member is none; nothing depends on it but which of two states is the later.</summary>
    RowIdentifier,

    /// <summary>The term is not written in UTF-8; what could not be read is shown as �.</summary>
    Text,
}

/// <summary>A row with a fault.</summary>
/// <param name="File">Its file, as a path inside the folder or zip.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Text">The beginning of the line; empty where the fault was found after reading.</param>
public sealed record BadRow(string File, long Line, RowFault Fault, string Text);

/// <summary>Counts the rows of a file with faults, and keeps the first of each fault.</summary>
internal sealed class RowFaults(string file)
{
    /// <summary>How many of each fault are listed.</summary>
    public const int Listed = 100;

    private const int Shown = 80;

    private readonly long[] counts = new long[Enum.GetValues<RowFault>().Length];
    private readonly List<BadRow> rows = [];

    public string File => file;

    public IReadOnlyList<BadRow> Rows => rows;

    public long Refused => counts.AsSpan(0, (int)RowFault.UnknownConcept + 1).ToArray().Sum();

    public IEnumerable<(RowFault Fault, long Count)> Counts => counts.Index().Where(c => c.Item > 0).Select(c => ((RowFault)c.Index, c.Item));

    public void Add(RowFault fault, long line, ReadOnlySpan<byte> text)
    {
        if (counts[(int)fault]++ >= Listed) return;
        rows.Add(new BadRow(file, line, fault, Encoding.UTF8.GetString(text[..Math.Min(text.Length, Shown)])));
    }
}
