using System.Collections.Immutable;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Spec;

/// <summary>A line under "who meet both of the criteria below"; with a link when it is another search.</summary>
public sealed record BulletView(string Text, LinkView? Search);

/// <summary>A row of the rule table.</summary>
public sealed record RuleView(int Number, ImmutableArray<string> Labels, string Logic, string IfTrue, string IfFalse, string Before, ImmutableArray<BulletView> Criteria, string After)
{
    public ImmutableArray<string> LogicParts => Breaks.Of(Logic);
}

/// <summary>A search and its rule table.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Number">S1, S2 …</param>
/// <param name="Name">As EMIS shows it.</param>
/// <param name="Purpose">Why there is such a search.</param>
/// <param name="Population">Whom it takes its patients from.</param>
/// <param name="Parent">The search that it takes them from, when it is one.</param>
/// <param name="Gap">What it does wrong until the searches below are built; null for a complete one.</param>
/// <param name="ByHand">The searches to be built by hand that it needs.</param>
/// <param name="Rules">In order.</param>
public sealed record SearchView(
    string Id, string Number, string Name, string Purpose, string Population, LinkView? Parent, string? Gap, ImmutableArray<LinkView> ByHand, ImmutableArray<RuleView> Rules);

/// <summary>A cohort or measure, and its searches.</summary>
public sealed record SubjectView(StatementView Statement, ImmutableArray<SearchView> Searches);

/// <summary>A search that a person builds.</summary>
public sealed record HandView(string Id, string Number, string Name, string Sentence, ImmutableArray<string> Steps, ImmutableArray<LinkView> Codes, ImmutableArray<LinkView> UsedBy);

/// <summary>A window of the protocol on one day: the first and the last day that it holds.</summary>
public sealed record WindowView(string Text, string From, string To);

/// <summary>How the searches differ from the protocol, and where.</summary>
public sealed record DeviationView(string How, string Where);

/// <summary>What the searches are for, how often each is run, and what to know of it.</summary>
public sealed record UseView(string? ForPractice, ImmutableArray<FactView> Runs, ImmutableArray<GuideView> Guides);
