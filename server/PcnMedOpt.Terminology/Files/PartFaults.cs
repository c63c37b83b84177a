using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Terminology.Files;

/// <summary>A row that could not be taken, or not all of it.</summary>
/// <param name="File">Its file, as a path inside the folder or zip.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Said">What is wrong, in a sentence.</param>
public sealed record PartFault(string File, long Line, string Said);

/// <summary>Counts the rows of a part that are wrong, and keeps the first of them.</summary>
public sealed class PartFaults
{
    /// <summary>How many are listed.</summary>
    public const int Listed = 200;

    private readonly List<PartFault> listed = [];

    public ImmutableArray<PartFault> First => [.. listed];

    /// <summary>Rows that were not taken.</summary>
    public long Refused { get; private set; }

    /// <summary>Rows that were taken without something that is wrong in them.</summary>
    public long Taken { get; private set; }

    internal void Refuse(string file, long line, string said)
    {
        Refused++;
        List(file, line, said);
    }

    internal void Note(string file, long line, string said)
    {
        Taken++;
        List(file, line, said);
    }

    /// <summary>Reads the identifier of a concept; where it is none, the row is refused.</summary>
    internal bool Concept(string file, long line, string column, string text, out long id)
    {
        if (Sctids.IsConcept(text, out id)) return true;
        Refuse(file, line, $"{column} is '{Shortened(text)}', {WhatItIs(text)}.");
        return false;
    }

    private static string WhatItIs(string text) => Sctid.Check(text) switch
    {
        SctidProblem.None => "which identifies no concept",
        SctidProblem.CheckDigit when Sctid.LooksDamaged(text) => "which a spreadsheet has damaged: its last digits are lost",
        SctidProblem.CheckDigit => "whose check digit is wrong",
        _ => text.Length == 0 ? "and has to be an identifier" : "which is no identifier",
    };

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private void List(string file, long line, string said)
    {
        if (listed.Count < Listed) listed.Add(new PartFault(file, line, said));
    }
}

/// <summary>A part of a release that was read: what goes into the store, and what could not be taken.</summary>
public sealed record ReadPart(Store.IReleasePart Part, PartFaults Faults);
