using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>The lists made so far, each once: lists of equal content and source are one list.</summary>
internal sealed class ListPool
{
    private readonly List<RuleList> lists = [];
    private readonly Dictionary<string, string> byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);

    /// <summary>The root that is being worked on, for the names of its parts.</summary>
    public string Root { get; set; } = "";

    public string RootTitle { get; set; } = "";

    public ImmutableArray<RuleList> Lists => [.. lists];

    public void Add(RuleList list) => lists.Add(list);

    /// <summary>Those of the source who do not satisfy a positive member.</summary>
    public InList Complement(Literal literal, ListSource from)
    {
        var id = Shared($"not {literal.Text}", from, "not", number => $"{RootTitle}: without ({number})", ListOrigin.Complement, () =>
            [new Rule([], RuleJoin.All, [literal.Positive], RuleAction.Reject, RuleAction.Select)]);
        return new InList(id, null);
    }

    /// <summary>A formula as a list of its own.</summary>
    public Literal Part(Formula formula, ListSource from)
    {
        var id = Shared(formula.Key, from, "part", number => $"{RootTitle}: part {number}", ListOrigin.Part, () =>
        {
            var builder = new ListBuilder(this, from);
            builder.Tail(formula, []);
            return builder.Rules;
        });
        return new Literal(new InList(id, null), false, false, $"in {id}");
    }

    /// <summary>A test that must be built by hand: one list for the whole plan, shared by all that need it. It selects nobody.</summary>
    public Literal Hand(Condition test, bool negated)
    {
        var text = ConditionText.Of(test);
        if (!byContent.TryGetValue("hand " + text, out var id))
        {
            id = byContent["hand " + text] = "hand/" + text;
            lists.Add(new RuleList(id, text, new FromEveryone(), [], ListOrigin.Hand, test));
        }
        return new Literal(new InList(id, test), false, negated, $"in {id}");
    }

    private string Shared(string content, ListSource from, string kind, Func<string, string> name, ListOrigin origin, Func<ImmutableArray<Rule>> rules)
    {
        var key = $"{from} {content}";
        if (byContent.TryGetValue(key, out var known)) return known;
        var made = rules();
        var number = parts[Root] = parts.GetValueOrDefault(Root) + 1;
        var shown = number.ToString(CultureInfo.InvariantCulture);
        var id = byContent[key] = $"{Root}/{kind}/{shown}";
        lists.Add(new RuleList(id, name(shown), from, made, origin));
        return id;
    }
}
