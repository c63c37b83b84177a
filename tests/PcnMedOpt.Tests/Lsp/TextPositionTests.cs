using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>An editor's line and character is an offset, whatever ends the lines; what lies outside is the nearest place.</summary>
public sealed class TextPositionTests
{
    [Theory]
    [InlineData("ab\ncd", 0, 1, 1)]
    [InlineData("ab\ncd", 0, 9, 2)]
    [InlineData("ab\ncd", 1, 0, 3)]
    [InlineData("ab\ncd", 1, 9, 5)]
    [InlineData("ab\ncd", 2, 0, 5)]
    [InlineData("ab\r\ncd", 0, 3, 2)]
    [InlineData("ab\r\ncd", 1, 1, 5)]
    [InlineData("ab\rcd", 1, 1, 4)]
    [InlineData("a\U0001F600b", 0, 3, 3)]
    [InlineData("ab", -1, 1, 0)]
    [InlineData("", 0, 0, 0)]
    [InlineData("ab\n", 1, 4, 3)]
    public void An_offset(string text, int line, int character, int offset) =>
        Assert.Equal(offset, TextPositions.Offset(text, new LineMap(text), line, character));

    [Fact]
    public void There_and_back()
    {
        const string text = "one\ntwo\r\n\r\nthree\rfour";
        var lines = new LineMap(text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var at = lines.At(offset);
            var back = TextPositions.Offset(text, lines, at.Line - 1, at.Column - 1);
            Assert.Equal(offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n' ? offset - 1 : offset, back);
        }
    }
}
