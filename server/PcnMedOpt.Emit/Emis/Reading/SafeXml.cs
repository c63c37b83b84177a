using System.Xml;
using System.Xml.Linq;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>
/// Reads XML that anybody may have written: no document type, so no entities that grow or that look into other files; nothing is fetched; size, depth
/// and the number of elements are bounded before a tree is made.
/// </summary>
internal static class SafeXml
{
    /// <summary>Exports hold some hundred kilobytes for a search; a library of them some ten megabytes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public const int MostElements = 2_000_000;

    /// <summary>The deepest export seen has 21 levels.</summary>
    public const int Deepest = 100;

    public static (XElement? Root, EmisFault? Fault) Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes) return (null, new EmisFault(new EmisPlace(1, 1), $"The file has {bytes.Length / 1024 / 1024} MB; files of EMIS searches are read up to {MostBytes / 1024 / 1024} MB."));
        try
        {
            return Bounded(bytes) is { } fault ? (null, fault) : (Tree(bytes), null);
        }
        catch (XmlException error)
        {
            var place = new EmisPlace(Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition));
            return (null, new EmisFault(place, IsDocumentType(bytes)
                ? "The file has a document type (DTD) or entities, which no export of EMIS has. It is refused."
                : $"The file is no sound XML: {error.Message}"));
        }
    }

    /// <summary>Looks at every node once and builds nothing.</summary>
    private static EmisFault? Bounded(byte[] bytes)
    {
        using var reader = Reader(bytes);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth >= Deepest) return new EmisFault(PlaceOf(reader), $"Elements lie more than {Deepest} deep in each other, which no export of EMIS has. The file is refused.");
            if (++elements > MostElements) return new EmisFault(PlaceOf(reader), $"The file has more than {MostElements} elements and is refused.");
        }
        return null;
    }

    private static XElement? Tree(byte[] bytes)
    {
        using var reader = Reader(bytes);
        return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
    }

    private static XmlReader Reader(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes, false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    private static EmisPlace PlaceOf(XmlReader reader) => reader is IXmlLineInfo line ? new EmisPlace(line.LineNumber, line.LinePosition) : new EmisPlace(1, 1);

    /// <summary>The reader's own message speaks of settings; the file is looked at for what it means.</summary>
    private static bool IsDocumentType(byte[] bytes) => bytes.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 || bytes.AsSpan().IndexOf("<\0!\0D\0O\0C\0T\0Y\0P\0E\0"u8) >= 0;
}
