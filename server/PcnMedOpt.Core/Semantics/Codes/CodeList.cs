using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>A code of a published list, with its term as the list gives it.</summary>
public readonly record struct ListedCode(long Id, string Term, TextSpan Span);

/// <summary>A row whose identifier cannot be used, and why.</summary>
public readonly record struct ListedProblem(string Id, string Term, TextSpan Span, SctidProblem Problem, ComponentKind Kind);

/// <summary>What is wrong with a list as a file.</summary>
public enum ListFault
{
    None,
    NoSuchColumn,
    NoSuchTermColumn,
    SameColumnTwice,
    UnclosedQuote,
    NoRows,
}

/// <summary>
/// The codes of a CSV file: one column holds the identifiers, another perhaps the terms. Rows without an identifier that can be used are
/// kept as problems; an empty line is nothing; the same code twice counts once.
/// </summary>
public sealed record CodeList(
    ImmutableArray<ListedCode> Codes,
    ImmutableArray<ListedProblem> Problems,
    ImmutableArray<CsvField> Formulas,
    ImmutableArray<string> Columns,
    int Repeated,
    ListFault Fault,
    TextSpan FaultSpan)
{
    /// <summary>The row of a code.</summary>
    public ListedCode? Find(long code)
    {
        var (low, high) = (0, Codes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Codes[middle].Id == code) return Codes[middle];
            if (Codes[middle].Id < code) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    public static CodeList Read(string text, string codeColumn, string? termColumn)
    {
        var reader = new CsvReader(text);
        var fields = new List<CsvField>();
        if (!reader.Read(fields)) return Faulty([], ListFault.NoRows, default);
        ImmutableArray<string> columns = [.. fields.Select(f => f.Value.Trim())];
        var header = TextSpan.FromBounds(0, fields[^1].Span.End);
        if (columns.Count(c => c == codeColumn) > 1) return Faulty(columns, ListFault.SameColumnTwice, header);
        var code = columns.IndexOf(codeColumn);
        if (code < 0) return Faulty(columns, ListFault.NoSuchColumn, header);
        var term = termColumn is null ? -1 : columns.IndexOf(termColumn);
        if (termColumn is not null && term < 0) return Faulty(columns, ListFault.NoSuchTermColumn, header);
        var rows = new Rows(code, term);
        while (reader.Read(fields)) rows.Add(fields);
        if (reader.UnclosedQuote is { } quote) return Faulty(columns, ListFault.UnclosedQuote, new TextSpan(quote, 1));
        return rows.ToList(columns, header);
    }

    private static CodeList Faulty(ImmutableArray<string> columns, ListFault fault, TextSpan span) => new([], [], [], columns, 0, fault, span);

    private sealed class Rows(int code, int term)
    {
        private readonly List<ListedCode> codes = [];
        private readonly HashSet<long> seen = [];
        private readonly List<ListedProblem> problems = [];
        private readonly List<CsvField> formulas = [];
        private int repeated;

        public void Add(List<CsvField> fields)
        {
            if (fields.TrueForAll(f => string.IsNullOrWhiteSpace(f.Value))) return;
            var termField = term >= 0 && term < fields.Count ? fields[term] : new CsvField("", default);
            if (IsFormula(termField.Value)) formulas.Add(termField);
            var field = code < fields.Count ? fields[code] : new CsvField("", fields[^1].Span);
            var id = field.Value.Trim();
            var problem = Sctid.Check(id);
            var kind = problem == SctidProblem.None ? Sctid.KindOf(id) : ComponentKind.Other;
            if (problem != SctidProblem.None || kind != ComponentKind.Concept)
            {
                problems.Add(new ListedProblem(id, termField.Value.Trim(), field.Span, problem, kind));
                return;
            }
            var number = long.Parse(id, CultureInfo.InvariantCulture);
            if (seen.Add(number)) codes.Add(new ListedCode(number, termField.Value.Trim(), field.Span));
            else repeated++;
        }

        public CodeList ToList(ImmutableArray<string> columns, TextSpan header) =>
            new([.. codes.OrderBy(c => c.Id)], [.. problems], [.. formulas], columns, repeated, codes.Count + problems.Count == 0 ? ListFault.NoRows : ListFault.None, header);

        /// <summary>A text that a spreadsheet would run as a formula (OWASP, "CSV Injection").</summary>
        private static bool IsFormula(string value) => value.Length > 0 && value[0] is '=' or '+' or '@' or '\t' or '\r';
    }
}
