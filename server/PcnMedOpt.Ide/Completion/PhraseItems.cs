using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Hovering;

namespace PcnMedOpt.Ide.Completion;

/// <summary>The words that may stand at a place: as the clause that they begin where there is one, else alone.</summary>
internal static class PhraseItems
{
    private static readonly TokenKind[] Comparisons = [TokenKind.GreaterOrEqual, TokenKind.Greater, TokenKind.LessOrEqual, TokenKind.Less, TokenKind.Equal];

    /// <summary>Bare words that come before others of their group, in this order.</summary>
    private static readonly TokenKind[] First =
    [
        .. Comparisons, TokenKind.YearsWord, TokenKind.YearWord, TokenKind.MonthsWord, TokenKind.MonthWord, TokenKind.WeeksWord, TokenKind.WeekWord, TokenKind.DaysWord, TokenKind.DayWord,
    ];

    public static IEnumerable<CompletionItem> Of(Typing typing, IEnumerable<Asked> asked)
    {
        var taken = Surroundings.Taken(typing);
        return asked.Where(a => Fits(typing, a)).SelectMany(a => Of(typing, a, taken));
    }

    private static IEnumerable<CompletionItem> Of(Typing typing, Asked asked, IReadOnlyCollection<string> taken)
    {
        var phrases = AllPhrases.ByAsked[asked];
        if (!phrases.Any()) return Alone(typing, asked, taken);
        return from p in phrases
               where Matching.Fits(typing.Typed, p.Phrase.Label) && !taken.Any(t => p.Phrase.Label == t || p.Phrase.Label.StartsWith(t + " ", StringComparison.Ordinal))
               let insert = p.Phrase.Filled(typing)
               select Items.Of(typing, p.Phrase.Label, p.Phrase.Shown, p.Phrase.Detail, insert, Group(typing, asked), p.Rank) with
               {
                   IsSnippet = insert.AsSpan().ContainsAny('$', '\\'),
               };
    }

    /// <summary>A word or comparison as it is.</summary>
    private static IEnumerable<CompletionItem> Alone(Typing typing, Asked asked, IReadOnlyCollection<string> taken)
    {
        var text = TokenText.Of(asked.Kind);
        var rank = Array.IndexOf(First, asked.Kind);
        if (!Comparisons.Contains(asked.Kind) && (!TokenText.IsWord(asked.Kind) || taken.Contains(text))) yield break;
        var isNext = asked.Slot is Slot.Duration or Slot.Age or Slot.Time or Slot.Amount or Slot.Comparison or Slot.Range || (asked.Slot is Slot.None or Slot.Medicines && !Completions.MayEnd(typing.Probe));
        yield return Items.Of(typing, text, CompletionKind.Keyword, KeywordHelp.Of(text, DeclarationKinds.Of(typing.Probe.Read.Lexed.First.Kind)) ?? "", text, isNext ? Items.Fitting : Items.Words, rank < 0 ? First.Length + (int)asked.Kind : rank);
    }

    /// <summary>Clauses come first where one begins, and last in the middle of a line.</summary>
    private static char Group(Typing typing, Asked asked) => asked.Slot switch
    {
        var slot when Surroundings.BeginsClause(slot) => !typing.StartsLine ? Items.Rare : asked.Kind == TokenKind.BornWord || asked.Kind == typing.ClauseBefore ? Items.Fitting : Items.Phrases,
        Slot.Happened or Slot.EachOther => IsUnlikely(typing, asked.Kind) ? Items.Rare : Items.Fitting,
        Slot.Range or Slot.Event or Slot.Attribute or Slot.Quantifier => Items.Fitting,
        _ => Items.Phrases,
    };

    /// <summary>Medicines are issued, and what SNOMED CT says is recorded.</summary>
    private static bool IsUnlikely(Typing typing, TokenKind happened)
    {
        if (typing.Before is not [{ IsName: true } name, ..] || typing.Compilation.Names.Find(name.Text)?.Facts.Codes is not { } codes) return false;
        return (codes.System == CodeSystem.Dmd) == (happened == TokenKind.RecordedWord);
    }

    private static bool Fits(Typing typing, Asked asked)
    {
        var previous = typing.Before.FirstOrDefault();
        return asked switch
        {
            { Slot: Slot.Declaration } => typing.Probe.IsOutside,
            { Slot: Slot.Comparison } when previous?.Kind is TokenKind.AgeWord or TokenKind.ForWord => asked.Kind is TokenKind.GreaterOrEqual or TokenKind.Less or TokenKind.BetweenWord,
            { Slot: Slot.Quantifier } when previous?.Kind == TokenKind.ExcludeWord => asked.Kind == TokenKind.AnyWord,
            { Slot: Slot.Duration or Slot.Age or Slot.Time or Slot.Amount } when previous?.Kind == TokenKind.Number => IsNumber(asked.Kind, previous.Text == "1"),
            { Kind: TokenKind.VtmWord or TokenKind.VmpWord or TokenKind.AmpWord or TokenKind.VmppWord or TokenKind.AmppWord or TokenKind.OnlyWord } =>
                Surroundings.SystemOf(typing.Probe) == TokenKind.DmdWord,
            { Slot: Slot.CodesClause, Kind: TokenKind.ShiftLeft or TokenKind.Less or TokenKind.Caret or TokenKind.WithWord or TokenKind.UnitWord } =>
                Surroundings.SystemOf(typing.Probe) == TokenKind.SnomedWord,
            { Slot: Slot.Attribute, Kind: TokenKind.UnitWord or TokenKind.ExpectWord } => FieldKind(typing) == TokenKind.NumberWord,
            { Slot: Slot.Attribute, Kind: TokenKind.OnWord } => FieldKind(typing) == TokenKind.OutcomeWord,
            { Kind: TokenKind.EvidenceWord, Slot: Slot.None } => previous?.Kind != TokenKind.OpenBracket,
            { Kind: var kind, Slot: not (Slot.Comparison or Slot.Range) } when Comparisons.Contains(kind) => AllPhrases.ByAsked.Contains(asked),
            _ => true,
        };
    }

    /// <summary>Of the field whose attributes may stand here.</summary>
    private static TokenKind? FieldKind(Typing typing) => typing.Probe.Read.Nodes.OfType<FieldSyntax>().LastOrDefault(f => f.After == typing.Probe.Token)?.Kind.Kind;

    /// <summary>"1 month", "2 months": a unit of time in the number of what stands before it; every other word in any.</summary>
    private static bool IsNumber(TokenKind kind, bool isOne) => kind switch
    {
        TokenKind.DayWord or TokenKind.WeekWord or TokenKind.MonthWord or TokenKind.YearWord or TokenKind.HourWord or TokenKind.MinuteWord => isOne,
        TokenKind.DaysWord or TokenKind.WeeksWord or TokenKind.MonthsWord or TokenKind.YearsWord or TokenKind.HoursWord or TokenKind.MinutesWord => !isOne,
        _ => true,
    };
}
