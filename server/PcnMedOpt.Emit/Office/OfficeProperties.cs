using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Office;

/// <summary>What an Office file says of itself: shown by the desktop's properties window, and read out by screen readers as the name of the document.</summary>
/// <param name="Title">The name of the document.</param>
/// <param name="Author">Who wrote the protocol.</param>
/// <param name="Version">Of the protocol.</param>
/// <param name="Source">The hash of what it was made from.</param>
/// <param name="Made">The day on which it was made.</param>
public sealed record OfficeProperties(string Title, string Author, string Version, string Source, DateOnly Made)
{
    public static OfficeProperties Of(PageMeta meta, string title) => new(title, meta.Author ?? meta.Owner ?? "PcnMedOpt", meta.Version ?? "not stated", meta.SourceHash, meta.Today);

    /// <summary>Core properties as ECMA-376 part 2, 11 has them. The part of the package library has a random name; this one has not.</summary>
    internal void WriteTo(CoreFilePropertiesPart part)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dublinCore = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string instance = "http://www.w3.org/2001/XMLSchema-instance";
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteAttributeString("xmlns", "dc", null, dublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteAttributeString("xmlns", "xsi", null, instance);
        xml.WriteElementString("title", dublinCore, OfficeText.Of(Title));
        xml.WriteElementString("creator", dublinCore, OfficeText.Of(Author));
        xml.WriteElementString("description", dublinCore, $"Version {OfficeText.Of(Version)}. Source {Source}.");
        xml.WriteElementString("language", dublinCore, "en-GB");
        Day("created");
        Day("modified");
        xml.WriteEndElement();

        void Day(string name)
        {
            xml.WriteStartElement(name, terms);
            xml.WriteAttributeString("xsi", "type", instance, "dcterms:W3CDTF");
            xml.WriteString(string.Create(CultureInfo.InvariantCulture, $"{Numbers.Shown(Made)}T00:00:00Z"));
            xml.WriteEndElement();
        }
    }
}
