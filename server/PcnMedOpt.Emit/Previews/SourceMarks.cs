using System.Collections.Immutable;
using System.Text;
using System.Xml;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A page whose elements say which places of the source they stand for, and these places.</summary>
internal sealed record MarkedPage(string Html, ImmutableArray<FilePlace> Places);

/// <summary>
/// Adds to each element of a page whose text is one of the source's where that is written, and nothing else: without the attribute the page is what it
/// was. A row or an item of a list stands for the first thing in it. A page that is no well-formed XML, as the project's own template may
/// make one, stays as it is.
/// </summary>
internal static class SourceMarks
{
    /// <summary>Longer texts are no label, and no paragraph that anyone would look for.</summary>
    private const int Longest = 2000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false, CloseInput = true };

    public static MarkedPage Of(string html, SourceTexts texts)
    {
        try
        {
            var reading = new Reading(html, texts);
            return new MarkedPage(Written(html, reading.Marks), [.. reading.Marked.Concat(reading.Marks.Values).Distinct()]);
        }
        catch (XmlException)
        {
            return new MarkedPage(html, []);
        }
    }

    private static string Written(string html, SortedDictionary<int, FilePlace> marks)
    {
        var page = new StringBuilder(html.Length + 64 * marks.Count);
        var at = 0;
        foreach (var (offset, place) in marks)
        {
            page.Append(html, at, offset - at).Append(' ').Append(SourcePlaces.Attribute).Append("=\"").Append(PageEncoder.Encoded(SourcePlaces.Text(place))).Append('"');
            at = offset;
        }
        return page.Append(html, at, html.Length - at).ToString();
    }

    private sealed class Reading
    {
        private static readonly HashSet<string> Rows = new(["li", "tr", "article"], StringComparer.Ordinal);

        /// <summary>Links lead elsewhere, and a table of contents is made of them.</summary>
        private static readonly HashSet<string> Passed = new(["a", "nav", "head", "footer"], StringComparer.Ordinal);

        /// <summary>Long lists of codes, and trees that say themselves what they stand for.</summary>
        private static readonly HashSet<string> PassedStyles = new(["codes", "xml"], StringComparer.Ordinal);

        private readonly LineMap lines;
        private readonly SourceTexts texts;
        private readonly Stack<Element> open = [];

        public Reading(string html, SourceTexts texts)
        {
            (lines, this.texts) = (new LineMap(html), texts);
            using var reader = XmlReader.Create(new StringReader(html), Settings);
            while (reader.Read()) Take(reader);
        }

        /// <summary>Where an attribute is to be written, and what it says.</summary>
        public SortedDictionary<int, FilePlace> Marks { get; } = [];

        /// <summary>What elements said themselves.</summary>
        public List<FilePlace> Marked { get; } = [];

        private void Take(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var place = (IXmlLineInfo)reader;
                    var after = lines.StartOf(place.LineNumber) + place.LinePosition - 1 + reader.Name.Length;
                    var marked = reader.GetAttribute(SourcePlaces.Attribute);
                    if (marked is not null && SourcePlaces.Read(marked) is { } said) Marked.Add(said);
                    var isPassed = marked is not null || (open.TryPeek(out var outer) && outer.IsPassed) || Passed.Contains(reader.LocalName) || PassedStyles.Contains(reader.GetAttribute("class") ?? "");
                    var element = new Element(reader.LocalName, after, isPassed);
                    if (reader.IsEmptyElement) Close(element);
                    else open.Push(element);
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                    if (open.TryPeek(out var around) && !around.IsPassed && around.Text.Length <= Longest) around.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    Close(open.Pop());
                    break;
            }
        }

        private void Close(Element element)
        {
            var text = element.Text.Length is > 0 and <= Longest ? SourceTexts.Normal(element.Text.ToString()) : "";
            if (!element.IsPassed && text.Length > 0)
            {
                // An element that holds only another says the same, and is not a second one.
                element.Found = element.First is { } inner && inner.Text == text ? inner : element.Found;
                element.Found ??= Find(text) ?? Find(SourceTexts.Normal(element.Own.ToString()));
                if (element.Found is null && Rows.Contains(element.Name)) element.Found = element.First;
                if (element.Found is { } found) Marks[element.After] = found.Place;
            }
            if (!open.TryPeek(out var outer)) return;
            if (!element.IsPassed) outer.First ??= element.Found ?? element.First;
            if (outer.Text.Length <= Longest) outer.Text.Append(element.Text.Length <= Longest ? element.Text : element.Text.ToString(0, Longest + 1));
        }

        private Found? Find(string text) => texts.Next(text) is { } place ? new Found(text, place) : null;
    }

    private sealed record Found(string Text, FilePlace Place);

    private sealed class Element(string name, int after, bool isPassed)
    {
        public string Name => name;

        /// <summary>The offset after its name in its start tag.</summary>
        public int After => after;

        public bool IsPassed => isPassed;

        /// <summary>All of its text.</summary>
        public StringBuilder Text { get; } = new();

        /// <summary>What stands in it, but in none of its elements: of "Yes (no code)" the answer without its note.</summary>
        public StringBuilder Own { get; } = new();

        /// <summary>What it stands for itself.</summary>
        public Found? Found { get; set; }

        /// <summary>What the first thing in it stands for.</summary>
        public Found? First { get; set; }

        public void Append(string text)
        {
            Text.Append(text);
            Own.Append(text);
        }
    }
}
