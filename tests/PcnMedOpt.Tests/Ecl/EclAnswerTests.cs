using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>Answers of a release that is written by hand: what the specification works out in words, what is doubted, and what is not evaluated.</summary>
public sealed class EclAnswerTests : IDisposable
{
    private static readonly long Ingredient = SmallIds.Concept(1);
    private static readonly long Product = SmallIds.Concept(2);
    private static readonly long Substance = SmallIds.Concept(3);
    private static readonly long Aspirin = SmallIds.Concept(10);
    private static readonly long Caffeine = SmallIds.Concept(11);
    private static readonly long Codeine = SmallIds.Concept(12);
    private static readonly long Paracetamol = SmallIds.Concept(13);
    private static readonly long AspirinCaffeine = SmallIds.Concept(20);
    private static readonly long AspirinCodeine = SmallIds.Concept(21);
    private static readonly long ParacetamolAspirin = SmallIds.Concept(22);
    private static readonly long Retired = SmallIds.Concept(30);
    private static readonly long RetiredToo = SmallIds.Concept(31);
    private static readonly long Refset = SmallIds.Concept(40);
    private static readonly long NotThere = SmallIds.Concept(99);

    private readonly SmallStore small = Release().Import();

    public void Dispose() => small.Dispose();

    /// <summary>The table of 6.3, "Reverse Cardinalities": aspirin is in three products, the others are in one.</summary>
    [Fact]
    public void Reversed_cardinality_counts_sources() => Finds($"< {Substance} : [3..3] R {Ingredient} = *", Aspirin);

    [Fact]
    public void What_is_retired_is_found_by_itself_by_members_and_by_history_and_not_by_hierarchy()
    {
        Finds($"{Retired}", Retired);
        Finds($"^ {Refset}", Aspirin, Retired);
        Finds($"^ {Refset} {{{{ C active = 1 }}}}", Aspirin);
        Finds($"<< {Aspirin}", Aspirin);
        Finds($"<< {Aspirin} {{{{ + HISTORY-MIN }}}}", Aspirin, Retired);
        Finds($"<< {Aspirin} {{{{ + HISTORY-MOD }}}}", Aspirin, Retired);
        Finds($"<< {Aspirin} {{{{ + HISTORY-MAX }}}}", Aspirin, Retired, RetiredToo);
        Finds($"<< {Aspirin} {{{{ + HISTORY ({SmallIds.PossiblyEquivalentTo}) }}}}", Aspirin, RetiredToo);
        Finds($"^ [targetComponentId] {SmallIds.SameAs} {{{{ M referencedComponentId = {Retired} }}}}", Aspirin);
    }

    [Fact]
    public void Not_equal_asks_for_another_value_and_none_is_a_cardinality()
    {
        Finds($"< {Product} : {Ingredient} != {Aspirin}", AspirinCaffeine, AspirinCodeine, ParacetamolAspirin);
        Finds($"< {Product} : [0..0] {Ingredient} = {Caffeine}", AspirinCodeine, ParacetamolAspirin);
        Finds($"< {Product} : {{ {Ingredient} = {Aspirin}, {Ingredient} = {Codeine} }}", AspirinCodeine);
        Finds($"< {Product} : {Ingredient} = {Aspirin}, {Ingredient} = {Caffeine}", AspirinCaffeine);
        Finds($"< {Product} : {{ {Ingredient} = {Aspirin}, {Ingredient} = {Caffeine} }}");
    }

    [Theory]
    [InlineData("<< {99}", EclDoubtKind.Unknown)]
    [InlineData("{10} OR {99}", EclDoubtKind.Unknown)]
    [InlineData("^ {99}", EclDoubtKind.Unknown)]
    [InlineData("* : {99} = *", EclDoubtKind.Unknown)]
    [InlineData("* {{ C moduleId = {99} }}", EclDoubtKind.Unknown)]
    [InlineData("* {{ D dialectId = ({99} (prefer)) }}", EclDoubtKind.Unknown)]
    [InlineData("<< {30}", EclDoubtKind.Retired)]
    [InlineData("{10} OR < {30}", EclDoubtKind.Retired)]
    [InlineData(">! {30}", EclDoubtKind.Retired)]
    [InlineData("^ {10}", EclDoubtKind.NoMembers)]
    public void What_finds_nothing_as_it_is_meant_is_doubted_at_its_place(string form, EclDoubtKind kind)
    {
        var text = Written(form);
        var answer = small.Store.Evaluate(text);
        var doubt = Assert.Single(answer.Doubts);
        Assert.NotNull(answer.Concepts);
        Assert.Equal((kind, true), (doubt.Kind, text[doubt.Offset..].StartsWith($"{doubt.Id}", StringComparison.Ordinal)));
        Assert.Contains($"{doubt.Id}", doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LOINC#54486-6")]
    [InlineData("{10} OR << LOINC#54486-6")]
    [InlineData("^ LOINC#54486-6")]
    [InlineData("^ [*] {40}")]
    [InlineData("^ [referencedComponentId, targetComponentId] {40}")]
    [InlineData("^ [mapTarget] {40}")]
    [InlineData("^ [targetComponentId] {40}")]
    [InlineData("^ {40} {{ M mapTarget = \"J45\" }}")]
    [InlineData("^ {40} {{ M mapAdvice = \"J45\" }}")]
    [InlineData("^ {40} {{ M mapGroup = \"1\" }}")]
    [InlineData("^ {40} {{ M targetComponentId = {10} }}")]
    [InlineData("{10} {{ M active = 1 }}")]
    [InlineData("* : 116680003 = *")]
    [InlineData("* : { R {1} = * }")]
    [InlineData("* : R {1} = #5")]
    [InlineData("* : {1} = wild:\"PAN*\"")]
    [InlineData("* : {1} = match:\"PAN\"")]
    [InlineData("* {{ C effectiveTime > (\"20200101\" \"20210101\") }}")]
    [InlineData("* {{ C effectiveTime > \"\" }}")]
    [InlineData("* {{ D dialect = en-xx }}")]
    [InlineData("* {{ D term = \"+\" }}")]
    [InlineData("* {{ D id = 3032638017 }}")]
    public void What_is_not_evaluated_is_said_and_has_no_answer(string form)
    {
        var answer = small.Store.Evaluate(Written(form));
        Assert.Null(answer.Concepts);
        Assert.Null(answer.Fault);
        Assert.EndsWith(".", Assert.Single(answer.NotEvaluated), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_not_evaluated_is_said() =>
        Assert.Equal(3, small.Store.Evaluate("LOINC#1 OR (^ [*] 900000000000527005 AND << LOINC#2)").NotEvaluated.Length);

    [Fact]
    public void A_fault_has_its_place_and_no_answer()
    {
        var answer = small.Store.Evaluate("<< 195967001 AND << 73211009 MINUS << 40541001");
        Assert.Equal((29, true), (answer.Fault?.Offset, answer.Concepts is null));
    }

    [Fact]
    public void A_list_of_thousands_is_one_set()
    {
        var all = string.Join(" OR ", Enumerable.Repeat($"<< {Product} OR {Aspirin} OR < {Substance}", 5_000));
        Finds(all, Product, Aspirin, Caffeine, Codeine, Paracetamol, AspirinCaffeine, AspirinCodeine, ParacetamolAspirin);
    }

    private void Finds(string text, params long[] expected)
    {
        var answer = small.Store.Evaluate(text);
        Assert.Empty(answer.NotEvaluated);
        Assert.Equal(expected.Order(), answer.Concepts ?? []);
        Assert.NotNull(answer.Concepts);
    }

    private static string Written(string form)
    {
        foreach (var number in new[] { 1, 10, 30, 40, 99 }) form = form.Replace($"{{{number}}}", $"{SmallIds.Concept(number)}", StringComparison.Ordinal);
        return form;
    }

    private static SmallRelease Release()
    {
        long[] active = [Ingredient, Product, Substance, Aspirin, Caffeine, Codeine, Paracetamol, AspirinCaffeine, AspirinCodeine, ParacetamolAspirin, Refset, .. SmallIds.Known];
        SmallRelationship Has(long product, long ingredient, int group) => new(product, Ingredient, ingredient, "", group, true);
        SmallRelationship IsA(long below, long above) => new(below, SmallRelease.IsA, above, "", 0, true);
        SmallMember Row(long refset, long concept, long target) => new(refset, concept, target, SmallIds.Module, 20260101, true);
        return new SmallRelease(
            [.. active.Select(c => new SmallConcept(c, true, SmallIds.Module, SmallIds.Primitive, 20260101)), .. new[] { Retired, RetiredToo }.Select(c => new SmallConcept(c, false, SmallIds.Module, SmallIds.Primitive, 20260101))],
            [
                .. new[] { Aspirin, Caffeine, Codeine, Paracetamol }.Select(s => IsA(s, Substance)),
                .. new[] { AspirinCaffeine, AspirinCodeine, ParacetamolAspirin }.Select(p => IsA(p, Product)),
                Has(AspirinCaffeine, Aspirin, 1), Has(AspirinCaffeine, Caffeine, 2), Has(AspirinCodeine, Aspirin, 1), Has(AspirinCodeine, Codeine, 1),
                Has(ParacetamolAspirin, Paracetamol, 0), Has(ParacetamolAspirin, Aspirin, 0),
            ],
            [],
            [],
            [Row(Refset, Aspirin, 0), Row(Refset, Retired, 0), Row(SmallIds.SameAs, Retired, Aspirin), Row(SmallIds.PossiblyEquivalentTo, RetiredToo, Aspirin)]);
    }
}
