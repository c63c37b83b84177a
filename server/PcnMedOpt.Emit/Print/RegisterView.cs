using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>A column of a register, and what may stand in it.</summary>
public sealed record ColumnView(string Title, string Holds, string Rules, ImmutableArray<LinkView> Evidence);

/// <summary>The deadline of a class.</summary>
public sealed record CaseView(string Option, string When);

/// <summary>Deadlines by class, under a sentence that says of what and from when.</summary>
public sealed record DeadlinesView(string Caption, ImmutableArray<CaseView> Cases, ImmutableArray<LinkView> Evidence);

/// <summary>A register: what its columns hold, its deadlines, and a sheet to write on.</summary>
/// <param name="Frame">What stands round it.</param>
/// <param name="Front">Who answers for it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Deadlines">Its deadlines.</param>
/// <param name="EmptyRows">Rows of the sheet to write on: its columns, again for each row.</param>
/// <param name="Guides">Guidance.</param>
public sealed record RegisterView(
    PageFrame Frame,
    FrontMatterView Front,
    GuidanceHtml? Description,
    ImmutableArray<ColumnView> Columns,
    ImmutableArray<DeadlinesView> Deadlines,
    ImmutableArray<ImmutableArray<ColumnView>> EmptyRows,
    ImmutableArray<GuideView> Guides)
{
    private const int RowsOfASheet = 14;

    internal static RegisterView Of(Register register, PrintedDocument document)
    {
        string TitleOf(string column) => register.Columns.FirstOrDefault(c => c.Name == column)?.Title ?? column;
        var sections = new List<ContentsView> { ContentsView.Of("columns", "What is written down") };
        if (!register.Deadlines.IsEmpty) sections.Add(ContentsView.Of("deadlines", "Deadlines"));
        sections.Add(ContentsView.Of("sheet", "Sheet to write on"));
        ImmutableArray<ColumnView> columns = [.. register.Columns.Select(c => new ColumnView(c.Title, Holds(c), Rules(c, TitleOf), document.Evidence(c.Cites)))];
        return new RegisterView(
            document.Frame("Register", sections),
            document.Front,
            document.Description,
            columns,
            [
                .. register.Deadlines.Select(d => new DeadlinesView(
                    $"To be closed, by “{TitleOf(d.Of)}”, counted from “{TitleOf(d.From)}”",
                    [.. d.Cases.Select(c => new CaseView(c.Option, When(c, TitleOf, document)))],
                    document.Evidence(d.Cites))),
            ],
            [.. Enumerable.Repeat(columns, RowsOfASheet)],
            GuideView.Of(register.Guides));
    }

    private static string Holds(Column column) => column.Kind switch
    {
        ColumnKind.Date => "a date",
        ColumnKind.Number => "a number",
        ColumnKind.OneOf => $"one of: {string.Join(", ", column.Options)}",
        _ => "text",
    };

    private static string Rules(Column column, Func<string, string> titleOf) => string.Join("; ", new[]
    {
        column.Required ? "required" : "",
        column.Unique ? "no two rows the same" : "",
        column.NotBefore is { } other ? $"not before “{titleOf(other)}”" : "",
    }.Where(r => r.Length > 0));

    private static string When(DeadlineCase @case, Func<string, string> titleOf, PrintedDocument document) => @case switch
    {
        { By: { } column } => $"by the date in “{titleOf(column)}”",
        { Within: { } time } => $"within {document.English.Of(time)}",
        _ => $"no deadline: {@case.None}",
    };
}
