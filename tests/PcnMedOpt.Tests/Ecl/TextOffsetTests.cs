using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>A place within a text is found again in the source, whatever its escapes and indentation.</summary>
public sealed class TextOffsetTests
{
    [Theory]
    [InlineData("  \"plain\"")]
    [InlineData("\"\"")]
    [InlineData("\"with \\\"quotes\\\" and \\\\ more\"")]
    [InlineData("\"\"\"on one line\"\"\"")]
    [InlineData("\"\"\"\n  first\n    second\n\n  third\n  \"\"\"")]
    [InlineData("\"\"\"\r\n    first\r\n  second\r\n    \"\"\"")]
    [InlineData("\"\"\"first\n  second\"\"\"")]
    [InlineData("\"\"\"\n\n\n  after lines\n   \n  \"\"\"")]
    public void Each_character_of_a_text_stands_where_it_is_said_to_stand(string source)
    {
        var token = Lexer.Lex(source).First;
        var (value, offsets) = (Strings.Value(token), TextOffsets.Of(token));
        Assert.Equal(value.Length + 1, offsets.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var found = source[offsets[i]];
            Assert.Equal(value[i], found == '\\' ? source[offsets[i] + 1] : found == '\r' ? '\n' : found);
        }
    }
}
