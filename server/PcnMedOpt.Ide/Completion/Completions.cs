using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What can be written at a place. The grammar says what may stand there; the project says what there is.</summary>
public static class Completions
{
    /// <summary>Suggestions at an offset of a file, the best first; none in comments, in texts without placeholders, and where nothing fits.</summary>
    public static CompletionList At(Compilation compilation, string path, int offset)
    {
        if (Typing.At(compilation, path, offset) is not { } typing) return CompletionList.None;
        return typing.Within switch
        {
            Within.Words => Sorted(WordItems.Of(typing)),
            Within.Digits => Sorted(DigitItems.Of(typing)),
            Within.Text => Sorted(TextItems.In(typing)),
            Within.Term => Sorted(CodeItems.Terms(typing)),
            Within.LineComment => Sorted(AllowItems.Of(typing)),
            _ => CompletionList.None,
        };
    }

    /// <summary>
    /// The same, asked for by a blank that was typed: only where the sentence is not at its end, so that a list never stands in the way of the next line.
    /// </summary>
    public static CompletionList AfterBlank(Compilation compilation, string path, int offset) =>
        Typing.At(compilation, path, offset) is { Within: Within.Words } typing && !MayEnd(typing.Probe) ? Sorted(WordItems.Of(typing)) : CompletionList.None;

    /// <summary>The clause may end there, or nothing has begun.</summary>
    internal static bool MayEnd(Probe probe) => probe.IsOutside || probe.Asked.Any(a => a.Kind == TokenKind.CloseBrace || Surroundings.BeginsClause(a.Slot));

    /// <summary>More about a suggestion, in Markdown; null where there is no more.</summary>
    public static string? Documentation(Compilation compilation, string key) => ItemDocumentation.Of(compilation, key);

    private static CompletionList Sorted(CompletionList list) => list with
    {
        Items = [.. list.Items.OrderBy(i => i.SortText, StringComparer.Ordinal).ThenBy(i => i.Label, StringComparer.Ordinal)],
    };

    private static CompletionList Sorted(IEnumerable<CompletionItem> items) => Sorted(new CompletionList([.. items], false));
}
