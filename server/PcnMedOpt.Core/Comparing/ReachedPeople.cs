using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>Which cohorts and measures find others than before, and which documents are for others, whatever the reason, and which changed declarations they use.</summary>
internal sealed class ReachedPeople
{
    private readonly Sides sides;
    private readonly ImmutableArray<(Reached Reached, string Owner)> all;
    private readonly Dictionary<string, ImmutableHashSet<string>> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed;

    public ReachedPeople(Sides sides)
    {
        this.sides = sides;
        changed = [.. sides.Pairing.Pairs.Where(p => p.Old is null || p.New is null || IsOtherwise(p)).SelectMany(p => new[] { p.Old?.Facts.Name, p.New?.Facts.Name }).OfType<string>()];
        all = [.. Cohorts(), .. Measures(), .. Documents()];
    }

    /// <summary>The cohorts of one declaration that find others than before: itself, or those of a procedure.</summary>
    public ImmutableArray<Reached> OfOwner(string name) => [.. all.Where(r => r.Owner == name).Select(r => r.Reached)];

    /// <summary>Those of other declarations that use a name, however far.</summary>
    public ImmutableArray<Reached> Using(string name) => [.. all.Where(r => r.Owner != name && Uses(r.Owner).Contains(name)).Select(r => r.Reached)];

    /// <summary>The changed declarations that a declaration uses.</summary>
    public ImmutableArray<string> Causes(string name) => [.. Uses(name).Where(changed.Contains).Where(u => u != name).Order(StringComparer.Ordinal)];

    /// <summary>Its own text, or for a parameter the value that the settings give it, is not what it was.</summary>
    private bool IsOtherwise(Pair pair) => pair is { Old: { } old, New: { } now }
        && (WrittenText.Of(old, sides.Pairing.Renamed) != WrittenText.Of(now, ImmutableDictionary<string, string>.Empty)
            || (pair.Kind == DeclarationKind.Parameter && now.Facts.Name is { } name && old.Facts.Name is { } oldName
                && sides.Old.Compilation.Scope.Parameter(oldName)?.ToString() != sides.New.Compilation.Scope.Parameter(name)?.ToString())
            || (pair.Kind == DeclarationKind.Codes && now.Facts.Name is { } set && old.Facts.Name is { } oldSet
                && now.Facts.Codes is { Lists.IsEmpty: false } && sides.Universe.NameOf(sides.Old.Project, oldSet) != sides.Universe.NameOf(sides.New.Project, set)));

    private IEnumerable<(Reached, string)> Cohorts()
    {
        var before = sides.Old.Compilation.AllCohorts.ToDictionary(c => sides.Pairing.NewName(c.Name), StringComparer.Ordinal);
        foreach (var now in sides.New.Compilation.AllCohorts)
        {
            if (!before.TryGetValue(now.Name, out var old)) continue;
            var (was, becomes) = (sides.Old.Claims.OfCohort(old.Name), sides.New.Claims.OfCohort(now.Name));
            if (was.Text == becomes.Text) continue;
            yield return (new Reached(now.Name, now.Title, sides.Compared(was, becomes, old, now)), now.Name.Split('.')[0]);
        }
    }

    private IEnumerable<(Reached, string)> Measures()
    {
        var before = sides.Old.Compilation.Models<Measure>().ToDictionary(m => sides.Pairing.NewName(m.Name), StringComparer.Ordinal);
        foreach (var now in sides.New.Compilation.Models<Measure>())
        {
            if (!before.TryGetValue(now.Name, out var old)) continue;
            var (was, becomes) = (MeasuredPeople.From(sides.Old, old), MeasuredPeople.From(sides.New, now));
            if (was.Of.Text == becomes.Of.Text && was.Counted.Text == becomes.Counted.Text) continue;
            yield return (new Reached(now.Name, now.Title, MeasureChanges.Whole(sides, was, becomes)), now.Name);
        }
    }

    private IEnumerable<(Reached, string)> Documents()
    {
        foreach (var pair in sides.Pairing.Pairs)
        {
            if (pair is not { Old: { } old, New: { } now }) continue;
            var (before, after) = (sides.Old.Compilation.ModelOf(old), sides.New.Compilation.ModelOf(now));
            if (Audience.Of(sides.Old, before) is not { } was || Audience.Of(sides.New, after) is not { } becomes || was.Claim.Text == becomes.Claim.Text) continue;
            var (name, title) = Audience.NameOf(after);
            yield return (new Reached(name, title, sides.Compared(was.Claim, becomes.Claim, was.Cohort, becomes.Cohort)), name);
        }
    }

    private ImmutableHashSet<string> Uses(string name)
    {
        if (used.TryGetValue(name, out var known)) return known;
        used[name] = [];
        var direct = new[] { sides.Old.Compilation.Names.Find(OldName(name)), sides.New.Compilation.Names.Find(name) }
            .SelectMany(d => d?.Facts.Uses ?? []).Where(u => u.Role != NameRole.Mentioned).Select(u => sides.Pairing.NewName(u.Name)).Distinct(StringComparer.Ordinal).ToList();
        return used[name] = [.. direct, .. direct.Where(d => d != name).SelectMany(Uses)];
    }

    private string OldName(string name) => sides.Pairing.Renamed.FirstOrDefault(r => r.Value == name).Key ?? name;
}
