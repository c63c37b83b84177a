using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Registers;

/// <summary>Deadlines run from a day to a day, by a class: each is a column of its kind.</summary>
public sealed class RegisterColumn : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8301", "register-column", Severity.Error, "A register names a column that is not there, or of another kind");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.Model is Register register ? Columns(register).Concat(register.Deadlines.SelectMany(d => Deadlines(register, d))) : [];

    private IEnumerable<Diagnostic> Columns(Register register)
    {
        foreach (var column in register.Columns)
        {
            if (column.NotBefore is not { } before) continue;
            if (column.Kind != ColumnKind.Date)
                yield return Kind.At(column.NotBeforeSpan, $"'{column.Name}' holds {Noun(column.Kind)}, and no day that could be before another.", "Make it a date, or remove 'not before'.");
            else if (before == column.Name)
                yield return Kind.At(column.NotBeforeSpan, $"No day of '{column.Name}' is before itself.", "Name the column whose day comes first.");
            else if (Of(register, before, ColumnKind.Date, column.NotBeforeSpan) is { } finding)
                yield return finding;
        }
    }

    private IEnumerable<Diagnostic> Deadlines(Register register, Deadlines deadlines)
    {
        if (Of(register, deadlines.Of, ColumnKind.OneOf, deadlines.OfSpan) is { } of) yield return of;
        if (Of(register, deadlines.From, ColumnKind.Date, deadlines.FromSpan) is { } from) yield return from;
        foreach (var one in deadlines.Cases)
            if (one.By is { } by && Of(register, by, ColumnKind.Date, one.BySpan) is { } finding) yield return finding;
    }

    private Diagnostic? Of(Register register, string name, ColumnKind needed, TextSpan span)
    {
        if (register.Columns.FirstOrDefault(c => c.Name == name) is { } column)
            return column.Kind == needed
                ? null
                : Kind.At(span, $"'{name}' holds {Noun(column.Kind)}, and {Noun(needed)} is needed here.", needed == ColumnKind.Date ? "Name a date column." : "Name a column that is one of some options.");
        var near = CloseWords.Near(name, register.Columns.Where(c => c.Kind == needed).Select(c => c.Name)).ToList();
        return Kind.At(
            span,
            $"The register '{register.Name}' has no column '{name}'.",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?" : "Write the column, or name another.",
            [.. near.Select(n => Fix.Changes($"Write {n}", new TextEdit(span, n)))]);
    }

    private static string Noun(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => "a date",
        ColumnKind.Number => "a number",
        ColumnKind.OneOf => "one of some options",
        _ => "text",
    };
}
