using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Ide.Pasting;

/// <summary>What is pasted, as rows of fields: fields of a spreadsheet or of a CSV file, or lines of an identifier and its term. Rows without any text are left out.</summary>
internal sealed partial record PastedTable(ImmutableArray<ImmutableArray<string>> Rows)
{
    private static readonly char[] Separators = ['\t', ',', ';'];

    private static readonly char[] Blanks = [' ', '\u00A0', '\t', ',', ';'];

    /// <summary>What stands between an identifier and its term, or around an identifier.</summary>
    private static readonly char[] Marks = [' ', '\u00A0', '-', '–', ':', ',', ';', '(', ')'];

    public int Columns => Rows.IsEmpty ? 0 : Rows.Max(r => r.Length);

    public static PastedTable Of(string text)
    {
        if (Identifiers(text) is { } identifiers) return identifiers;
        foreach (var separator in Separators)
            if (text.Contains(separator, StringComparison.Ordinal) && Fields(text, separator) is var table && table.IsList) return table;
        return new PastedTable([.. text.Split('\n', '\r').SelectMany(Line).Where(r => r.Any(c => c.Length > 0))]);
    }

    /// <summary>At least half of the rows, a header apart, have an identifier of their own.</summary>
    public bool IsList => Rows.Count(r => r.Any(PastedCell.IsLikeIdentifier)) is > 0 and var count && count * 2 >= Rows.Length - 1;

    /// <summary>The field of a row; empty where the row is shorter.</summary>
    public static string Cell(ImmutableArray<string> row, int column) => column >= 0 && column < row.Length ? row[column] : "";

    private static PastedTable Fields(string text, char separator)
    {
        var reader = new CsvReader(text, separator);
        var rows = new List<ImmutableArray<string>>();
        var fields = new List<CsvField>();
        while (reader.Read(fields)) rows.Add([.. fields.Select(f => PastedCell.Trimmed(f.Value))]);
        // A quotation mark that is never closed is a character of a term: no row must end up inside another.
        if (reader.UnclosedQuote is not null) rows = [.. text.Split('\n', '\r').Select(l => l.Split(separator).Select(PastedCell.Trimmed).ToImmutableArray())];
        return new PastedTable([.. rows.Where(r => r.Any(c => c.Length > 0))]);
    }

    /// <summary>Nothing but identifiers: one below the other, or side by side in one row or in rows of different lengths. Rows of the same length are a table of them.</summary>
    private static PastedTable? Identifiers(string text)
    {
        var lines = text.Split('\n', '\r').Select(l => l.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        var rows = lines.Select(l => l.Where(w => PastedCell.Trimmed(w).Length > 0).ToImmutableArray()).Where(r => r.Length > 0).ToList();
        if (rows.Count == 0 || !rows.TrueForAll(r => r.All(PastedCell.IsLikeIdentifier))) return null;
        var isTable = rows.Count > 1 && rows[0].Length > 1 && rows.TrueForAll(r => r.Length == rows[0].Length);
        return new PastedTable(isTable ? [.. rows] : [.. rows.SelectMany(r => r).Select(ImmutableArray.Create)]);
    }

    /// <summary>A line of no table: an identifier, alone or with its term before or behind it; several identifiers; or neither.</summary>
    private static IEnumerable<ImmutableArray<string>> Line(string line)
    {
        var words = PastedCell.Trimmed(line).TrimStart('-', '*', '•', ' ');
        var each = words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (each.Length > 1 && each.All(w => PastedCell.IsLikeIdentifier(w.TrimEnd(Marks)))) return each.Select(w => ImmutableArray.Create(w.TrimEnd(Marks)));
        if (WithTerm().Match(words) is { Success: true } barred) return [[barred.Groups["id"].Value, barred.Groups["term"].Value]];
        if (each.Length < 2) return [[words.TrimEnd(Marks), ""]];
        if (PastedCell.IsLikeIdentifier(each[0].TrimEnd(Marks))) return [[each[0].TrimEnd(Marks), words[each[0].Length..].TrimStart(Marks)]];
        return PastedCell.IsLikeIdentifier(each[^1].Trim(Marks)) ? [[each[^1].Trim(Marks), words[..^each[^1].Length].TrimEnd(Marks)]] : [["", words]];
    }

    /// <summary><c>195967001 |Asthma|</c>, as browsers copy it, and what joins such lines in ECL.</summary>
    [GeneratedRegex(@"^(?<id>[^\s|]+)\s*\|(?<term>.*)\|\s*(?:,|;|OR)?$")]
    private static partial Regex WithTerm();
}
