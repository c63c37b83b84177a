using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace PcnMedOpt.Emit.Emis;

/// <summary>Checks what was written against the schema of what may be written, and that every report it refers to is in the file.</summary>
public static class EmisSchema
{
    private const string Resource = "PcnMedOpt.Emit.Emis.emis-searches.xsd";

    private static readonly Lazy<XmlSchemaSet> Schema = new(() =>
    {
        using var stream = typeof(EmisSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(null, reader);
        set.Compile();
        return set;
    });

    /// <summary>What is wrong, in the validator's words; nothing for a sound file.</summary>
    public static IReadOnlyList<string> Faults(byte[] xml) => Faults(xml, Schema.Value);

    public static IReadOnlyList<string> Faults(byte[] xml, XmlSchemaSet schema)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schema, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        var document = XDocument.Load(reader);
        XNamespace emis = EmisWriter.XmlNamespace;
        var reports = document.Descendants(emis + "report").Select(r => r.Element(emis + "id")?.Value).ToHashSet();
        faults.AddRange(document.Descendants().Attributes("reportGuid").Select(a => a.Value).Where(id => !reports.Contains(id)).Select(id => $"The report {id} is referred to and is not in the file."));
        return faults;
    }
}
