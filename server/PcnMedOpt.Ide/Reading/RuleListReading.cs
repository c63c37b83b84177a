using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Reading;

/// <summary>A search as a data lead reads it: where it takes its patients from, and rules in order.</summary>
/// <param name="Number">S1, S2, and H1 for one that is built by hand; a search comes after those that it depends on.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Purpose">Why it is there.</param>
/// <param name="From">The patients that it starts from.</param>
/// <param name="Rules">In order; without rules everybody is selected. Empty for one that is built by hand.</param>
/// <param name="ByHand">What a person has to find; null for other searches. Until it is built it finds nobody.</param>
public sealed record ReadList(string Number, string Name, string Purpose, string From, ImmutableArray<ReadRule> Rules, string? ByHand);

/// <summary>A rule: what it asks, and what follows.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Labels">The criteria that it comes from.</param>
/// <param name="If">What is asked, in plain English; several are joined by AND or OR.</param>
/// <param name="Row">The same as a row of the table of rules.</param>
/// <param name="Then">Select, reject or next, when it is true.</param>
/// <param name="Else">When it is not.</param>
public sealed record ReadRule(int Number, ImmutableArray<string> Labels, string If, string Row, string Then, string Else);

/// <summary>The searches of the cohort, measure or procedure at a place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="System">The system that they are for; null for what rules can say in any.</param>
/// <param name="Lists">Each after those that it depends on.</param>
/// <param name="Unread">Why there are none; null where there are.</param>
public sealed record ReadPlan(string Name, string Title, string? System, ImmutableArray<ReadList> Lists, string? Unread);

/// <summary>The rule lists of what stands at a place.</summary>
public static class RuleListReading
{
    /// <param name="compilation">The project.</param>
    /// <param name="path">The file.</param>
    /// <param name="offset">The place.</param>
    /// <param name="system">The system that the searches are for; null for what rules can say in any.</param>
    /// <returns>Null where no cohort, measure or procedure stands.</returns>
    public static ReadPlan? At(Compilation compilation, string path, int offset, ITarget? system)
    {
        if (Cursor.At(compilation, path, offset) is not { Declaration: { Facts.Name: { } name } declaration }) return null;
        var model = compilation.ModelOf(declaration);
        var title = declaration.Facts.Title ?? name;
        ImmutableArray<Cohort> cohorts = model switch
        {
            Cohort cohort => [cohort],
            Sop => [.. (compilation.CohortsOf(name)?.Main ?? []).Select(part => compilation.Cohort($"{name}.{part}")).OfType<Cohort>()],
            _ => [],
        };
        if (cohorts.IsEmpty && model is not Measure) return null;
        if (model is Measure { Of: RecordsOf }) return new ReadPlan(name, title, system?.Name, [], $"'{name}' counts records, one after the other: searches find patients.");
        if (RuleListReadiness.WhyNot(compilation, declaration) is { } why) return new ReadPlan(name, title, system?.Name, [], why);
        var project = compilation.Project;
        var plan = Lowering.Lower(
            cohorts, model is Measure measure ? [measure] : [], compilation.Cohort, test => system?.Of(test, project).Grade == FitGrade.ByHand);
        return new ReadPlan(name, title, system?.Name, [.. Read(plan, ProjectWords.English(compilation))], null);
    }

    private static IEnumerable<ReadList> Read(Plan plan, PlainEnglish english)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        var (searches, hands) = (0, 0);
        foreach (var list in plan.Lists) numbers[list.Id] = list.Origin == ListOrigin.Hand ? $"H{++hands}" : $"S{++searches}";
        return plan.Lists.Select(list => new ReadList(
            numbers[list.Id],
            list.Hand is { } hand ? ConditionText.Of(hand) : list.Name,
            Purpose(list.Origin),
            list.From switch
            {
                FromList from => $"The patients found by {numbers[from.Id]}",
                FromEveryone => "Every patient, also those who left or died",
                _ => "Registered patients",
            },
            [.. list.Rules.Select((rule, index) => Read(rule, index + 1, numbers, english))],
            list.Hand is { } test ? english.Of(test) : null));
    }

    private static ReadRule Read(Rule rule, int number, Dictionary<string, string> numbers, PlainEnglish english)
    {
        var join = rule.Join == RuleJoin.All ? " AND " : " OR ";
        return new ReadRule(
            number,
            rule.Labels,
            string.Join(join, rule.Members.Select(m => Asked(m, numbers, english))),
            string.Join(join, rule.Members.Select(m => Row(m, numbers))),
            rule.IfTrue.ToString(),
            rule.IfFalse.ToString());
    }

    private static string Asked(Member member, Dictionary<string, string> numbers, PlainEnglish english) => member switch
    {
        InList list => $"{(list.Test is { } test ? $"{english.Of(test)} " : "found by ")}({numbers[list.Id]})",
        Records { Negated: true } records => english.Opposite(records.Test),
        Records records => english.Of(records.Test),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {member}"),
    };

    private static string Row(Member member, Dictionary<string, string> numbers) => member switch
    {
        InList list => $"in {numbers[list.Id]}",
        Records records => (records.Negated ? "no " : "") + RowText.Of(records.Criterion),
        _ => throw new System.Diagnostics.UnreachableException($"No row for {member}"),
    };

    private static string Purpose(ListOrigin origin) => origin switch
    {
        ListOrigin.Cohort => "The cohort itself.",
        ListOrigin.Numerator => "The numerator, applied to the patients of the denominator.",
        ListOrigin.Part => "A part of a criterion that one list of rules cannot hold.",
        ListOrigin.Hand => "Built by hand. Until then it finds nobody.",
        _ => "Patients whom another search does not find.",
    };
}
