using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Registers;

/// <summary>A list that people keep, with its deadlines (language §8).</summary>
public sealed record Register(
    string Name,
    string Title,
    string? Description,
    ImmutableArray<Column> Columns,
    ImmutableArray<Deadlines> Deadlines,
    ImmutableArray<Guide> Guides,
    ImmutableArray<Citation> Cites)
{
    /// <summary>What the date column is called by which a row with a deadline is closed; the first that is there counts.</summary>
    public static readonly ImmutableArray<string> ClosingNames = ["closed", "completed", "done"];
}

public enum ColumnKind
{
    Text,
    Date,
    Number,
    OneOf,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Options">Of "one of".</param>
/// <param name="Required">It may not be empty.</param>
/// <param name="Unique">No two rows hold the same.</param>
/// <param name="NotBefore">The column whose day it may not precede; null for none.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="NotBeforeSpan">Where that column is named.</param>
public sealed record Column(
    string Name,
    string Title,
    ColumnKind Kind,
    ImmutableArray<string> Options,
    bool Required,
    bool Unique,
    string? NotBefore,
    ImmutableArray<Citation> Cites,
    TextSpan Span,
    TextSpan NotBeforeSpan);

/// <summary>When a row must be closed, by the class of it.</summary>
/// <param name="Of">The column that holds the class.</param>
/// <param name="From">The column that holds the day from which it runs.</param>
/// <param name="Cases">A deadline for each class.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="OfSpan">Where the column of the class is named.</param>
/// <param name="FromSpan">Where the column of the day is named.</param>
public sealed record Deadlines(
    string Of, string From, ImmutableArray<DeadlineCase> Cases, ImmutableArray<Citation> Cites, TextSpan OfSpan, TextSpan FromSpan);

/// <summary>The deadline of one class: exactly one of the three is there.</summary>
/// <param name="Option">The class.</param>
/// <param name="By">The column that holds the deadline.</param>
/// <param name="Within">The time from the day.</param>
/// <param name="None">Why there is no deadline.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="BySpan">Where the column is named.</param>
public sealed record DeadlineCase(string Option, string? By, TimeAmount? Within, string? None, TextSpan Span, TextSpan BySpan);
