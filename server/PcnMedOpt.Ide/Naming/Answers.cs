using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>A text that one may choose, where it is offered and where something depends on it: an answer of a field, a choice of a column.</summary>
/// <param name="Of">The field or column.</param>
/// <param name="Text">What it says.</param>
/// <param name="Span">Where it stands in the slice, without its quotation marks.</param>
/// <param name="IsDeclaration">It is offered here.</param>
internal sealed record Answer(string Of, string Text, TextSpan Span, bool IsDeclaration);

/// <summary>The answers of a declaration: they are known in it, and nowhere else.</summary>
internal static class Answers
{
    public static IEnumerable<Answer> In(PlacedDeclaration declaration) =>
        declaration.Facts.Kind is DeclarationKind.Template or DeclarationKind.Register ? declaration.Declared.Slice.Parsed.Nodes.SelectMany(OfNode) : [];

    /// <summary>All places of the answer at a cursor; none where there is no answer.</summary>
    public static IReadOnlyList<Answer> At(Cursor cursor)
    {
        var all = In(cursor.Declaration).ToList();
        return all.Find(a => a.Span.Contains(cursor.Here)) is { } here ? all.FindAll(a => a.Of == here.Of && a.Text == here.Text) : [];
    }

    /// <summary>A text without its quotation marks.</summary>
    public static TextSpan Inside(Token token) => new(token.Start + 1, Strings.AsTyped(token).Length);

    private static IEnumerable<Answer> OfNode(SyntaxNode node) => node switch
    {
        ChoiceFieldSyntax field => field.Options.OfType<OptionSyntax>().Select(o => Placed(field.Name, o.Label, true)),
        RequiredSyntax { When: { } when, IsOption: { } option } => [Placed(when, option, false)],
        ColumnSyntax column => column.Options.Select(o => Placed(column.Name, o, true)),
        DeadlinesSyntax deadlines => deadlines.Cases.OfType<DeadlineCaseSyntax>().Select(c => Placed(deadlines.Of, c.Option, false)),
        _ => [],
    };

    private static Answer Placed(Token of, Token text, bool isDeclaration) => new(of.Text, Strings.Value(text), Inside(text), isDeclaration);
}
