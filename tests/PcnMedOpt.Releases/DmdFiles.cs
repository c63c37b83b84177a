using System.Text;
using System.Xml;

namespace PcnMedOpt.Releases;

/// <summary>
/// Writes the weekly dm+d files. Element names and nesting are those of "Technical specification of data files for release 2 of the dictionary of
/// medicines and devices" (NHS Business Services Authority, version 3.1), as public readers of it take them (github.com/wardle/dmd).
/// </summary>
internal static class DmdFiles
{
    private const string Date = "160326";

    public static void Write(GeneratedRelease release, string folder)
    {
        Directory.CreateDirectory(folder);
        Flat(release, folder, "vtm", "VIRTUAL_THERAPEUTIC_MOIETIES", Of(release, ConceptKind.Vtm), Vtm);
        Nested(release, folder, "vmp", "VIRTUAL_MED_PRODUCTS", "VMPS", ConceptKind.Vmp, Vmp, Ingredients);
        Nested(release, folder, "amp", "ACTUAL_MEDICINAL_PRODUCTS", "AMPS", ConceptKind.Amp, Amp);
        Nested(release, folder, "vmpp", "VIRTUAL_MED_PRODUCT_PACK", "VMPPS", ConceptKind.Vmpp, Vmpp);
        Nested(release, folder, "ampp", "ACTUAL_MEDICINAL_PROD_PACKS", "AMPPS", ConceptKind.Ampp, Ampp);
        Flat(release, folder, "ingredient", "INGREDIENT_SUBSTANCES", Of(release, ConceptKind.Substance).Where(release.IsActive).Take(500), Ingredient);
        File(folder, "lookup", "LOOKUP", Lookup);
    }

    private static IEnumerable<int> Of(GeneratedRelease release, ConceptKind kind) => release.Of(kind);

    private static void Vtm(XmlWriter xml, GeneratedRelease release, int c)
    {
        xml.WriteStartElement("VTM");
        Value(xml, "VTMID", release.Id(c));
        Invalid(xml, release, c);
        Value(xml, "NM", release.Term(c));
        Previous(xml, release, c, "VTMIDPREV", "VTMIDDT");
        xml.WriteEndElement();
    }

    private static void Vmp(XmlWriter xml, GeneratedRelease release, int c)
    {
        xml.WriteStartElement("VMP");
        Value(xml, "VPID", release.Id(c));
        Previous(xml, release, c, "VPIDPREV", "VPIDDT");
        if (release.Table.DmdAbove[c] >= 0) Value(xml, "VTMID", release.Id(release.Table.DmdAbove[c]));
        Invalid(xml, release, c);
        Value(xml, "NM", release.Term(c));
        Value(xml, "BASISCD", "0001");
        Value(xml, "PRES_STATCD", "0001");
        Value(xml, "DF_INDCD", "1");
        xml.WriteEndElement();
    }

    private static void Amp(XmlWriter xml, GeneratedRelease release, int c)
    {
        xml.WriteStartElement("AMP");
        Value(xml, "APID", release.Id(c));
        Invalid(xml, release, c);
        Value(xml, "VPID", release.Id(release.Table.DmdAbove[c]));
        Value(xml, "NM", release.Term(c)[..release.Term(c).LastIndexOf(" (", StringComparison.Ordinal)]);
        Value(xml, "DESC", release.Term(c));
        Value(xml, "LIC_AUTHCD", "0001");
        xml.WriteEndElement();
    }

    private static void Vmpp(XmlWriter xml, GeneratedRelease release, int c)
    {
        xml.WriteStartElement("VMPP");
        Value(xml, "VPPID", release.Id(c));
        Value(xml, "NM", release.Term(c));
        Value(xml, "VPID", release.Id(release.Table.DmdAbove[c]));
        Value(xml, "QTYVAL", "28");
        xml.WriteEndElement();
    }

    private static void Ampp(XmlWriter xml, GeneratedRelease release, int c)
    {
        xml.WriteStartElement("AMPP");
        Value(xml, "APPID", release.Id(c));
        Value(xml, "NM", release.Term(c));
        Value(xml, "VPPID", release.Id(release.Table.DmdAbove[c]));
        Value(xml, "APID", release.Id(release.Table.DmdOther[c]));
        Value(xml, "LEGAL_CATCD", "0003");
        xml.WriteEndElement();
    }

    private static void Ingredient(XmlWriter xml, GeneratedRelease release, int c)
    {
        xml.WriteStartElement("ING");
        Value(xml, "ISID", release.Id(c));
        Value(xml, "NM", release.Term(c));
        xml.WriteEndElement();
    }

    /// <summary>The ingredients of products name the products again: a reader that takes every VPID for a product takes these too.</summary>
    private static void Ingredients(XmlWriter xml, GeneratedRelease release)
    {
        xml.WriteStartElement("VIRTUAL_PRODUCT_INGREDIENT");
        foreach (var c in release.Of(ConceptKind.Vmp))
        {
            var ingredients = release.Relationships.For(c).Where(r => r is { IsActive: true, Type: WellKnown.HasIngredient }).Take(1);
            foreach (var ingredient in ingredients)
            {
                xml.WriteStartElement("VPI");
                Value(xml, "VPID", release.Id(c));
                Value(xml, "ISID", release.Id(ingredient.Target));
                xml.WriteEndElement();
            }
        }
        xml.WriteEndElement();
    }

    private static void Lookup(XmlWriter xml)
    {
        xml.WriteStartElement("BASIS_OF_NAME");
        xml.WriteStartElement("INFO");
        Value(xml, "CD", "0001");
        Value(xml, "DESC", "rINN - Recommended International Non-proprietary");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Previous(XmlWriter xml, GeneratedRelease release, int c, string element, string date)
    {
        if (release.Table.DmdPrevious[c] < 0) return;
        Value(xml, element, release.Id(release.Table.DmdPrevious[c]));
        Value(xml, date, "2024-02-19");
    }

    private static void Invalid(XmlWriter xml, GeneratedRelease release, int c)
    {
        if (release.Table.DmdInvalid[c]) Value(xml, "INVALID", "1");
    }

    private static void Flat(GeneratedRelease release, string folder, string name, string root, IEnumerable<int> concepts, Action<XmlWriter, GeneratedRelease, int> write) =>
        File(folder, name, root, xml =>
        {
            foreach (var c in concepts) write(xml, release, c);
        });

    private static void Nested(
        GeneratedRelease release, string folder, string name, string root, string list, ConceptKind kind, Action<XmlWriter, GeneratedRelease, int> write,
        Action<XmlWriter, GeneratedRelease>? after = null) => File(folder, name, root, xml =>
        {
            xml.WriteStartElement(list);
            foreach (var c in release.Of(kind)) write(xml, release, c);
            xml.WriteEndElement();
            after?.Invoke(xml, release);
        });

    private static void File(string folder, string name, string root, Action<XmlWriter> write)
    {
        using var stream = new FileStream(Path.Combine(folder, $"f_{name}2_3{Date}.xml"), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "", NewLineChars = "\r\n" });
        xml.WriteStartElement(root);
        xml.WriteAttributeString("xsi", "noNamespaceSchemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{name}_v2_3.xsd");
        write(xml);
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string element, string value) => xml.WriteElementString(element, value);

    private static void Value(XmlWriter xml, string element, long value) => xml.WriteElementString(element, XmlConvert.ToString(value));
}
