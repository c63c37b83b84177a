using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>
/// Whether one claim holds wherever another does. It looks for a patient of whom the one is true and the other is not, going through every way in which that could
/// be; where each ends in tests that cannot be so together there is no such patient, and that is a proof. Where one does not, or there are too many, it is
/// not proved, which says nothing.
/// </summary>
internal sealed class Prover(CodeSetUniverse universe)
{
    /// <summary>So many steps at most for a whole claim, and so many for a part of one.</summary>
    private const int MostSteps = 40_000;
    private const int MostStepsOfPart = 400;

    private readonly TestTheory theory = new(universe);
    private readonly Dictionary<(string, string), bool> known = [];
    private readonly Dictionary<(string, string), bool> knownOfParts = [];

    public bool Follows(Claim premise, Claim conclusion)
    {
        if (known.TryGetValue((premise.Text, conclusion.Text), out var follows)) return follows;
        return known[(premise.Text, conclusion.Text)] = FollowsByParts(premise, conclusion) || IsImpossible(premise, Claim.Not(conclusion), MostSteps);
    }

    /// <summary>
    /// Part by part, as a reader would: of two claims that are built alike each part follows from its own, and most parts are the same. What it finds is so; what it
    /// does not find may be so all the same.
    /// </summary>
    private bool FollowsByParts(Claim premise, Claim conclusion)
    {
        if (premise.Text == conclusion.Text) return true;
        if (knownOfParts.TryGetValue((premise.Text, conclusion.Text), out var follows)) return follows;
        return knownOfParts[(premise.Text, conclusion.Text)] = (premise, conclusion) switch
        {
            (AtLeastOf { Needed: 1 } any, _) when any.Claims.Length > 1 && any.Claims.All(c => FollowsByParts(c, conclusion)) => true,
            (_, AtLeastOf all) when all.Needed == all.Claims.Length && all.Claims.All(c => FollowsByParts(premise, c)) => true,
            (AtLeastOf some, AtLeastOf others) when some.Needed >= others.Needed && EachHasItsOwn(some, others) => true,
            (AtLeastOf all, _) when all.Needed == all.Claims.Length && all.Claims.Any(c => FollowsByParts(c, conclusion)) => true,
            (_, AtLeastOf { Needed: 1 } any) when any.Claims.Any(c => FollowsByParts(premise, c)) => true,
            _ => IsImpossible(premise, Claim.Not(conclusion), MostStepsOfPart),
        };
    }

    /// <summary>Each of the first implies one of the others, no two the same: as many of the others hold as of the first.</summary>
    private bool EachHasItsOwn(AtLeastOf some, AtLeastOf others)
    {
        var open = others.Claims.ToList();
        var rest = some.Claims.Where(claim => open.FindIndex(o => o.Text == claim.Text) is < 0 || !open.Remove(open.First(o => o.Text == claim.Text))).ToList();
        return rest.All(claim => open.FindIndex(o => FollowsByParts(claim, o)) is >= 0 and var found && Take(open, found));
    }

    private static bool Take(List<Claim> open, int place)
    {
        open.RemoveAt(place);
        return true;
    }

    private bool IsImpossible(Claim one, Claim other, int most)
    {
        var steps = most;
        return IsImpossible(Branch.Empty, [one, other], [], ref steps);
    }

    /// <summary>What is taken for true on the way to here: tests that hold, and tests that do not.</summary>
    private sealed record Branch(ImmutableList<Fact> Holding, ImmutableList<Fact> Failing, ImmutableHashSet<string> Texts)
    {
        public static readonly Branch Empty = new([], [], []);
    }

    private bool IsImpossible(Branch branch, ImmutableStack<Claim> open, ImmutableList<AtLeastOf> choices, ref int steps)
    {
        while (!open.IsEmpty)
        {
            if (--steps < 0) return false;
            open = open.Pop(out var claim);
            if (claim is Fact fact)
            {
                if (Added(branch, fact) is not { } grown) return true;
                branch = grown;
                continue;
            }
            var some = (AtLeastOf)claim;
            if (some.Needed <= 0) continue;
            if (some.Needed > some.Claims.Length) return true;
            if (some.Needed == some.Claims.Length)
                foreach (var each in some.Claims) open = open.Push(each);
            else choices = choices.Add(some);
        }
        return choices.Count > 0 && IsImpossibleByChoice(branch, choices, ref steps);
    }

    /// <summary>Takes the choice with the fewest ways that are still open, and goes each of them.</summary>
    private bool IsImpossibleByChoice(Branch branch, ImmutableList<AtLeastOf> choices, ref int steps)
    {
        var left = ImmutableList.CreateBuilder<AtLeastOf>();
        foreach (var choice in choices)
        {
            if (--steps < 0) return false;
            var open = choice.Claims.Where(c => c is not Fact fact || Added(branch, fact) is not null).ToImmutableArray();
            if (open.Length < choice.Needed) return true;
            var held = open.Count(c => c is Fact fact && IsHeld(branch, fact));
            if (held >= choice.Needed) continue;
            left.Add(new AtLeastOf(choice.Needed, open));
        }
        if (left.Count == 0) return false;
        var next = left.MinBy(c => (c.Claims.Length - c.Needed, c.Claims.Length)) ?? left[0];
        left.Remove(next);
        if (next.Needed == next.Claims.Length) return IsImpossible(branch, ImmutableStack.CreateRange<Claim>(next.Claims), left.ToImmutable(), ref steps);
        var rest = next.Claims.RemoveAt(0);
        var first = next.Claims[0];
        ImmutableStack<Claim> with = [first, new AtLeastOf(next.Needed - 1, rest)];
        if (!IsImpossible(branch, with, left.ToImmutable(), ref steps)) return false;
        ImmutableStack<Claim> without = first is Fact ? [Claim.Not(first), new AtLeastOf(next.Needed, rest)] : [new AtLeastOf(next.Needed, rest)];
        return IsImpossible(branch, without, left.ToImmutable(), ref steps);
    }

    private bool IsHeld(Branch branch, Fact fact) =>
        branch.Texts.Contains(fact.Text)
        || (fact.IsDenied ? branch.Failing.Any(f => theory.Follows(fact, f)) : branch.Holding.Any(h => theory.Follows(h, fact)));

    /// <summary>The branch with one test more; null where that cannot be so together.</summary>
    private Branch? Added(Branch branch, Fact fact)
    {
        if (branch.Texts.Contains(fact.Text)) return branch;
        return fact.IsDenied ? WithFailing(branch, fact) : WithHolding(branch, fact);
    }

    private Branch? WithHolding(Branch branch, Fact fact)
    {
        if (theory.IsNever(fact.Test) || branch.Failing.Any(f => theory.Follows(fact, f)) || branch.Holding.Any(h => TestTheory.Exclude(h.Test, fact.Test))) return null;
        if (fact.Test is HappenedTest happened && theory.Follows(happened, branch.Failing.Select(f => f.Test).OfType<HappenedTest>())) return null;
        return branch with { Holding = branch.Holding.Add(fact), Texts = branch.Texts.Add(fact.Text) };
    }

    private Branch? WithFailing(Branch branch, Fact fact)
    {
        if (TestTheory.IsAlways(fact.Test) || branch.Holding.Any(h => theory.Follows(h, fact)) || branch.Failing.Any(f => TestTheory.CoverEveryone(f.Test, fact.Test))) return null;
        var failing = branch.Failing.Add(fact);
        if (fact.Test is HappenedTest)
        {
            var tests = failing.Select(f => f.Test).OfType<HappenedTest>().ToList();
            if (branch.Holding.Any(h => h.Test is HappenedTest happened && theory.Follows(happened, tests))) return null;
        }
        return branch with { Failing = failing, Texts = branch.Texts.Add(fact.Text) };
    }
}
