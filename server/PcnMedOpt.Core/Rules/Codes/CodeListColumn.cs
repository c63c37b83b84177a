using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A list is read by the names of its columns, never by their places, which change from version to version.</summary>
public sealed class CodeListColumn : IDeclarationRule
{
    private const int MostShown = 12;

    public DiagnosticKind Kind { get; } = new("MO2111", "code-list-column", Severity.Error, "A code list does not have the column");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        foreach (var (reference, list) in TakenLists.Of(declaration))
            if (list?.Fault == ListFault.NoSuchColumn)
                yield return NoColumn(reference, list, reference.Column, reference.ColumnSpan);
            else if (list?.Fault == ListFault.NoSuchTermColumn)
                yield return NoColumn(reference, list, reference.Term ?? "", reference.TermSpan ?? reference.Span);
            else if (list?.Fault == ListFault.SameColumnTwice)
                yield return Kind.At(
                    reference.ColumnSpan,
                    $"'{reference.Path}' has more than one column '{reference.Column}'.",
                    "Give the columns different names in the file.");
    }

    private Diagnostic NoColumn(ListReference reference, CodeList list, string column, TextSpan span)
    {
        var near = CloseWords.Nearest(column, list.Columns) ?? list.Columns.FirstOrDefault(c => c.Equals(column, StringComparison.OrdinalIgnoreCase));
        return Kind.At(
            span,
            $"'{reference.Path}' has no column '{column}'.",
            near is null ? Columns(list) : $"Did you mean '{near}'? {Columns(list)}",
            near is null ? [] : [Fix.Changes($"Write {near}", new TextEdit(span, Strings.Quoted(near)))]);
    }

    private static string Columns(CodeList list) => list.Columns is [var only] && only.AsSpan().ContainsAny(";\t")
        ? "Its columns are not separated by commas: save it as comma-separated text."
        : $"Its columns are: {string.Join(", ", list.Columns.Take(MostShown))}{(list.Columns.Length > MostShown ? ", …" : "")}.";
}
