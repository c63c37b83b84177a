using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Meaning;

/// <summary>Reading a condition back leaves nothing out.</summary>
public sealed partial class PlainEnglishTests
{
    private static readonly PlainEnglish English = new(GeneratedForms.TitleOf);

    private static readonly int Runs = TestSize.Of(usual: 4_000, full: 40_000);

    /// <summary>What stands for a word of the language; a word that is not here stands for itself.</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        [">="] = ["or over", "or longer", "or more", "at least"],
        ["<"] = ["under", "less than", "fewer than"],
        [">"] = ["more than"],
        ["<="] = ["or less", "at most"],
        ["="] = ["exactly"],
        ["age"] = ["aged", "age"],
        ["since"] = ["on or after"],
        ["until"] = ["on or before"],
        ["ever"] = ["at any time"],
        ["is"] = ["is", "of"],
        ["at"] = ["at", "when"],
        ["of"] = ["of", "before or after", "counted"],
        ["count"] = ["counted"],
        ["medicines"] = ["medicines"],
        ["quarter"] = ["quarter"],
        ["registration"] = ["their registration"],
        ["it"] = ["it (the record that is counted)"],
        ["other"] = ["each other"],
        ["last"] = ["last"],
    };

    [Fact]
    public void Every_word_number_date_unit_and_name_of_a_condition_occurs_in_it() => Prop.ForAll<byte[]>(numbers =>
    {
        var condition = new GeneratedForms(new Choices(numbers)).Condition(2);
        var (source, sentence) = (ConditionText.Of(condition), English.Of(condition));
        foreach (var group in Tokens(source).GroupBy(t => t))
        {
            var wanted = Words.GetValueOrDefault(group.Key) ?? [Shown(group.Key)];
            var needed = IsLiteral(group.Key) || group.Key is "not" ? group.Count() : 1;
            Assert.True(wanted.Sum(w => Count(sentence, w)) >= needed, $"'{group.Key}' is {group.Count()} times in\n{source}\nand not in\n{sentence}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(300).WithReplay(20261123, 1));

    [Fact]
    public void The_title_of_every_parameter_occurs_in_it() => Prop.ForAll<byte[]>(numbers =>
    {
        var condition = new GeneratedForms(new Choices(numbers)).Test();
        var sentence = English.Of(condition);
        foreach (Match parameter in Parameter().Matches(condition.ToString() + string.Concat(condition.AllFilters())))
            Assert.Contains($"(set by “Title of {parameter.Groups[1].Value}”)", sentence, StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(200).WithReplay(20261124, 1));

    /// <summary>Two conditions that differ in the language differ in English, so that a reader can tell them apart.</summary>
    [Fact]
    public void Different_conditions_read_differently()
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        Prop.ForAll<byte[]>(numbers =>
        {
            var condition = new GeneratedForms(new Choices(numbers)).Test();
            var (source, sentence) = (ConditionText.Of(condition), WithoutParameters(English.Of(condition)));
            if (!read.TryAdd(sentence, source)) Assert.Equal(Comparable(read[sentence]), Comparable(source));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs * 2).WithStartSize(40).WithEndSize(200).WithReplay(20261125, 1));
    }

    [Theory]
    [InlineData("age >= 75 years", "aged 75 years or over")]
    [InlineData("age between 18 and 64 years", "aged between 18 and 64 years, both included")]
    [InlineData("born since 1951-09-01", "born on or after 1 September 1951")]
    [InlineData("sex is female", "of female sex")]
    [InlineData("registered for < 6 months", "registered for less than 6 months")]
    [InlineData("asthma recorded", "“Asthma” recorded at any time")]
    [InlineData("asthma recorded in last 12 months at least 2 times 28 days apart", "“Asthma” recorded in the last 12 months, at least 2 times on different days, each at least 28 days apart from the one counted before")]
    [InlineData("no asthma recorded after latest resolved recorded", "no “Asthma” recorded after the latest “Asthma resolved” recorded (only for patients with “Asthma resolved” recorded)")]
    [InlineData("latest of asthma, resolved is asthma", "the latest of “Asthma”, “Asthma resolved” recorded at any time is “Asthma”")]
    [InlineData("latest egfr value < 45 mL/min/{1.73_m2} in last 12 months", "the latest “Estimated GFR” value recorded in the last 12 months is less than 45\u00A0mL/min/1.73\u00A0m²")]
    [InlineData("latest egfr value fell by more than 25 % in last 12 months", "the latest “Estimated GFR” value fell by more than 25% from the highest earlier value, both recorded in the last 12 months")]
    [InlineData("age >= 65 years and (asthma recorded or no resolved recorded)", "aged 65 years or over and (“Asthma” recorded at any time or no “Asthma resolved” recorded at any time)")]
    [InlineData("not (asthma recorded as first)", "not (“Asthma” recorded as a first episode at any time)")]
    [InlineData("asthma recorded in last how_long", "“Asthma” recorded in the last 12 months (set by “How long back”)")]
    [InlineData("asthma recorded within 28 days of any resolved recorded", "“Asthma” recorded within 28 days before or after any “Asthma resolved” recorded")]
    public void A_condition_reads_so(string source, string sentence)
    {
        var compilation = TestProject.Of($$"""
            parameter how_long "How long back" = 12 months allow 6 months to 12 months
            codes asthma "Asthma" snomed { 195967001 |Asthma| }
            codes resolved "Asthma resolved" snomed { 162660004 |Asthma resolved| }
            codes egfr "Estimated GFR" snomed { 1011481000000105 |eGFR| unit mL/min/{1.73_m2} plausible 1 to 200 }
            cohort c "C" { include all { "only": {{source}} } }
            """);
        var cohort = compilation.Model<Core.Model.Cohorts.Cohort>("c");
        Assert.NotNull(cohort?.Include);
        Assert.Equal(sentence, new PlainEnglish(name => compilation.Names.Find(name)?.Facts.Title).Of(cohort.Include.Criteria[0].Condition));
    }

    private static IEnumerable<string> Tokens(string source) =>
        source.Replace(")", " ", StringComparison.Ordinal).Replace("(", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => t.TrimEnd(','));

    private static bool IsLiteral(string token) => char.IsAsciiDigit(token[0]) || token[0] == '-' || GeneratedForms.TitleOf(token.Split('.')[0]) is not null;

    private static string Shown(string token)
    {
        if (DateOnly.TryParseExact(token, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return EnglishDates.Of(day);
        if (GeneratedForms.TitleOf(token) is { } title) return $"“{title}”";
        if (char.IsAsciiDigit(token[0]) && decimal.TryParse(token, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) return token;
        return Ucum.Find(token) is { } unit && !Durations.Contains(token) ? UnitText.Of(unit) : token;
    }

    private static readonly HashSet<string> Durations = ["day", "days", "week", "weeks", "month", "months", "year", "years", "a", "in", "at", "of"];

    private static int Count(string sentence, string word)
    {
        var literal = Regex.Escape(word);
        var before = char.IsLetterOrDigit(word[0]) ? @"(?<![\w.])" : "";
        var after = char.IsLetterOrDigit(word[^1]) ? @"(?!\w)(?!\.\d)" : "";
        return Regex.Count(sentence, before + literal + after);
    }

    private static string WithoutParameters(string sentence) => SetBy().Replace(sentence, "");

    /// <summary>"no filter" and "ever" are the same, wherever the filter stands; so are the language's spellings of one status.</summary>
    private static string Comparable(string source) => string.Join(' ', source.Replace(" ever", "", StringComparison.Ordinal).Split(' ').Order(StringComparer.Ordinal));

    [GeneratedRegex("Parameter = (how_long|how_much)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@" \(set by “[^”]*”\)")]
    private static partial Regex SetBy();
}
