using System.Collections.Immutable;
using PcnMedOpt.Core.Comparing.Logic;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What changed between two cohorts: each change in plain words, with what it alone does to whom the old cohort found.</summary>
internal sealed class CohortChanges
{
    private readonly Sides sides;
    private readonly Cohort old;
    private readonly Cohort now;
    private readonly CohortClaim was;
    private readonly CohortClaim becomes;
    private readonly ImmutableArray<ChangeLine>.Builder lines = ImmutableArray.CreateBuilder<ChangeLine>();

    private CohortChanges(Sides sides, Cohort old, Cohort now)
    {
        (this.sides, this.old, this.now) = (sides, old, now);
        was = sides.Old.Claims.Parts(old);
        becomes = sides.New.Claims.Parts(now);
    }

    /// <summary>A criterion of the old cohort and of the new one, by their places; null where it is in one of them only.</summary>
    private sealed record Match(int? Old, int? New);

    public static ImmutableArray<ChangeLine> Of(Sides sides, Cohort old, Cohort now) => new CohortChanges(sides, old, now).Lines();

    private ImmutableArray<ChangeLine> Lines()
    {
        From();
        Needed();
        Criteria(old.Include?.Criteria ?? [], now.Include?.Criteria ?? [], was.Include, becomes.Include, true);
        Criteria(old.Exclude, now.Exclude, was.Exclude, becomes.Exclude, false);
        if (old.RunEvery?.ToString() != now.RunEvery?.ToString()) lines.Add(new ChangeLine($"Run every {Words(now.RunEvery)}; was {Words(old.RunEvery)}."));
        return lines.ToImmutable();
    }

    private void From()
    {
        if (was.From.Text == becomes.From.Text) return;
        var (before, after) = (MeasureWords.Of(old.From, sides.Old.English), MeasureWords.Of(now.From, sides.New.English));
        lines.Add(new ChangeLine(
            before == after ? $"It starts from the same, who are others now: {after}." : $"It starts from: {after}. Was: {before}.", Alone(was with { From = becomes.From })));
    }

    private void Needed()
    {
        if (old.Include is null != now.Include is null)
            lines.Add(new ChangeLine(
                now.Include is { } include ? $"Included when {Words(include)}; all of them were." : "All of them are included; criteria chose among them before.",
                Alone(was with { Needed = becomes.Needed, Include = becomes.Include })));
        if (old.Include is null || now.Include is null || (old.Include.Quantifier == now.Include.Quantifier && (old.Include.Quantifier != Quantifier.AtLeast || old.Include.AtLeast == now.Include.AtLeast))) return;
        var needed = now.Include.Quantifier switch { Quantifier.Any => 1, Quantifier.All => was.Include.Length, _ => now.Include.AtLeast };
        lines.Add(new ChangeLine($"Included when {Words(now.Include)}; was when {Words(old.Include)}.", Alone(was with { Needed = needed })));
    }

    private void Criteria(ImmutableArray<Criterion> before, ImmutableArray<Criterion> after, ImmutableArray<Claim> claims, ImmutableArray<Claim> others, bool include)
    {
        foreach (var match in Matched(before, after, claims, others))
        {
            switch (match)
            {
                case { Old: { } from, New: { } to }: Changed(before[from], after[to], claims, from, others[to], include); break;
                case { New: { } added }:
                    lines.Add(new ChangeLine($"{Added(include)}: “{after[added].Label}”: {sides.New.English.Of(after[added].Condition)}.", Alone(include, [.. claims, others[added]])));
                    break;
                case { Old: { } removed }:
                    lines.Add(new ChangeLine($"{Removed(include)}: “{before[removed].Label}”: {sides.Old.English.Of(before[removed].Condition)}.", Alone(include, claims.RemoveAt(removed))));
                    break;
            }
        }
        if (before.Length == after.Length && before.Select(c => c.Label).Order(StringComparer.Ordinal).SequenceEqual(after.Select(c => c.Label).Order(StringComparer.Ordinal)) && !before.Select(c => c.Label).SequenceEqual(after.Select(c => c.Label)))
            lines.Add(new ChangeLine($"The {(include ? "include" : "exclude")} criteria stand in another order.", Verdict.Wording));
    }

    private void Changed(Criterion before, Criterion after, ImmutableArray<Claim> claims, int place, Claim now, bool include)
    {
        if (before.Label != after.Label) lines.Add(new ChangeLine($"“{before.Label}” is now called “{after.Label}”.", Verdict.Wording));
        var (was, becomes) = (sides.Old.English.Of(before.Condition), sides.New.English.Of(after.Condition));
        if (claims[place].Text == now.Text)
        {
            if (was != becomes) lines.Add(new ChangeLine($"“{after.Label}” is written otherwise: {becomes}. Was: {was}.", new Verdict(Effect.Same, Basis.Proved, "It asks for the same.")));
            return;
        }
        var verdict = Alone(include, claims.SetItem(place, now));
        var where = include ? "" : ", who are left out";
        lines.Add(new ChangeLine(was == becomes ? $"“{after.Label}”{where}: {becomes}; what this names has changed." : $"“{after.Label}”{where}: {becomes}. Was: {was}.", verdict));
    }

    /// <summary>By label; what is left by what it asks for, in whatever words; what is left then was added or removed.</summary>
    private IEnumerable<Match> Matched(ImmutableArray<Criterion> before, ImmutableArray<Criterion> after, ImmutableArray<Claim> claims, ImmutableArray<Claim> others)
    {
        var open = Enumerable.Range(0, before.Length).ToList();
        var matched = new int?[after.Length];
        void Take(Func<int, int, bool> same)
        {
            for (var to = 0; to < after.Length; to++)
                if (matched[to] is null && open.FindIndex(from => same(from, to)) is >= 0 and var found)
                {
                    matched[to] = open[found];
                    open.RemoveAt(found);
                }
        }
        Take((from, to) => before[from].Label == after[to].Label);
        Take((from, to) => claims[from].Text == others[to].Text);
        Take((from, to) => sides.Proved(claims[from], others[to]).Effect == Effect.Same);
        return [.. matched.Select((from, to) => new Match(from, to)), .. open.Select(from => new Match(from, null))];
    }

    /// <summary>The old cohort with this one change. Where all are needed, all stay needed.</summary>
    private CohortClaim With(bool include, ImmutableArray<Claim> claims) => include
        ? was with { Include = claims, Needed = old.Include?.Quantifier switch { null => null, Quantifier.Any => 1, Quantifier.All => claims.Length, _ => old.Include?.AtLeast } }
        : was with { Exclude = claims };

    /// <summary>What one criterion alone does; null where there were no criteria, or are none now, so that one alone says nothing.</summary>
    private Verdict? Alone(bool include, ImmutableArray<Claim> claims) =>
        include && old.Include is null != now.Include is null ? null : Alone(With(include, claims));

    private Verdict Alone(CohortClaim changed) => sides.Proved(was.Whole, changed.Whole);

    private string Added(bool include) => !include ? "Left out now" : now.Include?.Quantifier switch { Quantifier.Any => "One more reason to be included", Quantifier.All => "Needed now too", _ => "One more criterion" };

    private string Removed(bool include) => !include ? "No longer left out" : old.Include?.Quantifier switch { Quantifier.Any => "No longer a reason to be included", Quantifier.All => "No longer needed", _ => "One criterion less" };

    private static string Words(Inclusion include) => include.Quantifier switch
    {
        Quantifier.Any => "any of the criteria holds",
        Quantifier.All => "all of the criteria hold",
        _ => $"at least {Semantics.Numbers.Shown(include.AtLeast)} of the criteria hold",
    };

    private static string Words(Semantics.Duration? duration) => duration?.ToString() ?? "not said";
}
