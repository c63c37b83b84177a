using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Highlighting;

namespace PcnMedOpt.Tests.Ide;

/// <summary>Each word by what it stands for; tokens in order, none over another, each on one line.</summary>
public sealed class SemanticTokenTests
{
    [Theory]
    [InlineData("codes asthma \"Asthma\" snomed { << 195967001 |Asthma| } // list", "codes Keyword, asthma Class+Declaration, \"Asthma\" String, snomed Keyword, << Operator, 195967001 Number, |Asthma| String, // list Comment")]
    [InlineData("/// About it\ncohort a \"A\" { include any { \"x\": in b.overdue } }", "/// About it Comment+Documentation, cohort Keyword, a Function+Declaration, \"A\" String, include Keyword, any Keyword, \"x\" String, in Keyword, b Variable, overdue Function")]
    [InlineData("parameter p \"P\" = 6 months allow 1 month to 1 year [evidence e]", "parameter Keyword, p Parameter+Declaration, \"P\" String, = Operator, 6 Number, months Keyword, allow Keyword, 1 Number, month Keyword, to Keyword, 1 Number, year Keyword, evidence Keyword, e Decorator")]
    [InlineData("codes c \"C\" snomed { unit 10*9/L plausible -1 to 500 }", "codes Keyword, c Class+Declaration, \"C\" String, snomed Keyword, unit Keyword, 10*9/L EnumMember, plausible Keyword, - Operator, 1 Number, to Keyword, 500 Number")]
    [InlineData("letter l \"L\" { body sms \"Dear {{patient.name}}, {{what}}\" }", "letter Keyword, l Struct+Declaration, \"L\" String, body Keyword, sms Keyword, \"Dear {{ String, patient.name Macro+DefaultLibrary, }}, {{ String, what Variable, }}\" String")]
    [InlineData("workflow w \"W\" { step one \"A\" by nurse -> close end close }", "workflow Keyword, w Struct+Declaration, \"W\" String, step Keyword, one Property+Declaration, \"A\" String, by Keyword, nurse Property, -> Operator, close Property, end Keyword, close Property+Declaration")]
    [InlineData("protocol p \"P\" { status withdrawn }\ncohort a \"A\" { }", "protocol Keyword, p Namespace+Declaration, Deprecated, \"P\" String, status Keyword, withdrawn Keyword, cohort Keyword, a Function+Declaration, Deprecated, \"A\" String")]
    [InlineData("cohort a \"A\" {\n  guide \"\"\"\n    One\n\n    Two\n    \"\"\"\n}", "cohort Keyword, a Function+Declaration, \"A\" String, guide Keyword, \"\"\" String, One String, Two String, \"\"\" String")]
    [InlineData("cohort a \"A\" {\r\n  /* one\r\n     two */\r\n}", "cohort Keyword, a Function+Declaration, \"A\" String, /* one Comment, two */ Comment")]
    [InlineData("cohort a \"A\" { include any { \"x\": wat", "cohort Keyword, a Function+Declaration, \"A\" String, include Keyword, any Keyword, \"x\" String, wat Variable")]
    [InlineData("", "")]
    public void Words_are_coloured_by_what_they_stand_for(string text, string expected)
    {
        var read = IdeText.Of(text + "$0");
        var file = read.Compilation.Files[read.Path];
        Assert.Equal(
            expected,
            string.Join(", ", SemanticTokens.Of(read.Compilation, file).Select(t =>
                $"{t.Span.Of(file.Text)} {t.Type}{(t.Modifiers == SemanticTokenModifiers.None ? "" : $"+{t.Modifiers}")}")));
    }

    [Fact]
    public void A_stretch_has_the_tokens_of_the_whole()
    {
        foreach (var file in ShippedText.Compilation.Files.Values)
        {
            var all = SemanticTokens.Of(ShippedText.Compilation, file);
            Assert.All(all, t => Assert.True(t.Span.Length > 0 && !t.Span.Of(file.Text).AsSpan().ContainsAny('\r', '\n')));
            Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
            var part = TextSpan.FromBounds(file.Text.Length / 3, file.Text.Length / 2);
            Assert.Equal(all.Where(t => t.Span.Start <= part.End && t.Span.End >= part.Start), SemanticTokens.In(ShippedText.Compilation, file, part));
        }
    }

    [Fact]
    public void A_delta_makes_the_one_row_into_the_other() => Prop.ForAll<byte[], byte[], byte[]>((ends, middle, other) =>
    {
        static int[] Row(params byte[][] parts) => [.. parts.SelectMany(p => p).SelectMany(b => new[] { b % 3, b % 2, 1, 0, 0 })];
        var (before, after) = (Row(ends, middle, ends), Row(ends, other, ends));
        var edits = TokenDelta.Between(before, after);
        return TokenDelta.Apply(before, edits).SequenceEqual(after) && edits.Count == (before.SequenceEqual(after) ? 0 : 1);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20261120, 1));
}
