using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Registers and checklists: from their syntax to their model.</summary>
public static class RegisterBinder
{
    public static Register Bind(ValueBinder values, RegisterSyntax syntax, string? description) => new(
        DeclarationBinder.Name(syntax),
        DeclarationBinder.Title(syntax),
        description,
        [.. syntax.Clauses.OfType<ColumnSyntax>().Select(Column)],
        [.. syntax.Clauses.OfType<DeadlinesSyntax>().Select(d => Deadlines(values, d))],
        Guide.Of(syntax.Clauses),
        []);

    public static Checklist Checklist(ChecklistSyntax syntax, string? description) => new(
        DeclarationBinder.Name(syntax),
        DeclarationBinder.Title(syntax),
        description,
        [.. syntax.Clauses.OfType<ItemSyntax>().Select(Item)],
        Guide.Of(syntax.Clauses),
        []);

    private static Column Column(ColumnSyntax column)
    {
        var notBefore = column.Rules.Select(r => r.Column).OfType<Token>().LastOrDefault();
        return new Column(
            CodeSetReader.NameOf(column.Name),
            Strings.Value(column.Title),
            column.Kind.Kind switch
            {
                TokenKind.DateWord => ColumnKind.Date,
                TokenKind.NumberWord => ColumnKind.Number,
                TokenKind.OneWord => ColumnKind.OneOf,
                _ => ColumnKind.Text,
            },
            [.. column.Options.Select(Strings.Value)],
            column.Rules.Any(r => r.Keyword.Kind == TokenKind.RequiredWord),
            column.Rules.Any(r => r.Keyword.Kind == TokenKind.UniqueWord),
            notBefore is null ? null : CodeSetReader.NameOf(notBefore),
            Citations.Of(column),
            column.Name.Span,
            notBefore?.Span ?? column.Name.Span);
    }

    private static Deadlines Deadlines(ValueBinder values, DeadlinesSyntax deadlines) => new(
        CodeSetReader.NameOf(deadlines.Of),
        CodeSetReader.NameOf(deadlines.From),
        [.. deadlines.Cases.OfType<DeadlineCaseSyntax>().Select(c => new DeadlineCase(
            Strings.Value(c.Option),
            c.ByColumn is null ? null : CodeSetReader.NameOf(c.ByColumn),
            c.Within is null ? null : values.Time(c.Within),
            c.None is null ? null : Strings.Value(c.None),
            c.Option.Span,
            c.ByColumn?.Span ?? c.Option.Span))],
        Citations.Of(deadlines),
        deadlines.Of.Span,
        deadlines.From.Span);

    private static ChecklistItem Item(ItemSyntax item)
    {
        var from = item.From is null ? null : DeclarationBinder.OfCohort(item.From);
        return new ChecklistItem(
            Strings.Value(item.Text),
            item.Evidence?.Kind switch
            {
                TokenKind.FileWord => EvidenceKind.File,
                TokenKind.NoteWord => EvidenceKind.Note,
                TokenKind.LinkWord => EvidenceKind.Link,
                _ => null,
            },
            from?.Cohort,
            from?.Part,
            item.Period is null ? null : DeclarationBinder.PeriodOf(item.Period),
            Citations.Of(item),
            item.Span);
    }
}
