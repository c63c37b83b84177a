using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Emit.Drawings;

namespace PcnMedOpt.Tests.Drawings;

/// <summary>Drawings say in text what they show, hold nothing that acts whatever their texts are, and read without colour.</summary>
public sealed partial class PictureTests
{
    private const string Hostile = """</svg></title><script>alert(1)</script>&"'><image href=x onerror=alert(2)>]]>""" + "\u202E\u0000 ";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static Picture Scale(string text) => BandScale.Of(new BandScaleView("scale", text, text,
    [
        new ScaleBand(Colour.Red, null, false, "3.5", false, $"below 3.5 {text}"),
        new ScaleBand(Colour.Amber, "3.5", true, "4", true, "3.5 to 4"),
        new ScaleBand(Colour.Green, "4", false, null, false, "above 4"),
    ]));

    private static Picture Schedule(string text) => Timeline.Of(new TimelineView(
        "schedule",
        text,
        [.. Enumerable.Range(0, 7).Select(i => new TimelineColumn($"Phase {i} {text}", text, i == 6 ? null : 84, i == 1))],
        [new TimelineRow($"Full blood count {text}", [.. Enumerable.Range(0, 7).Select(i => i == 3 ? null : new TimelineCell($"every {i} weeks {text}", i == 0 ? null : 14 * i))])]));

    private static ImmutableArray<Picture> Drawn(string text) =>
        Flow.Of(new FlowView("flow", text, [new FlowNode("a", FlowKind.Decision, "1", text, text), new FlowNode("b", FlowKind.End, "2", text, "")], [new FlowEdge("a", "b", text)]));

    public static TheoryData<string> All(string text) => [Scale(text).Html, Schedule(text).Html, Drawn(text)[0].Html];

    public static TheoryData<string> WithHostileText => All(Hostile);

    public static TheoryData<string> WithPlainText => All("plain");

    [Theory]
    [MemberData(nameof(WithHostileText))]
    [MemberData(nameof(WithPlainText))]
    public void Nothing_in_it_can_act(string html)
    {
        var svg = XElement.Parse(html);
        Assert.All(svg.DescendantsAndSelf(), e => Assert.Contains(e.Name.LocalName, new[] { "svg", "title", "desc", "defs", "pattern", "path", "rect", "circle", "polygon", "polyline", "text" }));
        Assert.All(svg.DescendantsAndSelf(), e => Assert.Equal(Svg, e.Name.Namespace));
        Assert.All(svg.DescendantsAndSelf().Attributes(), a => Assert.DoesNotMatch("^(on|href|style)", a.Name.LocalName));
        Assert.DoesNotContain('\u202E', html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(WithPlainText))]
    public void It_has_a_name_and_a_description(string html)
    {
        var svg = XElement.Parse(html);
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal($"{(string?)svg.Element(Svg + "title")?.Attribute("id")} {(string?)svg.Element(Svg + "desc")?.Attribute("id")}", (string?)svg.Attribute("aria-labelledby"));
        Assert.Contains("plain", svg.Element(Svg + "desc")?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithHostileText))]
    [MemberData(nameof(WithPlainText))]
    public void It_is_as_wide_as_a_page_and_no_text_is_small(string html)
    {
        var svg = XElement.Parse(html);
        Assert.Equal("680", (string?)svg.Attribute("width"));
        Assert.All(svg.Descendants(Svg + "text"), t => Assert.True((double)t.Attribute("font-size")! >= 9.5));
        Assert.All(svg.Descendants(Svg + "text").Where(t => (string?)t.Attribute("text-anchor") == "start"), t => Assert.InRange((double)t.Attribute("x")!, 0, 680));
    }

    /// <summary>Each colour has a pattern, a letter and a word; at a boundary the full dot is on the side to which the value belongs.</summary>
    [Fact]
    public void Bands_read_without_colour()
    {
        var svg = XElement.Parse(Scale("White cells").Html);
        Assert.Equal(["scale-Green", "scale-Amber", "scale-Red"], svg.Descendants(Svg + "pattern").Attributes("id").Select(a => a.Value));
        Assert.Equal(3, svg.Descendants(Svg + "path").Attributes("d").Select(a => a.Value).Distinct().Count());
        Assert.Superset(new HashSet<string> { "R  Red", "A  Amber", "G  Green", "3.5", "4" }, svg.Descendants(Svg + "text").Select(t => t.Value).ToHashSet());
        Assert.Equal(["#ffffff", "#1c2126", "#1c2126", "#ffffff"], svg.Descendants(Svg + "circle").Attributes("fill").Select(a => a.Value));
    }

    /// <summary>Six marks in 12 weeks at every 2 weeks; none before the first interval is over.</summary>
    [Fact]
    public void A_mark_stands_where_a_test_is_due()
    {
        var picture = Timeline.Of(new TimelineView(
            "t", "Schedule", [new TimelineColumn("Starting", "for 12 weeks", 84, false)], [new TimelineRow("FBC", [new TimelineCell("every 2 weeks", 14)])]));
        var marks = XElement.Parse(picture.Html).Descendants(Svg + "circle").SkipLast(1).Select(c => (double)c.Attribute("cx")!).ToList();
        Assert.Equal(6, marks.Count);
        Assert.All(marks.Zip(marks.Skip(1)), pair => Assert.Equal((668 - 162) / 6.0, pair.Second - pair.First, 0.11));
    }

    [Fact]
    public void More_columns_than_a_page_is_wide_stand_below_each_other()
    {
        var picture = Schedule("x");
        var phases = PhaseTitle().Matches(picture.Html).Select(m => m.Groups[1].Value).Distinct();
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], phases);
        Assert.Equal(2, XElement.Parse(picture.Html).Descendants(Svg + "text").Count(t => t.Value.StartsWith("Full blood count", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@">Phase (\d)")]
    private static partial Regex PhaseTitle();
}
