using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>A single filter: its word, a sign of comparison, and what it is compared with.</summary>
internal static class EclFilterKinds
{
    private static readonly Parser<bool> IsNot = EclComparisonGrammar.ReadIsNot;

    private static readonly Parser<ConceptReference> Concept = EclValues.Concept;

    private static readonly Parser<ConceptChoice> Concepts = input => IsConceptList((EclToken)input)
        ? Seq(Bracketed(Concept), listed => new ConceptChoice(null, listed))(input)
        : Seq(EclGrammar.ReadSub, expression => new ConceptChoice(expression, []))(input);

    private static readonly Parser<bool> ActiveValue = input => (EclToken)input is { Kind: Number } number && (number.Is("1") || number.Is("0"))
        ? new EclSuccess<bool>(number.Is("1"), number.Next)
        : Words("'1', '0', 'true' or 'false'", ("true", true), ("false", false))(input);

    private static readonly Parser<string> LanguageCode = input => (EclToken)input is { Chars.Length: 2 } code && EclWords.IsLetters(code.Chars)
        ? new EclSuccess<string>(code.Text, code.Next)
        : Unexpected<string>((EclToken)input, "the two letters of a language, such as en");

    private static readonly Parser<DescriptionType> TypeToken = Words(
        "'syn', 'fsn' or 'def'",
        ("syn", DescriptionType.Synonym),
        ("synonym", DescriptionType.Synonym),
        ("fsn", DescriptionType.FullySpecifiedName),
        ("fullySpecifiedName", DescriptionType.FullySpecifiedName),
        ("def", DescriptionType.Definition),
        ("definition", DescriptionType.Definition));

    private static readonly Parser<bool> StatusToken = Words("'primitive' or 'defined'", ("primitive", false), ("defined", true));

    private static readonly Parser<EclFilter> Module = Seq(IsNot, Concepts, EclFilter (isNot, modules) => new ModuleFilter(isNot, modules));

    private static readonly Parser<EclFilter> EffectiveTime = Seq(EclComparisonGrammar.OfDays, EclFilter (times) => new EffectiveTimeFilter(times));

    private static readonly Parser<EclFilter> Active = Seq(IsNot, ActiveValue, EclFilter (isNot, value) => new ActiveFilter(isNot, value));

    private static readonly Dictionary<string, Parser<EclFilter>> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["moduleId"] = Module,
        ["effectiveTime"] = EffectiveTime,
        ["active"] = Active,
    };

    private static readonly Dictionary<string, Parser<EclFilter>> Descriptions = new(Shared, StringComparer.OrdinalIgnoreCase)
    {
        ["term"] = Seq(EclComparisonGrammar.OfTerms, EclFilter (terms) => new TermFilter(terms)),
        ["language"] = Seq(IsNot, OneOrBracketed(LanguageCode), EclFilter (isNot, codes) => new LanguageFilter(isNot, codes)),
        ["type"] = Seq(IsNot, OneOrBracketed(TypeToken), EclFilter (isNot, types) => new TypeFilter(isNot, types)),
        ["typeId"] = Seq(IsNot, Concepts, EclFilter (isNot, types) => new TypeIdFilter(isNot, types)),
        ["dialect"] = EclDialectGrammar.ByAlias,
        ["dialectId"] = EclDialectGrammar.ById,
        ["id"] = Seq(IsNot, OneOrBracketed(EclValues.Identifier), EclFilter (isNot, ids) => new DescriptionIdFilter(isNot, ids)),
    };

    private static readonly Dictionary<string, Parser<EclFilter>> OfConcepts = new(Shared, StringComparer.OrdinalIgnoreCase)
    {
        ["definitionStatus"] = Seq(IsNot, OneOrBracketed(StatusToken), EclFilter (isNot, defined) => new DefinitionStatusFilter(isNot, defined)),
        ["definitionStatusId"] = Seq(IsNot, Concepts, EclFilter (isNot, statuses) => new DefinitionStatusIdFilter(isNot, statuses)),
    };

    public static readonly Parser<EclFilter> OfDescription = input => Read((EclToken)input, Descriptions, OfConcepts, "C");

    public static readonly Parser<EclFilter> OfConcept = input => Read((EclToken)input, OfConcepts, Descriptions, "D");

    public static readonly Parser<EclFilter> OfMember = input =>
    {
        var word = (EclToken)input;
        if (word.Kind != Word || !EclWords.IsLetters(word.Chars)) return Unexpected<EclFilter>(word, "the name of a field, such as mapTarget");
        if (Shared.TryGetValue(word.Text, out var shared)) return shared(word.Next);
        return Seq(EclComparisonGrammar.OfField, EclFilter (comparison) => new MemberFieldFilter(word.Text, comparison))(word.Next);
    };

    private static IResult<EclFilter> Read(EclToken word, Dictionary<string, Parser<EclFilter>> filters, Dictionary<string, Parser<EclFilter>> others, string letter)
    {
        if (filters.TryGetValue(word.Text, out var filter)) return filter(word.Next);
        if (word.Kind == Word && others.ContainsKey(word.Text))
            return Fail<EclFilter>(word, $"'{word.Text}' is a filter of {(letter == "C" ? "concepts" : "descriptions")}: write it in braces of its own, {{{{ {letter} {word.Text} … }}}}.");
        if (word.Chars.StartsWith("history", StringComparison.OrdinalIgnoreCase)) return Fail<EclFilter>(word, $"A '+' is missing: write {{{{ + {word.Text} }}}}.");
        if (EclWords.IsField(word.Text))
            return Fail<EclFilter>(word, $"'{word.Text}' is a field of reference sets: write it in braces of its own, {{{{ M {word.Text} … }}}}.");
        return Unexpected<EclFilter>(word, string.Join(", ", filters.Keys.Order(StringComparer.Ordinal).Select(k => $"'{k}'")));
    }

    /// <summary>Brackets hold a list, and not an expression, where a second identifier follows the first.</summary>
    private static bool IsConceptList(EclToken open)
    {
        if (open.Kind != Open || open.Next.Kind != Number) return false;
        var second = open.Next.Next.Kind == Term ? open.Next.Next.Next : open.Next.Next;
        return second.Kind == Number;
    }
}
