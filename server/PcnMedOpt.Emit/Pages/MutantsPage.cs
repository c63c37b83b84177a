using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Proving;

namespace PcnMedOpt.Emit.Pages;

/// <summary>Mistakes that were put into each criterion, and which of them no example notices.</summary>
public static class MutantsPage
{
    public static TestingView View(TestingMeta meta, ImmutableArray<TriedMutant> tried) => TestingView.Of(
        meta,
        "Mistakes that examples would notice",
        [Counted(tried), "A mistake that no example notices could be made in this protocol tomorrow, and every example would still pass."],
        [
            .. tried.Where(t => t.Outcome != MutantOutcome.Noticed).GroupBy(t => t.Cohort).Select(c => new TestingSection(
                $"cohort-{c.Key.Replace('.', '-')}", c.Key, [],
                [new TestingTable($"Not noticed in {c.Key}", ["Criterion", "Mistake", "What is known"], [.. c.Select(t => TestingRow.Of(t.Label, t.What, Words(t.Outcome)))], "")],
                [.. c.Select(t => t.Example).OfType<Core.Model.Examples.Example>().Select(ExampleText.Of).Distinct(StringComparer.Ordinal)])),
        ]);

    public static string Counted(ImmutableArray<TriedMutant> tried)
    {
        int Count(MutantOutcome outcome) => tried.Count(t => t.Outcome == outcome);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{tried.Length} mistakes: {Count(MutantOutcome.Noticed)} noticed, {Count(MutantOutcome.NotNoticed)} not noticed, {Count(MutantOutcome.SameMeaning)} of the same meaning (proved), for {Count(MutantOutcome.NobodyFound)} no patient was found.");
    }

    public static string Words(MutantOutcome outcome) => outcome switch
    {
        MutantOutcome.Noticed => "noticed",
        MutantOutcome.NotNoticed => "not noticed: the patient below would notice it",
        MutantOutcome.SameMeaning => "same meaning: proved",
        _ => "same meaning, or not: no patient was found for whom it matters",
    };
}
