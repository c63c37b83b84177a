using System.Collections.Immutable;

namespace PcnMedOpt.Ide.Pasting;

/// <summary>A row that is no entry: as it was pasted, why, and the line of the inserted text, from 0, on which that stands as a comment.</summary>
public sealed record RowNotTaken(string Written, string Why, int Line);

/// <summary>A column of what is pasted: its number from 0, and what stands at its head or first in it.</summary>
public sealed record PastedColumn(int Index, string Title);

/// <summary>What a pasted list of codes becomes in a code set.</summary>
/// <param name="Text">What is to be inserted; empty where nothing is new; null where there is no list of codes, or where the author has to choose a column.</param>
/// <param name="Count">How many entries that is.</param>
/// <param name="Already">Codes that the set has already.</param>
/// <param name="Twice">Rows whose code stands in what is pasted before.</param>
/// <param name="NotTaken">The rows that are no entries.</param>
/// <param name="Columns">Where several columns hold identifiers: those, one of which the author has to choose.</param>
/// <param name="Message">All of that in sentences; empty where an ordinary paste is meant.</param>
public sealed record PastedCodes(
    string? Text, int Count, ImmutableArray<string> Already, int Twice, ImmutableArray<RowNotTaken> NotTaken, ImmutableArray<PastedColumn> Columns, string Message)
{
    /// <summary>No list of codes, or not the place for one: an ordinary paste is meant.</summary>
    public static PastedCodes Nothing { get; } = new(null, 0, [], 0, [], [], "");
}
