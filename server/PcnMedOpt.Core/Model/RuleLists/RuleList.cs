using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>What a rule does with a patient: take, leave, or ask the next rule.</summary>
public enum RuleAction
{
    Select,
    Reject,
    Next,
}

public enum RuleJoin
{
    All,
    Any,
}

/// <summary>Where a list takes its patients from.</summary>
public abstract record ListSource
{
    private protected ListSource()
    {
    }
}

public sealed record FromRegistered : ListSource;

public sealed record FromEveryone : ListSource;

public sealed record FromList(string Id) : ListSource;

/// <summary>Why a list exists.</summary>
public enum ListOrigin
{
    /// <summary>A cohort of the protocol, or the denominator of a measure.</summary>
    Cohort,

    /// <summary>The numerator of a measure.</summary>
    Numerator,

    /// <summary>A part of a criterion that one list of rules cannot hold.</summary>
    Part,

    /// <summary>Everyone of the source who is not in another list or has not a record that may not be negated.</summary>
    Complement,

    /// <summary>Cannot be expressed: built by a person; until then it selects nobody.</summary>
    Hand,
}

/// <summary>
/// A search in the one form that EMIS rules, the NHS business rules and SystmOne joins share: ordered rules that select, reject or pass on.
/// Run: false unless the patient is in <see cref="From"/>; then each rule in order takes the action of its truth; Next asks the next rule. A
/// list without rules selects all of From.
/// </summary>
/// <param name="Id">Unique in its plan, and the same on every build.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="From">Its source.</param>
/// <param name="Rules">In order; the last has no Next.</param>
/// <param name="Origin">Why it exists.</param>
/// <param name="Hand">What a list to be built by hand must find; null for other lists.</param>
public sealed record RuleList(string Id, string Name, ListSource From, ImmutableArray<Rule> Rules, ListOrigin Origin, Condition? Hand = null);

/// <summary>One rule. Its labels are the criteria that it comes from.</summary>
public sealed record Rule(ImmutableArray<string> Labels, RuleJoin Join, ImmutableArray<Member> Members, RuleAction IfTrue, RuleAction IfFalse);

/// <summary>What a rule asks.</summary>
public abstract record Member
{
    private protected Member()
    {
    }
}

/// <summary>Has such a record, or with <paramref name="Negated"/> has none. Only a criterion of filters alone is negated.</summary>
/// <param name="Criterion">Which records.</param>
/// <param name="Negated">Asks that there be none.</param>
/// <param name="Test">The test of the language that it comes from, for texts; it is the positive one.</param>
public sealed record Records(RowCriterion Criterion, bool Negated, Condition Test) : Member;

/// <summary>Is in another list. It is never negated: EMIS has no place for that.</summary>
public sealed record InList(string Id, Condition? Test) : Member;

/// <summary>The lists of several cohorts, each after those that it depends on, and the list of each root.</summary>
public sealed record Plan(ImmutableArray<RuleList> Lists, ImmutableSortedDictionary<string, string> Roots)
{
    private readonly Lazy<Dictionary<string, RuleList>> byId = new(() => Lists.ToDictionary(l => l.Id, StringComparer.Ordinal));

    public RuleList Find(string id) => byId.Value[id];

    /// <summary>The lists that a list needs, itself last.</summary>
    public IEnumerable<RuleList> Closure(string id)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        Need(id);
        return Lists.Where(l => needed.Contains(l.Id));

        void Need(string next)
        {
            if (!needed.Add(next)) return;
            foreach (var other in Find(next).DependsOn()) Need(other);
        }
    }
}

public static class RuleListParts
{
    /// <summary>The lists that a list refers to.</summary>
    public static IEnumerable<string> DependsOn(this RuleList list) =>
        list.Rules.SelectMany(r => r.Members).OfType<InList>().Select(m => m.Id).Concat(list.From is FromList from ? [from.Id] : []).Distinct(StringComparer.Ordinal);
}
