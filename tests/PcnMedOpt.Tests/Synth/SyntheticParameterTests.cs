using System.Text;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Synth;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Synth;

/// <summary>What is wrong in a file of parameters is said with its place; and every code has a source.</summary>
public sealed class SyntheticParameterTests
{
    [Theory]
    [InlineData("\"basis\": \"", "\"basis\": ", "is no JSON")]
    [InlineData("\"oldest\": 102", "\"oldest\": \"old\"", "oldest: a whole number from 85 to 120 is wanted here, and \"old\" is none.")]
    [InlineData("\"oldest\": 102", "\"oldst\": 102", "oldst: this key is not known. Did you mean 'oldest'?")]
    [InlineData("\"oldest\": 102", "\"oldest\": 102, \"oldest\": 103", "oldest: this key stands here twice.")]
    [InlineData("\"oldest\": 102,", "", "'oldest' is missing.")]
    [InlineData("\"female\": 5040", "\"women\": 5040", "sexes.women: female, male, indeterminate or unknown is wanted here.")]
    [InlineData("\"from\": 18", "\"from\": 0", "ages[1].from: the bands go upwards.")]
    [InlineData("\"name\": \"Practice A\"", "\"name\": \"Practice, A\"", "practices[0].name: no comma, quotation mark or line end can stand in the name of a practice.")]
    [InlineData("\"given\": { \"hypertension\": 1200 }", "\"given\": { \"hypertention\": 1200 }", "conditions[2].given.hypertention: no condition or medicine above has the name 'hypertention'.")]
    [InlineData("\"codes\": \"diabetes\"", "\"codes\": \"sugar\"", "conditions[2].codes: there is no group of codes 'sugar'.")]
    [InlineData("[20, 100, 700, 1500, 1600, 1400]", "[20, 100, 700, 1500, 1600]", "conditions[2].people: 6 numbers are wanted here, one for each band of 'ages'; 5 stand here.")]
    [InlineData("\"name\": \"diabetes\"", "\"name\": \"hypertension\"", "conditions[2].name: this name is taken.")]
    [InlineData("\"low\": 145, \"high\": 420", "\"low\": 145.5, \"high\": 420", "tests[6].low: a number from 0 with at most 0 decimals is wanted here, and 145.5 is none.")]
    [InlineData("\"low\": 145, \"high\": 420", "\"low\": 445, \"high\": 420", "tests[6].high: 'high' is below 'low'.")]
    [InlineData("\"tests\": [\"inr\"]", "\"tests\": [\"iinr\"]", "there is no test 'iinr'.")]
    public void What_is_wrong_is_said_with_its_place(string right, string wrong, string message)
    {
        var text = ParametersReader.DefaultText;
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at > 0);
        var line = text[..at].Count(c => c == '\n') + 1;
        var thrown = Assert.Throws<SynthParametersException>(() =>
            ParametersReader.Read("own.json", Encoding.UTF8.GetBytes(text.Remove(at, right.Length).Insert(at, wrong))));
        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.StartsWith(message.StartsWith('\'') ? "own.json:1: " : $"own.json:{line}: ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_is_an_identifier_with_a_source_and_stands_once_in_its_group()
    {
        Assert.All(CodeBook.All, code => Assert.True(Sctid.Check($"{code.Code}") == SctidProblem.None && code.Source.Length > 0 && code.Share > 0, code.Term));
        Assert.Equal(CodeBook.All.Length, CodeBook.All.DistinctBy(c => (c.Group, c.Code)).Count());
    }

    /// <summary>A code that is said to come from a list of the shipped protocols stands there, with its term.</summary>
    [Fact]
    public void A_code_of_a_shipped_list_stands_in_it()
    {
        var ofLists = CodeBook.All.Where(c => c.Source.StartsWith("protocols/codelists/", StringComparison.Ordinal)).ToList();
        Assert.True(ofLists.Count > 80);
        Assert.All(ofLists, code => Assert.Contains(
            File.ReadLines(Repository.PathOf(code.Source)), line => line.Contains($"{code.Code},", StringComparison.Ordinal) && line.Contains(code.Term, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_group_of_codes_is_used()
    {
        var unused = CodeBook.All.Select(c => c.Group).Distinct().Where(g => !ParametersReader.DefaultText.Contains($"\"codes\": \"{g}\"", StringComparison.Ordinal));
        Assert.Empty(unused);
    }
}
