using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Rules.Codes;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Pasting;

/// <summary>
/// A list of codes that is pasted into a code set becomes its entries. Nothing that is damaged becomes a code, and no row is lost: one that cannot be
/// taken stays as a comment that says why.
/// </summary>
public static class CodePaste
{
    private const int LongestShown = 120;

    /// <param name="compilation">The project.</param>
    /// <param name="path">The file that is pasted into.</param>
    /// <param name="replaced">The selection; empty at the cursor.</param>
    /// <param name="pasted">The text of the clipboard.</param>
    /// <param name="column">The column of identifiers, from 0, where the author has chosen it.</param>
    public static PastedCodes Of(Compilation compilation, string path, TextSpan replaced, string pasted, int? column)
    {
        if (PastePlace.At(compilation, path, replaced) is not { } place || IsLanguage(pasted)) return PastedCodes.Nothing;
        var table = PastedTable.Of(pasted);
        if (!table.IsList) return PastedCodes.Nothing;
        var columns = PastedColumns.Of(table, column);
        return columns.Identifier is { } identifier ? Entries(compilation, place, table, columns, identifier) : Unclear(table, columns);
    }

    /// <summary>Text of the language that says more than codes and terms do (marks, comments, other clauses) is pasted as it is.</summary>
    private static bool IsLanguage(string pasted)
    {
        var slices = Slicer.Cut($"codes a \"a\" snomed {{\n{pasted}\n}}\n");
        if (slices is not [{ Parsed.Declaration: CodesSyntax { Body: CodesBlockSyntax block } }] || block.Clauses.IsEmpty) return false;
        return !block.Clauses.Any(c => c is SkippedSyntax)
            && (block.Clauses.Any(c => c is not EntrySyntax { Only: null, Cluster: null, Code.Mark: null })
                || block.Tokens.Any(t => t != block.Last && t.Trivia.AsSpan().ContainsAnyExcept(" \t\r\n")));
    }

    private static PastedCodes Unclear(PastedTable table, PastedColumns columns)
    {
        ImmutableArray<PastedColumn> choices = [.. columns.Candidates.Select(c => new PastedColumn(c, PastedTable.Cell(table.Rows[0], c)))];
        return PastedCodes.Nothing with
        {
            Columns = choices,
            Message = "Nothing is inserted yet: several columns hold identifiers. Choose the one that holds the codes, or copy only that column and the terms.",
        };
    }

    private static PastedCodes Entries(Compilation compilation, PastePlace place, PastedTable table, PastedColumns columns, int identifier)
    {
        var lines = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var already = new List<string>();
        var notTaken = new List<RowNotTaken>();
        var (count, twice) = (0, 0);
        foreach (var row in columns.HasHeader ? table.Rows.RemoveAt(0) : table.Rows)
        {
            var id = PastedCell.Identifier(PastedTable.Cell(row, identifier));
            if (WhyNot(compilation, id) is { } why)
            {
                notTaken.Add(new RowNotTaken(Shown(row), why, lines.Count));
                lines.Add($"// not taken: {Shown(row)}: {why}");
            }
            else if (!seen.Add(id)) twice++;
            else if (IsIn(compilation, place.Set, id)) already.Add(id);
            else
            {
                count++;
                lines.Add($"{(place.Set.System == CodeSystem.Dmd ? "only " : "")}{id} {Strings.TermOf(PastedTable.Cell(row, columns.Term ?? -1))}".TrimEnd());
            }
        }
        var text = place.Written(lines);
        var first = text.Length - text.TrimStart('\r', '\n').Length > 0 ? 1 : 0;
        return new PastedCodes(
            text,
            count,
            [.. already],
            twice,
            [.. notTaken.Select(n => n with { Line = n.Line + first })],
            [],
            Message(count, already.Count, twice, notTaken.Count, columns));
    }

    private static string? WhyNot(Compilation compilation, string id)
    {
        var problem = Sctid.Check(id);
        var kind = problem == SctidProblem.None ? Sctid.KindOf(id) : ComponentKind.Other;
        if (problem == SctidProblem.None && kind == ComponentKind.Concept) return null;
        var why = UnusableIdentifiers.Message(id, problem, kind);
        return UnusableIdentifiers.IsSpreadsheetDamage(id) && UnusableIdentifiers.Intact(id, compilation.KnownCodes) is { } intact
            ? $"{why} It was probably {intact}, the one known identifier that fits. Compare it with the source."
            : why;
    }

    /// <summary>An entry stands for the code, or a list or another set that is taken in holds it.</summary>
    private static bool IsIn(Compilation compilation, CodeSetDefinition set, string id)
    {
        var number = long.Parse(id, CultureInfo.InvariantCulture);
        var entry = new CodeEntry(CodeMark.Self, new WrittenCode(id, number, SctidProblem.None, null, default, null), set.System == CodeSystem.Dmd, null, default);
        return set.Entries.Any(e => e.Covers(entry, set.System))
            || set.Lists.Any(l => compilation.List(l)?.Find(number) is not null)
            || set.Included.Any(i => compilation.CodeSet(i.Name)?.Contains(number) == true);
    }

    /// <summary>A row as it was pasted, on one line.</summary>
    private static string Shown(ImmutableArray<string> row)
    {
        var words = string.Join(", ", row.Select(c => Strings.TermOf(c).Trim('|')).Where(c => c.Length > 0));
        return words.Length > LongestShown ? words[..(char.IsHighSurrogate(words[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…" : words;
    }

    private static string Message(int count, int already, int twice, int notTaken, PastedColumns columns)
    {
        var sentences = new List<string> { count switch { 0 => "No code is new.", 1 => "1 code is inserted.", _ => $"{count} codes are inserted." } };
        if (already > 0) sentences.Add(already == 1 ? "1 is in the code set already." : $"{already} are in the code set already.");
        if (twice > 0) sentences.Add(twice == 1 ? "1 row repeats another." : $"{twice} rows repeat another.");
        if (notTaken > 0) sentences.Add(notTaken == 1 ? "1 row is not taken: a comment says why." : $"{notTaken} rows are not taken: comments say why.");
        if (columns.AreTermsUnclear) sentences.Add("Several columns could hold the terms, so that none is taken: copy the codes and their terms alone.");
        return string.Join(' ', sentences);
    }
}
