using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>Where a text stands at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>How a text is set; sizes are pixels of a page that is 680 pixels, 180 mm, wide.</summary>
internal sealed record TextStyle(double Size = 11, bool Bold = false, Anchor Anchor = Anchor.Start, string Colour = Ink.Black)
{
    public double LineHeight => Math.Round(Size * 1.3, 1);
}

/// <summary>Colours, each at least 4.5 to 1 against white where it is one of text or line (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
internal static class Ink
{
    public const string Black = "#1c2126";
    public const string Soft = "#4a525a";
    public const string Line = "#767f87";
    public const string Wash = "#f4f6f8";
    public const string White = "#ffffff";
    public const string Bar = "#2f6ca8";
    public const string Light = "#c3d6e8";
    public const string Faint = "#e8eff6";
}

/// <summary>
/// Writes a drawing with a title and a description, which a reader of the screen speaks in its place. A typed writer escapes every text and value.
/// The ids within begin with the id of the drawing.
/// </summary>
internal sealed class SvgWriter : IDisposable
{
    /// <summary>The width of the text of an A4 page with margins of 15 mm, in pixels of CSS.</summary>
    public const double PageWidth = 680;

    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly StringBuilder text = new();
    private readonly XmlWriter xml;

    public SvgWriter(string id, double left, double width, double height, string title, string description)
    {
        xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Replace, ConformanceLevel = ConformanceLevel.Fragment });
        xml.WriteStartElement("svg", Namespace);
        Attributes(
            ("class", "picture"), ("id", id), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-text"),
            ("viewBox", $"{Number(left)} 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)));
        Whole("title", title, ("id", $"{id}-title"));
        Whole("desc", description, ("id", $"{id}-text"));
    }

    public void Box(double x, double y, double width, double height, double corner = 0, string fill = Ink.White, string stroke = Ink.Black, double thick = 1.2) =>
        Empty("rect", ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("rx", Number(corner)), ("fill", fill), ("stroke", stroke), ("stroke-width", Number(thick)));

    /// <summary>A box of dashes: something is here, and how much is not told.</summary>
    public void Dashed(double x, double y, double width, double height) => Empty(
        "rect", ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", Ink.Wash), ("stroke", Ink.Line), ("stroke-width", "1.2"), ("stroke-dasharray", "4 3"));

    public void Circle(double x, double y, double radius, string fill, string stroke = Ink.Black) =>
        Empty("circle", ("cx", Number(x)), ("cy", Number(y)), ("r", Number(radius)), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.4"));

    public void Shape(IEnumerable<(double X, double Y)> points, string fill, string stroke = Ink.Black, double thick = 1.2) =>
        Empty("polygon", ("points", Points(points)), ("fill", fill), ("stroke", stroke), ("stroke-width", Number(thick)));

    public void Line(IEnumerable<(double X, double Y)> points, string stroke = Ink.Black, double thick = 1.2, string? dashes = null) =>
        Empty("polyline", [("points", Points(points)), ("fill", "none"), ("stroke", stroke), ("stroke-width", Number(thick)), .. dashes is null ? Array.Empty<(string, string)>() : [("stroke-dasharray", dashes)]]);

    /// <summary>The head of an arrow whose tip is here.</summary>
    public void ArrowHead(double x, double y, bool down = true)
    {
        if (down) Shape([(x, y), (x - 4, y - 7), (x + 4, y - 7)], Ink.Black, Ink.Black, 0.5);
        else Shape([(x, y), (x - 7, y - 4), (x - 7, y + 4)], Ink.Black, Ink.Black, 0.5);
    }

    /// <summary>Stripes, dots or nothing, by which surfaces differ where there is one colour.</summary>
    public void Pattern(string id, string background, string ink, string path)
    {
        xml.WriteStartElement("defs", Namespace);
        xml.WriteStartElement("pattern", Namespace);
        Attributes(("id", id), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse"));
        Empty("rect", ("width", "8"), ("height", "8"), ("fill", background));
        Empty("path", ("d", path), ("stroke", ink), ("stroke-width", "1.3"), ("fill", "none"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Draws what belongs together, and says which place of the source it stands for; null for none.</summary>
    public void From(string? source, Action draw)
    {
        if (source is null)
        {
            draw();
            return;
        }
        xml.WriteStartElement("g", Namespace);
        Attributes(("data-source", source));
        draw();
        xml.WriteEndElement();
    }

    public void Text(double x, double y, string line, TextStyle style) => Whole(
        "text",
        line,
        ("x", Number(x)),
        ("y", Number(y)),
        ("font-size", Number(style.Size)),
        ("font-weight", style.Bold ? "650" : "400"),
        ("text-anchor", style.Anchor switch { Anchor.Middle => "middle", Anchor.End => "end", _ => "start" }),
        ("fill", style.Colour));

    /// <summary>Lines below each other; <paramref name="top"/> is the top of the first.</summary>
    /// <returns>The bottom of the last.</returns>
    public double Lines(double x, double top, ImmutableArray<string> lines, TextStyle style)
    {
        foreach (var line in lines)
        {
            Text(x, top + style.Size, line, style);
            top += style.LineHeight;
        }
        return top;
    }

    public Picture Finish()
    {
        xml.WriteEndElement();
        xml.Flush();
        return new Picture(text.ToString());
    }

    public void Dispose() => xml.Dispose();

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"));

    private void Empty(string element, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(element, Namespace);
        Attributes(attributes);
        xml.WriteEndElement();
    }

    private void Whole(string element, string content, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(element, Namespace);
        Attributes(attributes);
        xml.WriteString(PageEncoder.Legal(content));
        xml.WriteEndElement();
    }

    private void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, PageEncoder.Legal(value));
    }
}
