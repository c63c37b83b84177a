using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Previews;

/// <summary>
/// XML as a tree that folds, in HTML: names and values, no markup to be read. A typed writer escapes every text. Of many equal elements in a row the
/// first are shown, and how many there are is said.
/// </summary>
internal sealed record XmlTree(string Html)
{
    /// <summary>More elements of one name under one parent are counted and not shown: they are the codes of a long list.</summary>
    private const int MostAlike = 20;

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.None };

    /// <param name="element">What is shown.</param>
    /// <param name="summaryOf">What stands beside the name of an element that folds; null for nothing.</param>
    /// <param name="sourceOf">The place of the source that an element stands for; null for none.</param>
    public static XmlTree Of(XElement element, Func<XElement, string?> summaryOf, Func<XElement, string?> sourceOf)
    {
        var html = new StringBuilder();
        using (var writer = XmlWriter.Create(html, Settings)) new Writing(writer, summaryOf, sourceOf).Write(element, 0);
        return new XmlTree(html.ToString());
    }

    private sealed class Writing(XmlWriter html, Func<XElement, string?> summaryOf, Func<XElement, string?> sourceOf)
    {
        public void Write(XElement element, int depth)
        {
            var inner = element.Elements().ToList();
            ImmutableArray<(string Name, string Value)> values = [.. element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => (a.Name.LocalName, a.Value))];
            if (inner.Count == 0 && values.IsEmpty) Leaf(element.Name.LocalName, element.Value, sourceOf(element));
            else Folded(element, inner, values, depth);
        }

        private void Leaf(string name, string value, string? source)
        {
            html.WriteStartElement("p");
            Source(source);
            Span("name", name);
            html.WriteString(value.Length == 0 ? " (empty)" : " " + PageEncoder.Legal(value));
            html.WriteEndElement();
        }

        private void Folded(XElement element, List<XElement> inner, ImmutableArray<(string Name, string Value)> values, int depth)
        {
            html.WriteStartElement("details");
            html.WriteAttributeString("class", "xml");
            if (depth < 2) html.WriteAttributeString("open", "open");
            Source(sourceOf(element));
            html.WriteStartElement("summary");
            Span("name", element.Name.LocalName);
            if (summaryOf(element) is { } summary) html.WriteString(" " + PageEncoder.Legal(summary));
            html.WriteEndElement();
            html.WriteStartElement("div");
            foreach (var (name, value) in values) Leaf(name, value, null);
            if (inner.Count == 0 && element.Value.Length > 0) Leaf("text", element.Value, null);
            Inner(inner, depth);
            html.WriteFullEndElement();
            html.WriteEndElement();
        }

        private void Inner(List<XElement> inner, int depth)
        {
            var counts = inner.GroupBy(e => e.Name.LocalName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            var shown = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var element in inner)
            {
                var name = element.Name.LocalName;
                var number = shown[name] = shown.GetValueOrDefault(name) + 1;
                if (number <= MostAlike) Write(element, depth + 1);
                else if (number == MostAlike + 1) Leaf(name, string.Create(CultureInfo.InvariantCulture, $"… and {counts[name] - MostAlike} more, which are in the file"), null);
            }
        }

        private void Source(string? source)
        {
            if (source is not null) html.WriteAttributeString(SourcePlaces.Attribute, PageEncoder.Legal(source));
        }

        private void Span(string style, string text)
        {
            html.WriteStartElement("span");
            html.WriteAttributeString("class", style);
            html.WriteString(PageEncoder.Legal(text));
            html.WriteEndElement();
        }
    }
}
