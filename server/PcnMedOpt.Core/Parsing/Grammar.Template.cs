using PcnMedOpt.Core.Syntax;
using Sprache;
using static PcnMedOpt.Core.Parsing.Combinators;
using static PcnMedOpt.Core.Parsing.SharedGrammar;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Core.Parsing;

/// <summary>Templates: a coded consultation.</summary>
internal static class TemplateGrammar
{
    private static readonly Parser<Token?> TickedOrOption = Switch<Token?>(
        "ticked, or is and an option",
        (TickedWord, Seq(Tok(TickedWord), _ => (Token?)null)),
        (IsWord, After(Tok(IsWord), Seq(StringFor(Slot.Option), option => (Token?)option))));

    private static readonly Choice<(Token? When, Token? Option)> When = Switch<(Token? When, Token? Option)>(
        "when and a field",
        (WhenWord, After(Tok(WhenWord), Seq(NameOf(Slot.Field), TickedOrOption, (field, option) => ((Token?)field, option)))));

    private static readonly Parser<AttributeSyntax> Required = input =>
    {
        var keyword = (Token)input;
        if (!When.Starts(keyword.Next)) return Node(new RequiredSyntax(keyword, null, null), keyword, keyword.Next);
        var when = When.Parse(keyword.Next);
        return when.WasSuccessful
            ? Node(new RequiredSyntax(keyword, when.Value.When, when.Value.Option), keyword, (Token)when.Remainder)
            : Fail<(Token?, Token?), AttributeSyntax>(when);
    };

    private static readonly Parser<AttributeSyntax> Coded = Seq(Tok(CodeWord), Code, AttributeSyntax (keyword, code) => new CodedSyntax(keyword, code));

    private static readonly Parser<AttributeSyntax> Uncoded = Seq(Tok(UncodedWord), StringText, AttributeSyntax (keyword, why) => new UncodedSyntax(keyword, why));

    private static readonly Choice<AttributeSyntax> Attribute = Switch(
        "required, code, uncoded, unit, expect or on completion",
        Slot.Attribute,
        (RequiredWord, Required),
        (CodeWord, Coded),
        (UncodedWord, Uncoded),
        (UnitWord, Seq(Tok(UnitWord), UnitName, AttributeSyntax (keyword, unit) => new FieldUnitSyntax(keyword, unit))),
        (ExpectWord, Seq(Tok(ExpectWord), Signed, Tok(ToWord), Signed, AttributeSyntax (keyword, low, _, high) => new FieldRangeSyntax(keyword, low, high))),
        (OnWord, Seq(Tok(OnWord), Tok(CompletionWord), AttributeSyntax (keyword, _) => new OnCompletionSyntax(keyword))));

    private static readonly Choice<AttributeSyntax> OptionAttribute = Switch("code or uncoded", Slot.Attribute, (CodeWord, Coded), (UncodedWord, Uncoded));

    private static readonly TokenKind[] Plains = [TextWord, NumberWord, DateWord, TickWord, OutcomeWord];

    private static readonly Parser<ClauseSyntax> Plain = Seq(
        OneOf("text, number, date, tick or outcome", TextWord, NumberWord, DateWord, TickWord, OutcomeWord),
        NameToken,
        Title,
        Many(Attribute),
        ClauseSyntax (kind, name, title, attributes) => new FieldSyntax(kind, name, title, attributes));

    private static readonly Choice<ClauseSyntax> Then = Switch(
        "then and a field", (ThenWord, After(Tok(ThenWord), (Parser<ClauseSyntax>)(input => Item!.Parse(input)))));

    private static readonly Choice<ClauseSyntax> Option = Switch<ClauseSyntax>(
        "an option in quotation marks",
        Slot.NewName,
        (TokenKind.String, Seq(StringText, Many(OptionAttribute), Optional(Then), ClauseSyntax (label, attributes, then) => new OptionSyntax(label, attributes, then))));

    private static readonly Parser<ClauseSyntax> Choices = Seq(
        OneOf("choice or choices", ChoiceWord, ChoicesWord),
        NameToken,
        Title,
        Many(Attribute),
        Declarations.InnerBody(Option, StepWord),
        ClauseSyntax (kind, name, title, attributes, body) => new ChoiceFieldSyntax(kind, name, title, attributes, body));

    private static readonly Parser<ClauseSyntax> Show = Seq(
        Tok(ShowWord),
        After(Tok(LatestWord), Separated(ResultsName, Comma)),
        Optional(WindowGrammar.WindowChoice),
        ClauseSyntax (keyword, sets, window) => new ShowSyntax(keyword, sets, window));

    private static readonly Parser<ClauseSyntax> Recall =
        Seq(Tok(RecallWord), After(Tok(InWord), Duration), ClauseSyntax (keyword, duration) => new RecallInSyntax(keyword, duration));

    /// <summary>What stands in a step, without its citations.</summary>
    private static readonly Choice<ClauseSyntax> Item = Switch<ClauseSyntax>(
        "a field (text, number, date, tick, choice, choices, outcome), show, recall in or guide",
        Slot.TemplateItem,
        [
            .. Plains.Select(k => (k, Plain)),
            (ChoiceWord, Choices),
            (ChoicesWord, Choices),
            (ShowWord, Show),
            (RecallWord, Recall),
            (GuideWord, Seq(Guide, ClauseSyntax (guide) => guide)),
        ]);

    private static readonly Parser<ClauseSyntax> CitedItem = Cited(Item.Parse);

    private static readonly Choice<ClauseSyntax> StepClause =
        Switch("a field (text, number, date, tick, choice, choices, outcome), show, recall in or guide", Slot.TemplateItem, [.. Plains.Concat([ChoiceWord, ChoicesWord, ShowWord, RecallWord, GuideWord]).Select(k => (k, CitedItem))]);

    private static readonly Choice<ClauseSyntax> Clause = Switch(
        "for, duration, framework, step or guide",
        Slot.TemplateClause,
        (ForWord, Cited(Seq(Tok(ForWord), Ref, (keyword, cohort) => new ForCohortSyntax(keyword, cohort)))),
        (DurationWord, Cited(Seq(Tok(DurationWord), Time, (keyword, time) => new LastingSyntax(keyword, time)))),
        (FrameworkWord, Cited(Seq(
            Tok(FrameworkWord), StringText, After(Tok(StepsWord), WholeNumber), (keyword, title, steps) => new FrameworkSyntax(keyword, title, steps)))),
        (StepWord, Cited(Seq(
            Tok(StepWord),
            Tok(Number, "the number of the step"),
            Title,
            Declarations.InnerBody(StepClause, StepWord, FrameworkWord),
            (keyword, number, title, body) => new TemplateStepSyntax(keyword, number, title, body)))),
        (GuideWord, Cited(Guide)));

    public static readonly Parser<DeclarationSyntax> Template =
        Declarations.Bodied(TemplateWord, Clause, (keyword, name, title, body) => new TemplateSyntax(keyword, name, title, body));

    private static IResult<AttributeSyntax> Node(AttributeSyntax node, Token from, Token to)
    {
        node.Place(from, to);
        return new Success<AttributeSyntax>(node, to);
    }
}
