using System.Collections.Immutable;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What a suggestion is, as a pharmacist would call it.</summary>
public enum CompletionKind
{
    Keyword,
    Declaration,
    Clause,
    Condition,
    Window,
    CodeSet,
    Cohort,
    Measure,
    Template,
    Procedure,
    Letter,
    Workflow,
    Register,
    Checklist,
    Parameter,
    Code,
    Unit,
    Value,
    Date,
    Evidence,
    Label,
    Placeholder,
    File,
    Column,

    /// <summary>A part of a declaration that has a name of its own: a step, a field, a limit.</summary>
    Part,
    Role,
    Rule,
}

/// <summary>A suggestion.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A few words beside it; may be empty.</param>
/// <param name="Replaces">The stretch of the file's text in whose place it comes.</param>
/// <param name="Insert">What is inserted: when <see cref="IsSnippet"/>, in the snippet syntax of the Language Server Protocol.</param>
/// <param name="SortText">Its place among the others, compared by code unit.</param>
/// <param name="FilterText">What the typed text is compared with.</param>
public sealed record CompletionItem(
    string Label, CompletionKind Kind, string Detail, TextSpan Replaces, string Insert, string SortText, string FilterText)
{
    public bool IsSnippet { get; init; }

    /// <summary>What stands at the end of its row, where the label needs the room; else the detail.</summary>
    public string Beside { get => field.Length > 0 ? field : Detail; init; } = "";

    /// <summary>Characters that, when typed, take the suggestion and follow it.</summary>
    public ImmutableArray<string> CommitCharacters { get; init; } = [];

    /// <summary>It belongs to a protocol that has been withdrawn.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>By which <see cref="Completions.Documentation"/> tells more; null when there is no more to tell.</summary>
    public string? Key { get; init; }
}

/// <summary>Suggestions at a place, the best first.</summary>
/// <param name="Items">The suggestions.</param>
/// <param name="IsIncomplete">There are more: with more typed, ask again.</param>
public sealed record CompletionList(ImmutableArray<CompletionItem> Items, bool IsIncomplete)
{
    public static readonly CompletionList None = new([], false);
}
