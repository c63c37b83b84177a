using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>
/// What is offered in place of a bare word or mark that the grammar asks for: a whole clause with places to fill in. Its insertion is a snippet in
/// which <c>@set</c>, <c>@medicine</c>, <c>@result</c>, <c>@cohort</c>, <c>@member</c>, <c>@procedure</c> and <c>@today</c> stand for the name that fits best there and the day.
/// </summary>
/// <param name="Slot">For what the grammar asks.</param>
/// <param name="Kind">The word, mark or text that it begins with.</param>
/// <param name="Label">What is shown. A clause that may stand once begins with its words.</param>
/// <param name="Insert">The snippet.</param>
/// <param name="Detail">What it says, in a few words.</param>
internal sealed record Phrase(Slot Slot, TokenKind Kind, string Label, string Insert, string Detail)
{
    public Phrase(Slot slot, TokenKind kind, string words, string detail)
        : this(slot, kind, words, words, detail)
    {
    }

    /// <summary>The names that its snippet asks for, and what it says in a project without.</summary>
    private static readonly (string Mark, Slot Slot, string Without)[] Names =
    [
        ("@set", Slot.CodeSet, "code_set"),
        ("@medicine", Slot.Medicines, "medicines"),
        ("@result", Slot.Results, "test_result"),
        ("@cohort", Slot.Cohort, "cohort_name"),
        ("@member", Slot.PackMember, "cohort_name"),
        ("@procedure", Slot.Procedure, "procedure_name"),
    ];

    public CompletionKind Shown => Slot switch
    {
        Slot.Declaration => CompletionKind.Declaration,
        Slot.Condition => CompletionKind.Condition,
        Slot.Window or Slot.Filter or Slot.Duration or Slot.Ago or Slot.Age or Slot.Time or Slot.Anchor => CompletionKind.Window,
        Slot.Happened or Slot.Comparison or Slot.Range or Slot.Times or Slot.EachOther or Slot.Event => CompletionKind.Condition,
        _ => CompletionKind.Clause,
    };

    /// <summary>The snippet with the names and the day of the project.</summary>
    public string Filled(Typing typing)
    {
        var text = Insert.Replace("@today", Dates.Shown(typing.Compilation.Today), StringComparison.Ordinal);
        foreach (var (mark, slot, without) in Names)
            if (text.Contains(mark, StringComparison.Ordinal)) text = text.Replace(mark, typing.BestNames.GetValueOrDefault(slot, without), StringComparison.Ordinal);
        return text;
    }
}
