using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Layout;

/// <summary>
/// What a character brings with it when it is typed: a new line begins at the depth of its braces, a description goes on with ///, and a closing brace
/// stands below the line that it closes. Inside a text nothing is moved.
/// </summary>
public static class TypingEdits
{
    private const string DescriptionMark = "/// ";

    /// <summary>The changes of the line that the cursor is on.</summary>
    /// <param name="compilation">The project with the character in its text.</param>
    /// <param name="path">The file.</param>
    /// <param name="offset">The cursor, after the character.</param>
    /// <param name="typed">The character: a line end or a closing brace.</param>
    public static ImmutableArray<TextEdit> After(Compilation compilation, string path, int offset, string typed)
    {
        if (!compilation.Files.TryGetValue(path, out var file) || offset > file.Text.Length || offset < 0) return [];
        var line = new TextSpan(LineStart(file.Text, offset), 0);
        line = new TextSpan(line.Start, BlanksAt(file.Text, line.Start));
        var place = Depth.At(file, line.Start);
        if (place.IsInText) return [];
        return typed switch
        {
            "}" when file.Text.AsSpan(line.End).StartsWith("}") => Edit(file.Text, line, Blanks(place.Braces - 1)),
            "\n" when line.Start > 0 => Edit(file.Text, line, NewLine(file.Text, line, place)),
            _ => [],
        };
    }

    private static string NewLine(string text, TextSpan line, Depth place)
    {
        var before = text[LineStart(text, line.Start - 1)..line.Start].TrimEnd('\r', '\n');
        var said = before.TrimStart();
        var rest = text.AsSpan(line.End);
        if (said.StartsWith("///", StringComparison.Ordinal) && said.Trim().Length > 3)
            return before[..^said.Length] + (rest.StartsWith("///") ? "" : DescriptionMark);
        return Blanks(rest.StartsWith("}") ? place.Braces - 1 : place.Braces + (place.GoesOn ? 2 : 0));
    }

    private static ImmutableArray<TextEdit> Edit(string text, TextSpan blanks, string wanted) => blanks.Of(text) == wanted ? [] : [new TextEdit(blanks, wanted)];

    private static string Blanks(int depth) => new(' ', Math.Max(depth, 0) * 2);

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    private static int BlanksAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        return end - at;
    }
}

/// <summary>How deep a place is between braces.</summary>
/// <param name="Braces">The braces that are open there.</param>
/// <param name="GoesOn">What stands before is not complete: a label without its condition, a row that ends in a comma, and, or.</param>
/// <param name="IsInText">The place is inside a text, term or comment that goes over its line's end.</param>
internal sealed record Depth(int Braces, bool GoesOn, bool IsInText)
{
    public static Depth At(SourceFile file, int offset)
    {
        var index = file.Declarations.Length - 1;
        while (index > 0 && (file.Declarations[index].Start > offset || First(file, index) >= offset)) index--;
        var declaration = file.Declarations[index];
        var (braces, here) = (0, offset - declaration.Start);
        Token? last = null;
        for (var token = declaration.Declared.Slice.Parsed.Lexed.First; token.Kind != TokenKind.End && token.Start < here; token = token.Next)
        {
            if (token.EndOffset > here) return new Depth(braces, false, true);
            if (token.Kind == TokenKind.OpenBrace) braces++;
            if (token.Kind == TokenKind.CloseBrace && braces > 0) braces--;
            last = token;
        }
        return new Depth(braces, last?.Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.AndWord or TokenKind.OrWord, last is not null && IsInComment(last, here));
    }

    private static int First(SourceFile file, int index) => file.Declarations[index].Start + file.Declarations[index].Declared.Slice.Parsed.Lexed.First.Start;

    private static bool IsInComment(Token token, int here)
    {
        var trivia = token.Trivia.AsSpan(0, Math.Clamp(here - token.EndOffset, 0, token.Trivia.Length));
        return trivia.LastIndexOf("/*") is >= 0 and var open && trivia[open..].IndexOf("*/") < 0;
    }
}
