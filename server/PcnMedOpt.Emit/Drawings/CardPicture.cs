using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>Draws a card flow: from above to below, what leaves at the right.</summary>
public static class CardPicture
{
    private const double CardWidth = 424;
    private const double Padding = 12;
    private const double GroupWidth = CardWidth + 2 * Padding;
    private const double Left = 2;
    private const double Middle = Left + GroupWidth / 2;
    private const double ExitLeft = 550;
    private const double ExitWidth = SvgWriter.PageWidth - ExitLeft - 2;
    private const double WayHeight = 34;
    private const double Inset = 10;

    private static readonly TextStyle Title = new(12, true);
    private static readonly TextStyle Text = new(11, Colour: Ink.Soft);
    private static readonly TextStyle Word = new(10.5, true, Anchor.Middle);
    private static readonly TextStyle Way = new(10.5, true);

    public static Picture Of(CardFlow flow)
    {
        var start = new Lines(flow.Start, GroupWidth);
        var result = new Lines(flow.Result, GroupWidth);
        ImmutableArray<PlacedGroup> groups = [.. flow.Groups.Select(g => new PlacedGroup(g))];
        var height = start.Height + result.Height + WayHeight + groups.Sum(g => g.Height + WayHeight) + 4;
        using var svg = new SvgWriter(flow.Id, 0, SvgWriter.PageWidth, height, flow.Title, flow.InWords);
        var y = 1.0;
        Draw(svg, start, Left, y, GroupWidth, 18, 1.8);
        y += start.Height;
        Onward(svg, y, "");
        y += WayHeight;
        foreach (var group in groups)
        {
            Draw(svg, group, y);
            y += group.Height;
            Onward(svg, y, group.Group.Onward);
            y += WayHeight;
        }
        Draw(svg, result, Left, y, GroupWidth, 18, 3);
        return svg.Finish();
    }

    private static void Draw(SvgWriter svg, PlacedGroup group, double top)
    {
        svg.Box(Left, top, GroupWidth, group.Height, 6, Ink.Wash, Ink.Line);
        var y = svg.Lines(Left + Padding, top + 8, group.Heading, Title) + 6;
        foreach (var (card, index) in group.Cards.Select((c, i) => (c, i)))
        {
            if (index > 0)
            {
                svg.Text(Middle, y + 12, group.Group.Between, Word);
                y += PlacedGroup.Between;
            }
            Draw(svg, card, Left + Padding, y, CardWidth, 4, 1.2);
            y += card.Height;
        }
        var middle = top + group.Height / 2;
        svg.Lines(Left + GroupWidth + 8, middle - 5 - group.Aside.Length * Way.LineHeight, group.Aside, Way);
        svg.Line([(Left + GroupWidth, middle), (ExitLeft - 4, middle)], thick: 1.3);
        svg.ArrowHead(ExitLeft, middle, false);
        Draw(svg, group.Exit, ExitLeft, middle - group.Exit.Height / 2, ExitWidth, 14, 1.8);
    }

    private static void Draw(SvgWriter svg, Lines card, double x, double y, double width, double corner, double thick) => svg.From(card.Card.Source, () =>
    {
        svg.Box(x, y, width, card.Height, corner, Ink.White, thick: thick);
        var below = svg.Lines(x + Inset, y + 7, card.Title, Title);
        svg.Lines(x + Inset, below + 1, card.Text, Text);
    });

    private static void Onward(SvgWriter svg, double y, string label)
    {
        svg.Line([(Middle, y), (Middle, y + WayHeight - 4)], thick: 1.3);
        svg.ArrowHead(Middle, y + WayHeight);
        if (label.Length > 0) svg.Text(Middle + 8, y + 20, label, Way);
    }

    /// <summary>A box with its text in lines.</summary>
    private sealed class Lines(FlowCard card, double width)
    {
        public FlowCard Card => card;

        public ImmutableArray<string> Title { get; } = TextWidth.Lines(card.Title, width - 2 * Inset, CardPicture.Title.Size, true);

        public ImmutableArray<string> Text { get; } = card.Text.Length == 0 ? [] : TextWidth.Lines(card.Text, width - 2 * Inset, CardPicture.Text.Size);

        public double Height => Math.Ceiling(Title.Length * CardPicture.Title.LineHeight + Text.Length * CardPicture.Text.LineHeight + 16);
    }

    private sealed class PlacedGroup(CardGroup group)
    {
        public const double Between = 18;

        public CardGroup Group => group;

        public ImmutableArray<string> Heading { get; } = TextWidth.Lines(group.Heading, CardWidth, Title.Size, true);

        public ImmutableArray<string> Aside { get; } = TextWidth.Lines(group.Aside, ExitLeft - GroupWidth - 20, Way.Size, true);

        public ImmutableArray<Lines> Cards { get; } = [.. group.Cards.Select(c => new Lines(c, CardWidth))];

        public Lines Exit { get; } = new(group.Exit, ExitWidth);

        public double Height
        {
            get
            {
                var cards = Cards.Sum(c => c.Height) + Math.Max(0, Cards.Length - 1) * Between;
                return Math.Ceiling(Math.Max(Heading.Length * Title.LineHeight + cards + 14 + Padding, Math.Max(Exit.Height, 2 * (Aside.Length * Way.LineHeight + 8)) + 8));
            }
        }
    }
}
