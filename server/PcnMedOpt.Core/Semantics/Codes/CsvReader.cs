using System.Text;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>One field of a CSV row, without its quotation marks, and where it stands.</summary>
public readonly record struct CsvField(string Value, TextSpan Span);

/// <summary>
/// Reads comma-separated text as RFC 4180 describes it: quoted fields may hold commas, line ends and doubled quotation marks; rows end
/// with LF or CRLF. Fields keep their place so that a finding can point at them.
/// </summary>
/// <param name="text">The whole text.</param>
/// <param name="separator">What stands between two fields: a spreadsheet copies with tabs.</param>
public sealed class CsvReader(string text, char separator = ',')
{
    private int at = text.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>Where a quotation mark stands that is never closed, when there is one.</summary>
    public int? UnclosedQuote { get; private set; }

    /// <summary>The fields of the next row, or false at the end. An empty line is a row with one empty field.</summary>
    public bool Read(List<CsvField> fields)
    {
        fields.Clear();
        if (at >= text.Length) return false;
        while (true)
        {
            fields.Add(at < text.Length && text[at] == '"' ? Quoted() : Plain());
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at < text.Length) continue;
                fields.Add(new CsvField("", new TextSpan(at, 0)));
                return true;
            }
            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            return true;
        }
    }

    private CsvField Plain()
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\n', '\r');
        var end = length < 0 ? text.Length : at + length;
        var field = new CsvField(text[at..end], TextSpan.FromBounds(at, end));
        at = end;
        return field;
    }

    private CsvField Quoted()
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            var close = text.IndexOf('"', at);
            if (close < 0) break;
            value.Append(text, at, close - at);
            at = close + 1;
            if (at < text.Length && text[at] == '"')
            {
                value.Append('"');
                at++;
                continue;
            }
            var rest = Plain();
            return new CsvField(value.Append(rest.Value).ToString(), TextSpan.FromBounds(start, at));
        }
        UnclosedQuote ??= start;
        value.Append(text, at, text.Length - at);
        at = text.Length;
        return new CsvField(value.ToString(), TextSpan.FromBounds(start, at));
    }
}
