using System.Globalization;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>From the syntax of a code set to its definition. Nothing is judged here.</summary>
public static class CodeSetReader
{
    public static CodeSetDefinition Read(CodesSyntax syntax)
    {
        var clauses = (syntax.Body as CodesBlockSyntax)?.Clauses ?? [];
        var excepts = clauses.OfType<ExceptSyntax>().ToList();
        var awaiting = clauses.OfType<AwaitingSyntax>().FirstOrDefault();
        return new CodeSetDefinition(
            NameOf(syntax.Name!),
            syntax.System.Kind == TokenKind.DmdWord ? CodeSystem.Dmd : CodeSystem.Snomed,
            [.. clauses.OfType<EntrySyntax>().Select(Entry)],
            [.. excepts.Where(e => e.Code is not null).Select(e => Entry(e.Code!, e.Span))],
            [.. clauses.OfType<IncludeSetSyntax>().Select(i => Set(i.Name))],
            [.. excepts.Where(e => e.Name is not null).Select(e => Set(e.Name!))],
            [.. clauses.OfType<FromFileSyntax>().Select(List)],
            syntax.Body is CodesExpressionSyntax expression ? Expression(expression) : null,
            syntax.Body is CodesEclSyntax ecl ? Strings.Value(ecl.Text) : null,
            awaiting is null ? null : Strings.Value(awaiting.Text),
            awaiting?.Span,
            [.. clauses.OfType<UnitClauseSyntax>().Select(Unit)],
            clauses.OfType<HistorySyntax>().FirstOrDefault()?.Extent.Text);
    }

    /// <summary>A name as it is meant: in lower case, whatever was typed (which is reported).</summary>
    public static string NameOf(Token token) => token.Kind == TokenKind.CasedWord ? token.Text.ToLowerInvariant() : token.Text;

    public static WrittenCode Code(CodeSyntax code)
    {
        var text = code.Id.Text;
        var problem = code.Id.Kind == TokenKind.Damaged ? SctidProblem.NotDigits : Sctid.Check(text);
        return new WrittenCode(
            text,
            problem == SctidProblem.None ? long.Parse(text, CultureInfo.InvariantCulture) : null,
            problem,
            code.Term is null ? null : Strings.Value(code.Term),
            code.Id.Span,
            code.Term?.Span);
    }

    private static CodeEntry Entry(EntrySyntax entry) =>
        new(Mark(entry.Code.Mark), Code(entry.Code.Code), entry.Only is not null, entry.Cluster is null ? null : Strings.Value(entry.Cluster), entry.Span);

    private static CodeEntry Entry(MarkedCodeSyntax code, TextSpan span) => new(Mark(code.Mark), Code(code.Code), false, null, span);

    private static SetName Set(Token name) => new(NameOf(name), name.Span);

    private static ListReference List(FromFileSyntax from) => new(
        Strings.AsTyped(from.Path),
        Strings.Value(from.Column),
        from.Term is null ? null : Strings.Value(from.Term),
        from.Span,
        from.Path.Span,
        from.Column.Span,
        from.Term?.Span);

    private static SetExpression Expression(CodesExpressionSyntax expression)
    {
        var word = expression.Operators.IsEmpty ? TokenKind.OrWord : expression.Operators[0].Kind;
        var joined = word switch { TokenKind.AndWord => SetOperator.And, TokenKind.ExceptWord => SetOperator.Except, _ => SetOperator.Or };
        return new SetExpression(joined, [.. expression.Names.Select(Set)]);
    }

    private static UnitClause Unit(UnitClauseSyntax clause) => new(
        clause.Unit.Kind == TokenKind.NoneWord ? Units.Unit.None : UnitSpellings.Read(clause.Unit.Text),
        clause.Unit.Kind == TokenKind.NoneWord,
        Numbers.Signed(clause.Plausible?.Low),
        Numbers.Signed(clause.Plausible?.High),
        clause.Span,
        clause.Unit.Span);

    private static CodeMark Mark(Token? mark) => mark?.Kind switch
    {
        TokenKind.ShiftLeft => CodeMark.SelfAndDescendants,
        TokenKind.Less => CodeMark.Descendants,
        TokenKind.Caret => CodeMark.Members,
        TokenKind.VtmWord => CodeMark.Vtm,
        TokenKind.VmpWord => CodeMark.Vmp,
        TokenKind.AmpWord => CodeMark.Amp,
        TokenKind.VmppWord => CodeMark.Vmpp,
        TokenKind.AmppWord => CodeMark.Ampp,
        _ => CodeMark.Self,
    };
}
