using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Spec;

/// <summary>The searches of a plan as tables of rules. Numbers follow the plan: a search comes after those that it depends on.</summary>
internal sealed class SearchViews
{
    private readonly PageContents contents;
    private readonly SearchPlan plan;
    private readonly PlainEnglish english;
    private readonly FieldBook fields;
    private readonly Dictionary<string, string> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byHand = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(RuleList List, SearchView View)> views;

    public SearchViews(PageContents contents, SearchPlan plan, PlainEnglish english, FieldBook fields)
    {
        (this.contents, this.plan, this.english, this.fields) = (contents, plan, english, fields);
        var (searches, hands) = (0, 0);
        foreach (var list in plan.Plan.Lists)
        {
            places[list.Id] = places.Count;
            numbers[list.Id] = list.Origin == ListOrigin.Hand ? string.Create(CultureInfo.InvariantCulture, $"H{++hands}") : string.Create(CultureInfo.InvariantCulture, $"S{++searches}");
            if (list.Hand is { } test) byHand.TryAdd(ConditionText.Of(test), list.Id);
        }
        if (plan.Plan.Lists.Any(l => l.From is FromRegistered)) _ = (fields.RegistrationDate, fields.EndOfRegistration);
        views = [.. plan.Searches.Where(s => s.List.Origin != ListOrigin.Hand).Select(s => (s.List, View(s)))];
    }

    /// <summary>The searches that were made for a cohort or measure: its parts first, itself last.</summary>
    public ImmutableArray<SearchView> Of(string name) =>
        [.. views.Where(v => v.List.Id == name || v.List.Id.StartsWith(name + "/", StringComparison.Ordinal)).Select(v => v.View)];

    /// <summary>Where the steps of a test that is built by hand stand. "no X" is the opposite of the search for X.</summary>
    public LinkView? StepsOf(Condition test)
    {
        return (Find(test) ?? Find(HandTests.Of(test).Test)) is { } id ? Link(id) : null;

        string? Find(Condition asked) => byHand.GetValueOrDefault(ConditionText.Of(asked));
    }

    public ImmutableArray<HandView> ByHand(EmisTarget target)
    {
        var users = plan.Searches.SelectMany(s => s.List.DependsOn().Select(used => (used, s.List.Id))).ToLookup(u => u.used, u => u.Id, StringComparer.Ordinal);
        return
        [
            .. from search in plan.Searches
               where search.List.Origin == ListOrigin.Hand
               let test = search.List.Hand ?? new Unreadable()
               select new HandView(
                   IdOf(search.List.Id),
                   numbers[search.List.Id],
                   EmisNames.Of(search),
                   english.Of(test),
                   [.. EmisDescriptions.Steps(test, target, contents.Project)],
                   [.. test.SetsUsed().Select(s => s.Set).Distinct(StringComparer.Ordinal).Select(s => new LinkView(PageIds.OfCodes(s), s))],
                   [.. users[search.List.Id].Select(Link)]),
        ];
    }

    private SearchView View(Search search) => new(
        IdOf(search.List.Id),
        numbers[search.List.Id],
        EmisNames.Of(search),
        Purpose(search.List.Origin),
        search.List.From switch
        {
            FromRegistered => "Registered patients. In EMIS: currently registered regular patients.",
            FromEveryone => "Every patient, also those who left or died. In EMIS: all patients.",
            _ => "The patients found by the search",
        },
        search.List.From is FromList from ? Link(from.Id) : null,
        search.IsComplete ? null : search.Gap.Words(),
        [.. search.ByHand.Select(id => (Id: id, Place: places[id])).OrderBy(l => l.Place).Select(l => Link(l.Id))],
        [.. search.List.Rules.Select((r, i) => View(r, i + 1))]);

    private RuleView View(Rule rule, int number)
    {
        var (before, after) = RuleSentences.Of(rule, number == 1);
        var join = rule.Join == RuleJoin.All ? " AND " : " OR ";
        var parts = rule.Members.Select(Logic).ToList();
        var logic = string.Join(join, parts.Select(p => parts.Count > 1 && p.Contains(" AND ", StringComparison.Ordinal) ? $"({p})" : p));
        return new RuleView(number, rule.Labels, $"If {logic}", RuleSentences.Word(rule.IfTrue), RuleSentences.Word(rule.IfFalse), before, [.. rule.Members.Select(Bullet)], after);
    }

    private string Logic(Member member) => member switch
    {
        InList list => $"in {numbers[list.Id]}",
        Records records => fields.Logic(records),
        _ => throw new System.Diagnostics.UnreachableException($"No logic for {member}"),
    };

    private BulletView Bullet(Member member)
    {
        if (member is InList list)
        {
            var name = list.Test is { } named ? english.Of(named) : $"found by the search “{plan.Plan.Find(list.Id).Name}”";
            return new BulletView(name, Link(list.Id));
        }
        var records = (Records)member;
        var test = MemberTests.Of(records);
        return new BulletView((records.Negated ? english.Opposite(test) : english.Of(test)) + MemberTests.Order(records), null);
    }

    private LinkView Link(string id) => new(IdOf(id), numbers[id]);

    private string IdOf(string list) => $"search-{numbers[list]}";

    private static string Purpose(ListOrigin origin) => origin switch
    {
        ListOrigin.Cohort => "The cohort itself.",
        ListOrigin.Numerator => "The numerator: applied to the patients selected into the denominator.",
        ListOrigin.Part => "A part of a criterion that one table of rules cannot hold.",
        _ => "Patients whom another search does not find: a rule of several criteria cannot ask that itself.",
    };
}
