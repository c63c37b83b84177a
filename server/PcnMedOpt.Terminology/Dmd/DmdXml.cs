using System.Text.RegularExpressions;
using System.Xml;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Dmd;

/// <summary>Reads a file of dm+d, entry by entry. No document type, no entity and nothing outside the file is looked at.</summary>
internal sealed partial class DmdXml(PartFaults faults)
{
    private const long MostCharacters = 1L << 30;
    private const int LongestText = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostCharacters,
        CloseInput = true,
    };

    private readonly List<DmdRow> rows = [];
    private readonly List<(long Current, long Previous)> earlier = [];

    public IReadOnlyList<DmdRow> Rows => rows;

    /// <summary>Earlier identifiers of the file of history.</summary>
    public IReadOnlyList<(long Current, long Previous)> Earlier => earlier;

    /// <summary>Reads a file.</summary>
    /// <returns>The form of the file; null for one that holds nothing of what is asked.</returns>
    /// <exception cref="RefusedReleaseException">It is no XML, cut off, or no file of dm+d.</exception>
    public DmdForm? Read(ReleaseFile file)
    {
        try
        {
            using var xml = XmlReader.Create(file.Open(), Settings);
            xml.MoveToContent();
            var form = DmdForm.All.FirstOrDefault(f => f.Root == xml.LocalName);
            if (form is null && xml.LocalName != DmdForm.History)
            {
                if (DmdForm.Unneeded.Contains(xml.LocalName)) return null;
                if (Needed().IsMatch(file.Path)) throw new RefusedReleaseException($"{file.Path} is no file of dm+d that is known: it begins with {xml.LocalName}.");
                faults.Note(file.Path, 1, $"The file begins with {xml.LocalName}, which is not known, and was not read.");
                return null;
            }
            ReadEntries(xml, form, file.Path);
            while (xml.Read())
            {
                // To the end of the file: what follows the root has to be sound too, and the checksum of a zip is compared there.
            }
            return form;
        }
        catch (XmlException error)
        {
            throw new RefusedReleaseException($"{file.Path} cannot be read from line {error.LineNumber} on: it is damaged, cut off, or no dm+d. {error.Message}", error);
        }
    }

    private void ReadEntries(XmlReader xml, DmdForm? form, string file)
    {
        var root = xml.Depth;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (xml.Read() && xml.Depth > root)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (form is null ? xml.LocalName is not ("VTM" or "VMP") : xml.LocalName != form.Element) continue;
            var line = (xml as IXmlLineInfo)?.LineNumber ?? 0;
            ReadFields(xml, fields, file, line);
            if (form is null) AddEarlier(fields, file, line);
            else Add(form, fields, file, line);
        }
    }

    private static void ReadFields(XmlReader xml, Dictionary<string, string> fields, string file, int line)
    {
        fields.Clear();
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        var name = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) name = xml.Depth == depth + 1 ? xml.LocalName : "";
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && name.Length > 0)
            {
                if (xml.Value.Length > LongestText) throw new RefusedReleaseException($"{file}: the entry on line {line} has a text of {xml.Value.Length:N0} characters. This is no file of dm+d.");
                fields[name] = xml.Value.Trim();
            }
        }
    }

    private void Add(DmdForm form, Dictionary<string, string> fields, string file, int line)
    {
        if (!faults.Concept(file, line, form.Key, fields.GetValueOrDefault(form.Key, ""), out var id)) return;
        var name = (form.Element == "AMP" ? fields.GetValueOrDefault("DESC") : null) ?? fields.GetValueOrDefault("NM", "");
        if (name.Length == 0) faults.Refuse(file, line, $"{form.Element} {id} has no name.");
        else
            rows.Add(new DmdRow(
                id, form.Level, name, IsSet(fields.GetValueOrDefault("INVALID")), Linked(form.Above), Linked(form.Other), Linked(form.Previous), file, line));

        long Linked(string? column)
        {
            if (column is null || !fields.TryGetValue(column, out var text)) return 0;
            if (Sctids.IsConcept(text, out var found)) return found;
            faults.Note(file, line, $"{form.Element} {id} is taken without its {column} '{text}', which identifies no concept.");
            return 0;
        }
    }

    private void AddEarlier(Dictionary<string, string> fields, string file, int line)
    {
        if (!faults.Concept(file, line, "IDCURRENT", fields.GetValueOrDefault("IDCURRENT", ""), out var current)) return;
        if (!faults.Concept(file, line, "IDPREVIOUS", fields.GetValueOrDefault("IDPREVIOUS", ""), out var previous)) return;
        if (current != previous) earlier.Add((current, previous));
    }

    /// <summary>The names of the files without which there is no edition.</summary>
    [GeneratedRegex(@"(^|/)f_(vtm|vmp|amp|vmpp|ampp)\d_", RegexOptions.CultureInvariant)]
    private static partial Regex Needed();

    /// <summary>Flags are written 1, and in some files 0001.</summary>
    private static bool IsSet(string? flag) => flag is not null && flag.TrimStart('0') == "1";
}
