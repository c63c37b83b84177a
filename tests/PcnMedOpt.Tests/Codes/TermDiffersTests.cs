using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Codes;

/// <summary>Terms are compared across files, and again after every change that matters.</summary>
public sealed class TermDiffersTests
{
    private const string First = "codes inr \"INR\" snomed { 165581004 |International normalised ratio| }\n";
    private const string Second = "codes crp \"CRP\" snomed { 165581004 |Elevated CRP| }\n";
    private const string Use = "cohort tested \"Tested\" { include any { \"Tested\": inr or crp recorded } }\n";

    [Fact]
    public void An_edit_is_seen_at_once()
    {
        var project = TestProject.Of([new("a.medopt", First), new("b.medopt", Second), new("c.medopt", Use)]);
        Assert.Equal(["term-differs"], project.Slugs());
        var mended = project.WithFile("b.medopt", Second.Replace("Elevated CRP", "international normalised ratio", StringComparison.Ordinal));
        Assert.Empty(mended.Slugs());
        Assert.Equal(["term-differs"], mended.WithFile("b.medopt", Second).Slugs());
        Assert.Equal(["term-differs"], project.WithFile("c.medopt", Use + "\n").Slugs());
    }

    [Fact]
    public void A_list_that_is_loaded_later_counts()
    {
        const string codes = "codes crp \"CRP\" snomed { 165581004 |Elevated CRP|\n from \"x.csv\" column \"code\" term \"term\" }\n";
        var use = Use.Replace("inr or ", "", StringComparison.Ordinal);
        var project = TestProject.Of([new("a.medopt", codes + use)]);
        Assert.Equal(["code-list-missing"], project.Slugs());
        Assert.Equal(["term-differs"], project.WithLists([new("x.csv", "code,term\n165581004,International normalised ratio\n")]).Slugs());
        Assert.Empty(project.WithLists([new("x.csv", "code,term\n165581004,Elevated CRP (finding)\n")]).Slugs());
    }
}
