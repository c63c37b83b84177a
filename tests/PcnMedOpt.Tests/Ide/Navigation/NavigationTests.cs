using PcnMedOpt.Ide.Navigation;

namespace PcnMedOpt.Tests.Ide.Navigation;

/// <summary>Where words lead to, and where else they stand.</summary>
public sealed class NavigationTests
{
    private const string Project = """
        protocol monitoring "Monitoring" { version 1 status draft evidence bsr "BSR guideline" dated 2017-06-01 }
        parameter recent "Recent" = 6 months allow 1 month to 1 year
        codes methotrexate "Methotrexate" dmd { 326874007 |Methotrexate 2.5mg tablets| }
        codes full_blood_count "FBC" snomed { from "lists/fbc.csv" column "code" }
        codes white_cells "White cells" snomed { include full_blood_count unit 10*9/L }
        cohort adults "Adults" { include all { "Adult": age >= 18 years [evidence bsr] "On it": methotrexate issued in last recent } }
        sop mtx "Methotrexate" {
          from adults
          drug methotrexate taking when issued in last 6 months
          baseline full_blood_count within 4 weeks before start
          phase starting "Starting" for 3 months { full_blood_count every 2 weeks [evidence bsr] }
          phase maintenance "Maintenance" { full_blood_count, white_cells every 12 weeks }
          limit low "Low" of white_cells in 10*9/L { red below 3.5 "Stop." green 3.5 and above }
        }
        sop other "Other" { from adults drug methotrexate taking when issued in last 6 months phase all_time "Always" { full_blood_count every 1 month } limits as mtx }
        cohort late "Late" { from mtx.overdue include all { "Low": in other.outside_limits.low } }
        measure share "Share" { of late count when in mtx.overdue.full_blood_count }
        template review "Review" { for late duration 30 minutes step 1 "Aim" { tick due "Due" uncoded "x" text why "Why" required when due ticked uncoded "x" } }
        letter invite "Invite" { to late body letter "{{recent}} {{review.duration}} {{review.title}} {{practice.name}}" }
        workflow flow "Flow" { step one "One" by nurse -> two decision two "Two?" { "Yes" -> one "No" -> done } end done }
        register alerts "Alerts" { column received "Received" date column closed "Closed" date not before received }
        example "Somebody" {
          on 2026-11-20
          patient "First" { born 1944-03-02 methotrexate issued 2026-10-01 }
          expect "First" in adults because "Adult", "On it"
          expect in mtx.due because "FBC"
        }
        pack all_of_it "All" { contains late, mtx.overdue, invite targets print }

        --- lists/fbc.csv
        code
        1022441000000101

        """;

    [Theory]
    [InlineData("from adults\n  drug", 7, "cohort adults")]
    [InlineData("from mtx.overdue include", 6, "sop mtx")]
    [InlineData("from mtx.overdue include", 10, "sop mtx")]
    [InlineData("other.outside_limits.low", 22, "limit low")]
    [InlineData("mtx.overdue.full_blood_count", 14, "full_blood_count every 2 weeks [evidence bsr] | full_blood_count, white_cells every 12 weeks")]
    [InlineData("[evidence bsr] \"On it\"", 11, "evidence bsr")]
    [InlineData("in last recent", 9, "parameter recent")]
    [InlineData("{{recent}}", 3, "parameter recent")]
    [InlineData("{{review.duration}}", 3, "duration 30 minutes")]
    [InlineData("{{review.title}}", 12, "template review")]
    [InlineData("{{practice.name}}", 3, "")]
    [InlineData("\"Adult\", \"On it\"", 3, "\"Adult\": age >= 18 years [evidence bsr]")]
    [InlineData("because \"FBC\"", 10, "full_blood_count every 2 weeks [evidence bsr] | full_blood_count, white_cells every 12 weeks")]
    [InlineData("-> two decision", 4, "decision two")]
    [InlineData("when due ticked", 6, "tick due")]
    [InlineData("not before received", 12, "column received")]
    [InlineData("limits as mtx", 11, "sop mtx")]
    [InlineData("\"lists/fbc.csv\"", 4, "lists/fbc.csv:1:1")]
    [InlineData("include full_blood_count", 9, "codes full_blood_count")]
    [InlineData("expect \"First\"", 9, "patient \"First\"")]
    [InlineData("by nurse", 4, "")]
    public void A_word_leads_to_where_it_is_written(string at, int offset, string expected)
    {
        var text = IdeText.Of(Project);
        var place = text.Text.IndexOf(at, StringComparison.Ordinal) + offset;
        var to = Definitions.At(text.Compilation, text.Path, place)?.To ?? [];
        var shown = string.Join(" | ", to.Select(t => t.Whole.Path == text.Path ? Line(t.Whole.Span.Of(text.Text)) : $"{t.Whole.Path}:1:1"));
        Assert.True(expected.Length == 0 ? shown.Length == 0 : shown.StartsWith(expected, StringComparison.Ordinal), shown);
    }

    [Theory]
    [InlineData("from mtx.overdue include", 10, "sop mtx")]
    [InlineData("of late count", 4, "sop mtx")]
    [InlineData("for late", 5, "sop mtx")]
    [InlineData("of_it \"All\" { contains late", 25, "sop mtx")]
    [InlineData("to late", 4, "sop mtx")]
    [InlineData("contains late, mtx.overdue, invite", 30, "cohort late")]
    [InlineData("from adults\n  drug", 7, "cohort adults")]
    [InlineData("in last recent", 9, "parameter recent")]
    [InlineData("limit low", 7, "codes white_cells")]
    [InlineData("\"Adult\", \"On it\"", 3, "cohort adults")]
    [InlineData("[evidence bsr] \"On it\"", 11, "protocol monitoring")]
    public void A_word_is_about_something(string at, int offset, string expected)
    {
        var text = IdeText.Of(Project);
        var place = text.Text.IndexOf(at, StringComparison.Ordinal) + offset;
        var to = Assert.Single(TypeDefinitions.At(text.Compilation, text.Path, place)?.To ?? []);
        Assert.StartsWith(expected, to.Whole.Span.Of(text.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codes full_blood_count", 8, 7)]
    [InlineData("sop mtx", 5, 6)]
    [InlineData("mtx.overdue", 6, 3)]
    [InlineData("evidence bsr", 10, 3)]
    [InlineData("\"Adult\"", 2, 2)]
    [InlineData("step one", 6, 2)]
    [InlineData("tick due", 6, 2)]
    [InlineData("column received", 8, 2)]
    [InlineData("limit low", 7, 2)]
    [InlineData("patient \"First\"", 10, 2)]
    public void A_name_stands_so_often(string at, int offset, int expected)
    {
        var text = IdeText.Of(Project);
        var place = text.Text.IndexOf(at, StringComparison.Ordinal) + offset;
        var all = References.Of(text.Compilation, text.Path, place, true).ToList();
        Assert.True(expected == all.Count, string.Join('\n', all.Select(text.Shown)));
        var declared = at.StartsWith("mtx.", StringComparison.Ordinal) ? 0 : 1;
        Assert.Equal(expected - declared, References.Of(text.Compilation, text.Path, place, false).Count());
    }

    [Fact]
    public void Cohorts_feed_each_other()
    {
        var text = IdeText.Of(Project);
        var item = CallHierarchy.At(text.Compilation, text.Path, text.Text.IndexOf("cohort late", StringComparison.Ordinal));
        Assert.NotNull(item);
        Assert.Equal(["share", "review", "invite", "all_of_it"], CallHierarchy.Incoming(text.Compilation, item).Select(f => f.Item.Name));
        Assert.Equal(["mtx.overdue", "other.outside_limits.low"], CallHierarchy.Outgoing(text.Compilation, item).Select(f => f.Item.Name));
        var derived = CallHierarchy.Outgoing(text.Compilation, item)[0].Item;
        Assert.Equal(["late", "share", "all_of_it"], CallHierarchy.Incoming(text.Compilation, derived).Select(f => f.Item.Name));
        Assert.Equal(["mtx"], CallHierarchy.Outgoing(text.Compilation, derived).Select(f => f.Item.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cohort a \"A\" { from $0")]
    [InlineData("// x $0")]
    [InlineData("cohort a \"A\" { include any { \"$0")]
    public void Broken_text_leads_nowhere_and_breaks_nothing(string marked)
    {
        var text = IdeText.Of(marked.Contains("$0", StringComparison.Ordinal) ? marked : marked + "$0");
        Assert.Null(Definitions.At(text.Compilation, text.Path, text.Offset));
        Assert.Empty(References.Of(text.Compilation, text.Path, text.Offset, true));
    }

    private static string Line(string text) => text.Split('\n')[0];
}
