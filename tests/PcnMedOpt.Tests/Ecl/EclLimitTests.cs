using PcnMedOpt.Core.Ecl;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>No expression, however deep or long, overflows the stack, takes more than time in proportion, or is read in part.</summary>
public sealed class EclLimitTests
{
    [Theory]
    [InlineData("(", ")")]
    [InlineData("< (", ")")]
    [InlineData("^ (", ") {{ M active = 1 }}")]
    [InlineData("* : * = (", ")")]
    [InlineData("* : (* = * OR (", ") = *)")]
    [InlineData("* : { * = (", ") }")]
    [InlineData("* {{ C moduleId = (", ") }}")]
    [InlineData("* {{ + HISTORY (", ") }}")]
    [InlineData("(", "")]
    [InlineData("* : (", "")]
    [InlineData("* {{", "")]
    public void Brackets_too_deep_are_a_fault_and_no_crash(string open, string close)
    {
        var reading = EclParser.Parse($"{string.Concat(Enumerable.Repeat(open, 10_000))}*{string.Concat(Enumerable.Repeat(close, 10_000))}");
        Assert.Contains("200 deep", reading.Fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("* : * = (", ")")]
    [InlineData("* : ((", ") = * AND * = *)")]
    [InlineData("* {{ C moduleId = (", ") }}")]
    public void Brackets_as_deep_as_allowed_are_read(string open, string close)
    {
        var times = EclDepth / open.Count(c => c is '(' or '{') - (open.Contains('{', StringComparison.Ordinal) ? 60 : 0);
        var text = $"{string.Concat(Enumerable.Repeat(open, times))}*{string.Concat(Enumerable.Repeat(close, times))}";
        Assert.Equal("", EclParser.Parse(text).Fault?.Message ?? "");
    }

    private const int EclDepth = 200;

    [Theory]
    [InlineData("(", "{{", "[", "}")]
    [InlineData(")", "}}", "^", "*")]
    [InlineData("<", "!", "=", "#")]
    [InlineData("\"", "\\", "|", "/*")]
    [InlineData("and ", "or ", "minus ", ",")]
    [InlineData("* : ", "{", "* = ", "R ")]
    public void Signs_without_end_are_a_fault(params string[] signs)
    {
        foreach (var sign in signs.Append(string.Concat(signs))) Assert.NotNull(EclParser.Parse(string.Concat(Enumerable.Repeat(sign, 20_000))).Fault);
    }

    [Fact]
    public void What_is_too_long_is_a_fault() =>
        Assert.Contains("longer than", EclParser.Parse(new string(' ', EclParser.Longest + 1)).Fault?.Message, StringComparison.Ordinal);

    /// <summary>Work is counted in bytes that are allocated, which is the same every time; the clock is not.</summary>
    [Theory]
    [InlineData(" OR ", "<< 195967001 |Asthma|", "")]
    [InlineData(", ", "(<< 195967001 MINUS 195967001)", "")]
    [InlineData(" OR ", "{ 363698007 = << 39057004, (116676008 OR 42752001) = * }", "* : ")]
    [InlineData(" OR ", "(363698007 = << 39057004, 116676008 = *)", "* : ")]
    [InlineData(" . ", "363698007", "* . ")]
    [InlineData(" ", "{{ term = (\"heart\" wild:\"*itis\"), type = (syn fsn) }}", "* ")]
    [InlineData(" ", "900000000000207008", "* {{ C moduleId = (")]
    public void Twice_the_text_is_twice_the_work(string separator, string part, string before)
    {
        var after = before.EndsWith('(') ? ") }}" : "";
        string Text(int parts) => before + string.Join(separator, Enumerable.Repeat(part, parts)) + after;
        long Work(int parts)
        {
            var text = Text(parts);
            var start = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal("", EclParser.Parse(text).Fault?.Message ?? "");
            return GC.GetAllocatedBytesForCurrentThread() - start;
        }
        Work(10);
        var (once, twice) = (Work(5_000), Work(10_000));
        Assert.InRange((double)twice / once, 1.8, 2.3);
    }
}
