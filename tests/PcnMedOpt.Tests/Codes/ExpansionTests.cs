using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Codes;

/// <summary>What the entries of a code set stand for, told by a release, and told again by a lock.</summary>
public sealed class ExpansionTests
{
    /// <summary>Letters stand for identifiers, so that cases can be read.</summary>
    private const string Release = """
        A |Disease (disorder)|
        B |Disease of childhood (disorder)|; below A
        C |Disease of infancy (disorder)|; below B; in R
        D |Disease of old age (disorder)|; below A; in R
        E |Old name of disease of childhood (disorder)|; inactive; same as B
        F |Old name of disease of old age (disorder)|; inactive; replaced by D
        R |Diseases simple reference set (foundation metadata concept)|; cluster DIS_COD
        S |Empty simple reference set (foundation metadata concept)|; cluster NONE_COD
        T |Substance|; level vtm
        V |Substance 10mg tablets|; level vmp; under T; previous U
        W |Product 10mg tablets (Maker)|; level amp; under V
        X |Substance 10mg tablets 28 tablet|; level vmpp; under V
        ecl << A MINUS B: A C D
        """;

    private static readonly Dictionary<char, string> Ids = new()
    {
        ['A'] = "119990001106",
        ['B'] = "129990001104",
        ['C'] = "139990001102",
        ['D'] = "149990001107",
        ['E'] = "159990001105",
        ['F'] = "169990001108",
        ['R'] = "179990001100",
        ['S'] = "189990001103",
        ['T'] = "199990001101",
        ['U'] = "209990001104",
        ['V'] = "219990001102",
        ['W'] = "229990001109",
        ['X'] = "239990001106",
        ['Y'] = "249990001101",
    };

    [Theory]
    [InlineData("snomed { << A }", "A B C D")]
    [InlineData("snomed { < A }", "B C D")]
    [InlineData("snomed { A }", "A")]
    [InlineData("snomed { ^ R }", "C D")]
    [InlineData("snomed { ^ S A }", "A")]
    [InlineData("snomed { << A except << B }", "A D")]
    [InlineData("snomed { << A except < B }", "A B D")]
    [InlineData("snomed { << A except B }", "A C D")]
    [InlineData("snomed { << A except ^ R }", "A B")]
    [InlineData("snomed { < A << A except < A }", "A")]
    [InlineData("snomed { B with history minimum }", "B E")]
    [InlineData("snomed { << A with history minimum }", "A B C D E")]
    [InlineData("snomed { << A with history moderate }", "A B C D E F")]
    [InlineData("snomed { << A except B with history maximum }", "A C D F")]
    [InlineData("snomed { << A except E with history maximum }", "A B C D F")]
    [InlineData("snomed { << A with history none }", "A B C D")]
    [InlineData("snomed ecl \"<< A MINUS B\"", "A C D")]
    [InlineData("dmd { T }", "T U V W X")]
    [InlineData("dmd { vmp V }", "U V W X")]
    [InlineData("dmd { only V }", "V")]
    [InlineData("dmd { only U }", "U")]
    [InlineData("dmd { U }", "U V W X")]
    [InlineData("dmd { T except vmp V }", "T")]
    [InlineData("dmd { T except W }", "T U V X")]
    [InlineData("snomed { include inner }", "B C D E")]
    [InlineData("snomed { include inner except E }", "B C D")]
    [InlineData("snomed = inner except small", "C D")]
    [InlineData("snomed = inner and small", "B E")]
    public void A_set_stands_for_these_codes(string body, string expected)
    {
        var wanted = expected.Split(' ').Select(e => Ids[e[0]]).Order(StringComparer.Ordinal);
        var byRelease = Project(body);
        Assert.Equal(wanted, Codes(byRelease));
        Assert.False(byRelease.CodeSet("found")?.IsIncomplete);
        Assert.Equal(wanted, Codes(ByLock(byRelease)));
    }

    [Theory]
    [InlineData("snomed { ^ Y }", "the release does not hold the reference set 249990001101")]
    [InlineData("snomed { << Y }", "the release does not hold 249990001101")]
    [InlineData("dmd { A }", "the release does not hold 119990001106 in dm+d")]
    [InlineData("snomed ecl \"^ [mapTarget] R\"", "This expression is not answered here.")]
    public void What_a_release_cannot_tell_stays_open_and_is_said(string body, string reason)
    {
        var project = Project(body);
        Assert.True(project.CodeSet("found")?.IsIncomplete);
        var declaration = project.Names.Find("found")!;
        Assert.Equal(reason, Assert.Single(project.Pinned(declaration)!.Lacks).Reason);
        Assert.Equal(reason, Assert.Single(ByLock(project).Pinned(declaration)!.Lacks).Reason);
    }

    [Fact]
    public void The_written_form_is_kept_for_the_clinical_systems()
    {
        var set = Project("snomed { << A except B ^ R }").CodeSet("found")!;
        Assert.Equal(["Descendants:119990001106", "Refset:179990001100"], set.AsWritten.Opaque.Select(o => o.Key));
        Assert.Equal([129990001104], set.AsWritten.Carved);
        Assert.Empty(set.Opaque);
    }

    [Fact]
    public void A_lock_of_other_codes_says_nothing()
    {
        var locked = Locked(Project("snomed { << A }"));
        var edited = Project("snomed { << B }").WithKnowledge(new CodeKnowledge(null, locked, false));
        Assert.Equal([Ids['B']], Codes(edited));
        Assert.True(edited.CodeSet("found")?.IsIncomplete);
        Assert.Contains("lock-stale", edited.Slugs());
    }

    [Fact]
    public void Layout_and_comments_leave_a_lock_as_it_is()
    {
        var locked = Locked(Project("snomed { << A }"));
        var laidOut = Project("snomed {\n  // all of them\n  << A\n}").WithKnowledge(new CodeKnowledge(null, locked, false));
        Assert.Equal(4, laidOut.CodeSet("found")?.Codes.Length);
        Assert.DoesNotContain("lock-stale", laidOut.Slugs());
    }

    [Fact]
    public void Sets_that_take_each_other_in_come_to_an_end()
    {
        var project = Project("snomed { include other B with history minimum }\ncodes other \"Other\" snomed { include found D with history minimum }");
        Assert.Contains(Ids['B'], Codes(project));
        Assert.Contains("circular-code-sets", project.Slugs());
    }

    private static Compilation Project(string body)
    {
        var text = Lettered($$"""
            codes found "Found" {{body}}
            codes inner "Inner" snomed { << B D with history minimum }
            codes small "Small" snomed { B E F }
            """);
        return TestProject.Of(text).WithKnowledge(new CodeKnowledge(new WrittenRelease(Lettered(Release)), null, false));
    }

    /// <summary>The project on a machine that has its lock, written and read again, and no release.</summary>
    private static Compilation ByLock(Compilation project) => project.WithKnowledge(new CodeKnowledge(null, Locked(project), true));

    private static TerminologyLock Locked(Compilation project)
    {
        var (pinned, _) = Locking.Of(project, project.Knowledge.Release!, false, TestProject.Today);
        var (read, fault) = LockFile.Read(LockText.Of(pinned));
        Assert.Null(fault);
        Assert.Equal(LockText.Of(pinned), LockText.Of(read!));
        return read!;
    }

    private static IEnumerable<string> Codes(Compilation project) => project.CodeSet("found")!.Codes.Select(c => $"{c}").Order(StringComparer.Ordinal);

    /// <summary>A capital that stands alone is an identifier.</summary>
    private static string Lettered(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"(?<![A-Za-z_|0-9])[A-Y](?![A-Za-z_])", m => Ids[m.Value[0]]);
}
