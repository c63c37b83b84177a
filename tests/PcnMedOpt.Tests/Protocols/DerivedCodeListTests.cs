using System.Text.RegularExpressions;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Protocols;

/// <summary>Code lists of ours that are a part of a published list: each is derived again from the published one, and must be the same, row for row.</summary>
public sealed partial class DerivedCodeListTests
{
    private const string Header = "id,term";

    /// <summary>A loop diuretic by its substance, in British or international spelling. Co-amilofruse is amiloride with furosemide.</summary>
    private static readonly string[] LoopSubstances = ["bumetanide", "furosemide", "frusemide", "torasemide", "torsemide", "co-amilofruse"];

    /// <summary>Brands of the published list whose term does not name the substance, and the loop diuretic that each contains.</summary>
    private static readonly Dictionary<string, string> LoopBrands = new()
    {
        ["Burinex"] = "bumetanide, also with amiloride (A) or potassium (K)",
        ["Diumide-K"] = "furosemide with potassium",
        ["Diuresal"] = "furosemide",
        ["Froop"] = "furosemide, also with amiloride (Co)",
        ["Fru-Co"] = "furosemide with amiloride",
        ["Frumil"] = "furosemide with amiloride",
        ["Frusene"] = "furosemide with triamterene",
        ["Frusid"] = "furosemide",
        ["Frusol"] = "furosemide",
        ["Komil"] = "furosemide with amiloride",
        ["Lasikal"] = "furosemide with potassium",
        ["Lasilactone"] = "furosemide with spironolactone",
        ["Lasix"] = "furosemide",
        ["Lasoride"] = "furosemide with amiloride",
        ["Torem"] = "torasemide",
    };

    /// <summary>What the rest of the published list is. A new version with anything else must be looked at: it may be a loop diuretic under a new name.</summary>
    private static readonly string[] NoLoopDiuretic =
    [
        "Aldactide", "Aldactone", "Amiloride", "Co-flumactone", "Degarelix", "Eplerenone", "Fareston", "Firmagon", "Hydrochlorothiazide", "Hydroflumethiazide",
        "Inspra", "Metenix", "Metolazone", "Spironolactone", "Spirospare", "Timolol", "Toremifene", "Triamterene", "Zaroxolyn",
    ];

    [Fact]
    public void Loop_diuretics_are_those_of_the_published_diuretics_that_contain_one() =>
        Assert.Equal([Header, .. Rows("pincer-diur.csv").Where(r => IsLoopDiuretic(Term(r)))], Lines("derived-loop-diuretics.csv"));

    [Fact]
    public void What_was_left_out_of_the_diuretics_is_known_to_be_no_loop_diuretic() =>
        Assert.All(Rows("pincer-diur.csv").Select(Term).Where(t => !IsLoopDiuretic(t)), t => Assert.Contains(FirstWord(t), NoLoopDiuretic));

    /// <summary>The direct oral anticoagulants and their brands.</summary>
    private static readonly string[] DirectAnticoagulants = ["Apixaban", "Dabigatran", "Edoxaban", "Eliquis", "Lixiana", "Pradaxa", "Rivaroxaban", "Xarelto"];

    /// <summary>The vitamin K antagonists and their brands. A new version of the list with anything else must be looked at.</summary>
    private static readonly string[] VitaminKAntagonists = ["Acenocoumarol", "Coumadin", "Coumarin", "Marevan", "Phenindione", "Sinthrome", "Warfarin"];

    [Fact]
    public void Anticoagulants_are_divided_into_direct_ones_and_vitamin_K_antagonists_and_none_is_lost()
    {
        var published = Rows("pincer-anticoag.csv").ToList();
        Assert.Equal([Header, .. published.Where(r => DirectAnticoagulants.Contains(FirstWord(Term(r))))], Lines("derived-direct-oral-anticoagulants.csv"));
        Assert.Equal([Header, .. published.Where(r => VitaminKAntagonists.Contains(FirstWord(Term(r))))], Lines("derived-vitamin-k-antagonists.csv"));
        Assert.All(published, r => Assert.Contains(FirstWord(Term(r)), DirectAnticoagulants.Concat(VitaminKAntagonists)));
    }

    /// <summary>Pregabalin and gabapentin by their BNF codes (NHSBSA), 0408010AE and 0408010G0.</summary>
    [Fact]
    public void Gabapentinoids_are_those_of_the_published_addictive_medicines() =>
        Assert.Equal(
            [Lines("opensafely-addictive-medicines.csv")[0], .. Rows("opensafely-addictive-medicines.csv").Where(r => IsGabapentinoid(r[(r.LastIndexOf(',') + 1)..]))],
            Lines("derived-gabapentinoids.csv"));

    [Fact]
    public void What_is_counted_in_another_fluid_than_blood_is_no_full_blood_count()
    {
        var otherFluid = Rows("pincer-fbc.csv").Where(r => OtherFluid().IsMatch(Term(r))).Select(Code).ToList();
        Assert.Equal(5, otherFluid.Count);
        Assert.All(otherFluid, c => Assert.Contains(c, Excepted("pincer_full_blood_count")));
    }

    [Theory]
    [InlineData("pincer_full_blood_count", "pincer-fbc.csv")]
    [InlineData("pincer_lithium_level", "pincer-lith_lev.csv")]
    public void What_is_excepted_is_in_the_published_list(string codeSet, string list)
    {
        Assert.NotEmpty(Excepted(codeSet));
        Assert.All(Excepted(codeSet), c => Assert.Contains(c, Rows(list).Select(Code)));
    }

    private static bool IsGabapentinoid(string bnf) => bnf.StartsWith("0408010AE", StringComparison.Ordinal) || bnf.StartsWith("0408010G0", StringComparison.Ordinal);

    private static bool IsLoopDiuretic(string term) =>
        LoopSubstances.Any(s => term.Contains(s, StringComparison.OrdinalIgnoreCase)) || LoopBrands.ContainsKey(FirstWord(term));

    private static HashSet<string> Excepted(string codeSet)
    {
        var source = File.ReadAllText(Repository.PathOf("protocols", "codes", "prescribing_safety.medopt"));
        var declaration = source[source.IndexOf($"codes {codeSet} ", StringComparison.Ordinal)..];
        return [.. Except().Matches(declaration[..declaration.IndexOf("\n}", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value)];
    }

    private static string[] Lines(string list) => File.ReadAllLines(Repository.PathOf("protocols", "codelists", list));
    private static IEnumerable<string> Rows(string list) => Lines(list).Skip(1);
    private static string Code(string row) => row[..row.IndexOf(',', StringComparison.Ordinal)];
    private static string Term(string row) => row[(row.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim('"');
    private static string FirstWord(string term) => term.Split(' ', '+')[0];

    [GeneratedRegex("semen|seminal|cerebrospinal|pleural|peritoneal|ascitic|synovial|dialysis|urine|stool|fluid", RegexOptions.IgnoreCase)]
    private static partial Regex OtherFluid();

    [GeneratedRegex(@"except (\d+) ")]
    private static partial Regex Except();
}
