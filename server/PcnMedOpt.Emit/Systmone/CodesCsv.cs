using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>
/// The codes of a pack as comma-separated text (RFC 4180): set, id, term, and what of the code is meant. Every field is quoted, so that an identifier is
/// text to a reader that keeps quoted fields as text; a spreadsheet that opens the file does not, and rounds identifiers of more than 15 digits: import
/// it, with the column id as text. A term that a spreadsheet would run as a formula (OWASP, "CSV Injection") is preceded by an apostrophe.
/// </summary>
public static class CodesCsv
{
    public const string FileName = "codes.csv";

    public static string Of(PageContents contents)
    {
        var csv = new StringBuilder("\"set\",\"id\",\"term\",\"include\"\r\n");
        foreach (var name in contents.CodeSets.Order(StringComparer.Ordinal))
            if (contents.Project.CodeSet(name)?.InSystems is { } set) Append(csv, name, set);
        return csv.ToString();
    }

    private static void Append(StringBuilder csv, string name, ResolvedCodeSet set)
    {
        var parts = set.Opaque.ToLookup(o => o.Text, StringComparer.Ordinal);
        foreach (var code in set.Codes)
        {
            var id = code.ToString(CultureInfo.InvariantCulture);
            Row(csv, name, id, set.TermOf(code) ?? "", parts[id].Any(o => o.Kind is OpaqueKind.Descendants or OpaqueKind.Below) ? "code and descendants" : "code");
        }
        foreach (var part in set.Opaque)
            if (What(set, part) is { } what) Row(csv, name, part.Kind == OpaqueKind.Ecl ? "" : part.Text, part.Kind == OpaqueKind.Ecl ? part.Text : part.Term ?? part.Cluster ?? "", what);
        foreach (var code in set.Carved) Row(csv, name, code.ToString(CultureInfo.InvariantCulture), set.TermOf(code) ?? "", "leave out");
    }

    private static string? What(ResolvedCodeSet set, OpaquePart part) => part.Kind switch
    {
        OpaqueKind.Refset => "members of this reference set",
        OpaqueKind.Ecl => "ECL expression",
        _ => set.HasOwn(part) ? null : "descendants only",
    };

    /// <summary>A row of quoted fields, none of them a formula.</summary>
    public static void Row(StringBuilder csv, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) csv.Append(',');
            csv.Append('"').Append(Harmless(fields[i]).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        csv.Append("\r\n");
    }

    private static string Harmless(string text)
    {
        var legal = Templating.PageEncoder.Legal(text).Replace('\n', ' ').Replace('\t', ' ');
        return legal.TrimStart() is ['=' or '+' or '-' or '@', ..] ? "'" + legal : legal;
    }
}
