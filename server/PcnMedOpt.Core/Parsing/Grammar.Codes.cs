using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Code sets.</summary>
internal static class CodesGrammar
{
    private static readonly TokenKind[] Marks = [ShiftLeft, Less, Caret, VtmWord, VmpWord, AmpWord, VmppWord, AmppWord];

    private static readonly Parser<MarkedCodeSyntax> MarkedCode = Seq(
        Optional(Switch<Token>("a mark", [.. Marks.Select(k => (k, Tok(k)))])), Code, (mark, code) => new MarkedCodeSyntax(mark, code));

    private static readonly Parser<ClauseSyntax> Entry = Cited(Seq(
        Optional(OnlyWord),
        MarkedCode,
        Optional(Switch("a cluster", (ClusterWord, After(Tok(ClusterWord), StringText)))),
        (only, code, cluster) => new EntrySyntax(only, code, cluster)));

    private static readonly Parser<ExceptSyntax> Excepted = Switch<ExceptSyntax>(
        "a code or the name of a code set",
        Slot.CodeSet,
        [
            .. Names(Seq(SetName, name => new ExceptSyntax(null, name))),
            .. Marks.Append(Number).Append(Damaged).Select(k => (k, ExceptedCode)),
        ]);

    private static readonly Choice<PlausibleSyntax> Plausible = Switch(
        "plausible", (PlausibleWord, After(Tok(PlausibleWord), Seq(Signed, Tok(ToWord), Signed, (low, _, high) => new PlausibleSyntax(low, high)))));

    private static readonly Parser<ClauseSyntax> UnitClause =
        Cited(Seq(Tok(UnitWord), UnitName, Optional(Plausible), (keyword, unit, plausible) => new UnitClauseSyntax(keyword, unit, plausible)));

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "a code, include, except, from, awaiting, unit or with history",
        Slot.CodesClause,
        [
            .. Marks.Append(Damaged).Append(OnlyWord).Select(k => (k, Entry)),
            (Number, PlainEntry),
            (IncludeWord, Cited(After(Tok(IncludeWord), Seq(SetName, name => new IncludeSetSyntax(name))))),
            (ExceptWord, Cited(After(Tok(ExceptWord), Seq(Excepted, except => except)))),
            (FromWord, Cited(Seq(
                After(Tok(FromWord), StringFor(Slot.ListPath)),
                After(Tok(ColumnWord), StringFor(Slot.ListColumn)),
                Optional(Switch("term", (TermWord, After(Tok(TermWord), StringFor(Slot.ListColumn))))),
                (path, column, term) => new FromFileSyntax(path, column, term)))),
            (AwaitingWord, Cited(Seq(Tok(AwaitingWord), StringText, (keyword, text) => new AwaitingSyntax(keyword, text)))),
            (UnitWord, UnitClause),
            (WithWord, Cited(After(Tok(WithWord), Tok(HistoryWord), Seq(
                OneOf("none, minimum, moderate or maximum", NoneWord, MinimumWord, ModerateWord, MaximumWord), extent => new HistorySyntax(extent))))),
        ]);

    private static readonly Parser<CodesBodySyntax> Block = Seq(
        Open, Recovery.Clauses(Clause, Restarts), Close, CodesBodySyntax (open, clauses, close) => new CodesBlockSyntax(open, clauses, close));

    /// <summary>A number begins an entry at the start of a line only: elsewhere it may belong to the clause that failed.</summary>
    private static bool Restarts(Token token, bool startsLine) => Clause.Starts(token.Kind) && (startsLine || token.Kind is not (Number or Damaged));

    private static readonly Choice<(Token Operator, Token Name)> NextName = Switch<(Token Operator, Token Name)>(
        "or, and, except",
        [.. new[] { OrWord, AndWord, ExceptWord }.Select(k => (k, Seq(Tok(k), SetName, (word, name) => (word, name))))]);

    private static readonly Parser<CodesBodySyntax> Expression = After(Tok(Equal), Seq(
        SetName,
        Many(NextName),
        CodesBodySyntax (first, rest) => new CodesExpressionSyntax([first, .. rest.Select(r => r.Name)], [.. rest.Select(r => r.Operator)])));

    private static readonly Parser<CodesBodySyntax> Body = Switch<CodesBodySyntax>(
        "the codes between braces, = and other code sets, or ecl",
        (OpenBrace, Block),
        (Equal, WindowGrammar.Placed(Expression)),
        (EclWord, After(Tok(EclWord), Seq(AnyText, CodesBodySyntax (text) => new CodesEclSyntax(text)))));

    public static readonly Parser<DeclarationSyntax> Codes = Declarations.Headed(
        CodesWord,
        Seq(OneOf("snomed or dmd", SnomedWord, DmdWord), Body, Cites, (system, body, cites) => (system, body, cites)),
        (head, rest) => new CodesSyntax(head.Keyword, head.Name, head.Title, rest.system, rest.body) { Cites = rest.cites });

    /// <summary>The line that code sets consist of, an identifier and its term, made at once; with anything more it is read as every other entry.</summary>
    private static IResult<ClauseSyntax> PlainEntry(IInput input)
    {
        var id = (Token)input;
        var term = id.Next.Kind == TokenKind.Term ? id.Next : null;
        var after = (term ?? id).Next;
        if (after.Kind is ClusterWord or OpenBracket or TokenKind.Probe) return Entry(input);
        var code = new CodeSyntax(id, term);
        var marked = new MarkedCodeSyntax(null, code);
        var entry = new EntrySyntax(null, marked, null);
        code.Place(id, after);
        marked.Place(id, after);
        entry.Place(id, after);
        return new Success<ClauseSyntax>(entry, after);
    }

    private static Parser<ExceptSyntax> ExceptedCode => Seq(MarkedCode, code => new ExceptSyntax(code, null));
}
