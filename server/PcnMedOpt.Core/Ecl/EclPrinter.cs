using System.Diagnostics;
using System.Globalization;

namespace PcnMedOpt.Core.Ecl;

/// <summary>An expression in canonical text: the brief syntax, one blank where blanks are, capital letters for words that join. It reads back as the same.</summary>
public static class EclPrinter
{
    public static string Print(EclExpression expression) => expression switch
    {
        CompoundExpression compound => string.Join(JoinText(compound.Join), compound.Parts.Select(Print)),
        RefinedExpression refined => $"{Print(refined.Focus)} : {Print(refined.Refinement)}",
        DottedExpression dotted => string.Join(" . ", dotted.Attributes.Prepend(dotted.Focus).Select(Print)),
        SubExpression sub => Print(sub),
        _ => throw new UnreachableException($"No text for {expression}"),
    };

    public static string Print(SubExpression sub) => string.Concat(
    [
        sub.Operator == EclOperator.Self ? "" : Sign(sub.Operator) + " ",
        sub.Membership is { } membership ? Print(membership) : "",
        Print(sub.Focus),
        .. sub.Filters.Select(f => " " + EclFilterPrinter.Print(f)),
        sub.History is { } history ? " " + EclFilterPrinter.Print(history) : "",
    ]);

    public static string Print(EclRefinement refinement) => refinement switch
    {
        RefinementList list => string.Join(list.IsOr ? " OR " : ", ", list.Parts.Select(p => p is RefinementList ? $"({Print(p)})" : Print(p))),
        AttributeGroup group => $"{Print(group.Cardinality)}{{ {Print(group.Attributes)} }}",
        EclAttribute attribute => $"{Print(attribute.Cardinality)}{(attribute.IsReverse ? "R " : "")}{Print(attribute.Name)} {Print(attribute.Comparison)}",
        _ => throw new UnreachableException($"No text for {refinement}"),
    };

    public static string Print(EclComparison comparison) => comparison switch
    {
        ConceptComparison concepts => $"{Sign(concepts.IsNot)} {Print(concepts.Value)}",
        NumberComparison number => $"{Sign(number.Order)} #{number.Value.ToString(CultureInfo.InvariantCulture)}",
        TextComparison text => $"{Sign(text.IsNot)} {EclFilterPrinter.OneOrList(text.Terms, Print)}",
        BooleanComparison truth => $"{Sign(truth.IsNot)} {(truth.Value ? "true" : "false")}",
        TimeComparison times => $"{Sign(times.Order)} {EclFilterPrinter.OneOrList(times.Days, d => d == 0 ? "\"\"" : $"\"{d.ToString(CultureInfo.InvariantCulture)}\"")}",
        _ => throw new UnreachableException($"No text for {comparison}"),
    };

    public static string Print(ConceptReference concept) => WithTerm(concept.Id.ToString(CultureInfo.InvariantCulture), concept.Term);

    /// <summary>The sign of an operator; empty for the concepts themselves.</summary>
    public static string Sign(EclOperator value) => value switch
    {
        EclOperator.DescendantOf => "<",
        EclOperator.DescendantOrSelfOf => "<<",
        EclOperator.ChildOf => "<!",
        EclOperator.ChildOrSelfOf => "<<!",
        EclOperator.AncestorOf => ">",
        EclOperator.AncestorOrSelfOf => ">>",
        EclOperator.ParentOf => ">!",
        EclOperator.ParentOrSelfOf => ">>!",
        EclOperator.Top => "!!>",
        EclOperator.Bottom => "!!<",
        _ => "",
    };

    internal static string Sign(bool isNot) => isNot ? "!=" : "=";

    private static string Sign(EclOrder order) => order switch
    {
        EclOrder.NotEqual => "!=",
        EclOrder.Less => "<",
        EclOrder.LessOrEqual => "<=",
        EclOrder.Greater => ">",
        EclOrder.GreaterOrEqual => ">=",
        _ => "=",
    };

    private static string JoinText(EclJoin join) => join switch
    {
        EclJoin.And => " AND ",
        EclJoin.Or => " OR ",
        _ => " MINUS ",
    };

    private static string Print(EclMembership membership) => membership switch
    {
        { AllFields: true } => "^ [*] ",
        { Fields: [] } => "^ ",
        _ => $"^ [{string.Join(", ", membership.Fields)}] ",
    };

    private static string Print(EclFocus focus) => focus switch
    {
        ConceptFocus concept => Print(concept.Concept),
        AnyFocus => "*",
        AlternateFocus alternate => WithTerm(Print(alternate.Scheme, alternate.Code), alternate.Term),
        NestedFocus nested => $"({Print(nested.Expression)})",
        _ => throw new UnreachableException($"No text for {focus}"),
    };

    private static string Print(string scheme, string code) =>
        code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? $"{scheme}#{code}" : $"\"{scheme}#{code}\"";

    private static string WithTerm(string id, string? term) => term is null ? id : $"{id} |{term}|";

    private static string Print(Cardinality? cardinality) => cardinality is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"[{cardinality.Least}..{cardinality.Most?.ToString(CultureInfo.InvariantCulture) ?? "*"}] ");

    private static string Print(SearchTerm term) => term switch
    {
        MatchTerm match => $"{(match.IsSaid ? "match:" : "")}\"{Escaped(match.Text)}\"",
        WildTerm wild => $"wild:\"{wild.Pattern}\"",
        _ => throw new UnreachableException($"No text for {term}"),
    };

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
