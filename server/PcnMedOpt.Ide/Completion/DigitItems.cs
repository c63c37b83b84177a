using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>In digits: the codes that begin with them, or a day.</summary>
internal static class DigitItems
{
    public static CompletionList Of(Typing typing)
    {
        if (typing.Probe.Asked.Any(a => a.Kind == TokenKind.Unit))
            return new CompletionList([.. UnitItems.Of(typing).Where(u => u.Label.StartsWith(typing.Typed, StringComparison.Ordinal))], false);
        var start = typing.Word.Start;
        while (start > 0 && (char.IsAsciiDigit(typing.Slice[start - 1]) || typing.Slice[start - 1] == '-')) start--;
        if (!typing.ProbeAt(start).Asked.Any(a => a.Kind == TokenKind.Date)) return CodeItems.Of(typing);
        var place = typing.InFile(TextSpan.FromBounds(start, typing.Word.End));
        var typed = typing.Slice[start..typing.Cursor.Here];
        return new CompletionList([.. Dates.Of(typing).Where(d => d.Label.StartsWith(typed, StringComparison.Ordinal)).Select(d => d with { Replaces = place })], false);
    }
}
