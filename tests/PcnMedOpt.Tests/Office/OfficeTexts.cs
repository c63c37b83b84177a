using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using PcnMedOpt.Emit.Packs;

namespace PcnMedOpt.Tests.Office;

/// <summary>The parts of an Office file as text. A cell is one line; a formula that is repeated down a column is shown once.</summary>
internal static class OfficeTexts
{
    private static readonly XNamespace Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static string Of(OutputFile file)
    {
        using var zip = new ZipArchive(new MemoryStream([.. file.Bytes]));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            text.AppendLine($"=== {entry.FullName}");
            using var content = entry.Open();
            var xml = XDocument.Load(content);
            if (xml.Root?.Element(Sheets + "sheetData") is { } data)
            {
                foreach (var cell in data.Descendants(Sheets + "c").Where(IsShown)) text.AppendLine(Line(cell));
                data.ReplaceNodes();
            }
            text.AppendLine(xml.ToString());
        }
        return text.ToString();
    }

    private static bool IsShown(XElement cell) => cell.HasElements && !(cell.Element(Sheets + "f") is { IsEmpty: true } or { Value: "" });

    private static string Line(XElement cell)
    {
        var formula = cell.Element(Sheets + "f");
        var value = cell.Element(Sheets + "v")?.Value ?? cell.Element(Sheets + "is")?.Value;
        return $"{(string?)cell.Attribute("r")} [{(string?)cell.Attribute("s")}] {(formula is null ? "" : $"={formula.Value}{(formula.Attribute("ref") is { } down ? $" in {down.Value}" : "")} → ")}{value}";
    }
}
