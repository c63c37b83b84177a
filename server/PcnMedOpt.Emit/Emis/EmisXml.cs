using System.Globalization;
using System.Xml;

namespace PcnMedOpt.Emit.Emis;

/// <summary>Writes elements of EMIS's namespace in the order of the calls.</summary>
public sealed class EmisXml(XmlWriter writer)
{
    public void Element(string name, Action content)
    {
        writer.WriteStartElement(name, EmisWriter.XmlNamespace);
        content();
        writer.WriteEndElement();
    }

    public void Text(string name, string text) => writer.WriteElementString(name, EmisWriter.XmlNamespace, Legal(text));

    public void Text(string name, Guid id) => Text(name, id.ToString());

    public void Text(string name, int number) => Text(name, number.ToString(CultureInfo.InvariantCulture));

    public void Attribute(string name, string value) => writer.WriteAttributeString(name, Legal(value));

    /// <summary>Characters that XML 1.0 cannot hold become the replacement character; a lone half of a pair too.</summary>
    private static string Legal(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var legal = text.ToCharArray();
        for (var i = 0; i < legal.Length; i++)
        {
            if (XmlConvert.IsXmlChar(legal[i])) continue;
            if (i + 1 < legal.Length && XmlConvert.IsXmlSurrogatePair(legal[i + 1], legal[i])) i++;
            else legal[i] = '\uFFFD';
        }
        return new string(legal);
    }
}
