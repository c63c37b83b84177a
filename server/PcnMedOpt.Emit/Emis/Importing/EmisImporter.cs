using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>
/// Makes a protocol of a file of EMIS searches. Each search becomes a cohort under its own name, each value set a code set, each rule a criterion. A
/// criterion that the language cannot say becomes an unfinished code set in its place, which matches nobody and which every check names: without it an
/// "and" would find more people, and an exclusion hide some.
/// </summary>
public sealed class EmisImporter
{
    private const string ByHand = "TO BUILD BY HAND: ";

    private readonly ImportFindings findings = new();
    private readonly ImportNames names = new();
    private readonly ImportedSets sets;
    private readonly CriterionImport criteria;
    private readonly RuleImport rules;
    private readonly EmisDocument document;
    private readonly List<ImportedCohort> cohorts = [];
    private readonly Dictionary<string, string> cohortOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> without = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Condition> placeholders = new(StringComparer.Ordinal);

    private EmisImporter(EmisDocument document, FindCode find)
    {
        this.document = document;
        sets = new ImportedSets(names, find, findings);
        var ranges = new RangeImport(findings);
        criteria = new CriterionImport(sets, new ColumnImport(sets, ranges, findings), ranges, findings);
        rules = new RuleImport(Without);
    }

    /// <param name="document">What was read.</param>
    /// <param name="fileName">The file, for the first line.</param>
    /// <param name="find">Finds the concepts of EMIS codes.</param>
    public static EmisImport Of(EmisDocument document, string fileName, FindCode find) => new EmisImporter(document, find).Import(fileName);

    private EmisImport Import(string fileName)
    {
        var ordered = EmisReferences.InOrder(document.Reports);
        foreach (var report in ordered.Where(r => r.Kind == EmisReportKind.Population && !IsByHand(r))) cohortOf[report.Id] = names.Of(Title(report), "search");
        foreach (var report in ordered) Report(report);
        findings.Within = "the file";
        Aside();
        string[] head = [$"Made from {fileName} by medopt import emis. Read it before it is used: what could not be brought in says so where it stands."];
        var text = ImportedCohort.Protocol(head, sets.All, cohorts);
        return new EmisImport(text, findings.All, cohortOf.ToImmutableDictionary(StringComparer.Ordinal), sets.All.Length);
    }

    private void Report(EmisReport report)
    {
        findings.Within = report.Name;
        if (report.Kind != EmisReportKind.Population)
        {
            findings.Add(ImportFindingKind.Loss, report.Place, $"It is a report of the kind '{report.Kind.ToString().ToLowerInvariant()}', which says what is shown and not who is found. It was left out.");
            return;
        }
        if (IsByHand(report)) return;
        if (report.SearchDate == "TODAY") findings.Differs(report.Place, "The search runs for the day on which it is run, whatever date is chosen; a cohort has one reference date.");
        var title = Title(report);
        var description = report.Description is { } said && ImportedCohort.Words(said) != ImportedCohort.Words(title) ? said : null;
        try
        {
            if (report.PopulationType != "PATIENT") throw new NotSaid(report.Place, $"it finds {report.PopulationType}, and not patients");
            if (report.Groups.FirstOrDefault(g => g.IfTrue == EmisAction.Goto || g.IfFalse == EmisAction.Goto) is { } jump) throw new NotSaid(jump.Place, "a rule goes on at another one (GOTO)");
            if (report.Groups.SkipLast(1).FirstOrDefault(g => g.IfTrue == g.IfFalse && g.IfTrue != EmisAction.Next) is { } same) throw new NotSaid(same.Place, "a rule does the same whatever it finds");
            if (report.Groups is [.., { } last] && (last.IfTrue == EmisAction.Next || last.IfFalse == EmisAction.Next || last.IfTrue == last.IfFalse)) throw new NotSaid(last.Place, "its last rule does not say whether a patient is selected or rejected");
            var (any, include, exclude) = rules.Of([.. report.Groups.Select(Rule)]);
            cohorts.Add(new ImportedCohort(cohortOf[report.Id], title, description, Source(report), any, include, exclude));
        }
        catch (NotSaid loss)
        {
            var (condition, comment) = Lost(loss.Place, $"The search was not brought in: {loss.Message}.", null);
            cohorts.Add(new ImportedCohort(cohortOf[report.Id], title, description, "registered", false, [new ImportedCriterion("Not brought in", condition, [comment])], []));
        }
    }

    private string Source(EmisReport report)
    {
        if (report.Parent.Report is not { } parent) return report.Parent.Kind == EmisParentKind.All ? "everyone" : "registered";
        if (cohortOf.TryGetValue(parent, out var known)) return known;
        var name = cohortOf[parent] = names.Of(document.Find(parent)?.Name ?? "not in the file", "search");
        var (condition, comment) = Lost(report.Place, $"It starts from a search that is not in the file or not brought in ({parent}).", null);
        cohorts.Add(new ImportedCohort(name, document.Find(parent)?.Name ?? $"Not in the file: {parent}", null, "registered", false, [new ImportedCriterion("Not brought in", condition, [comment])], []));
        return name;
    }

    private ImportedRule Rule(EmisGroup group)
    {
        var comments = new List<string>();
        if (group.Definition is not { Members.IsEmpty: false } definition || group.Others.Length > definition.Members.OfType<EmisCriterionMember>().Sum(m => m.Criterion.Others.Length))
        {
            var what = group.Definition is null ? "it is an item of EMIS's library" : group.Others.Length > 0 ? $"it has {string.Join(", ", group.Others.Select(o => o.Name).Distinct(StringComparer.Ordinal))}, which is not known" : "it asks nothing";
            var (condition, comment) = Lost(group.Place, $"A rule was not brought in: {what}.", null);
            return new ImportedRule("Not brought in", condition, group.IfTrue, group.IfFalse, [comment]);
        }
        var members = definition.Members.Select(m => Member(m, comments)).ToList();
        ImmutableArray<Condition> asked = [.. members.SelectMany(m => definition.Join == EmisJoin.And && m.Condition is AllOf all ? all.Operands : definition.Join == EmisJoin.Or && m.Condition is AnyOf any ? any.Operands : [m.Condition])];
        var label = RuleImport.Shortened(string.Join(definition.Join == EmisJoin.And ? " and " : " or ", members.Select(m => m.Label)));
        return new ImportedRule(label, asked.Length == 1 ? asked[0] : definition.Join == EmisJoin.And ? new AllOf(asked) : new AnyOf(asked), group.IfTrue, group.IfFalse, [.. comments]);
    }

    private (string Label, Condition Condition) Member(EmisMember member, List<string> comments)
    {
        switch (member)
        {
            case EmisPopulationMember population: return Population(population, comments);
            case EmisAbsentMember absent:
                return ("Not brought in", Commented(Lost(absent.Place, $"A rule asks {absent.What}, which is not in the file.", null), comments));
        }
        var criterion = ((EmisCriterionMember)member).Criterion;
        try
        {
            var condition = criteria.Of(criterion);
            if (criterion.Negated) condition = Negation.Of(condition, Without);
            var words = new PlainEnglish(_ => null).Of(condition);
            var described = criterion.Description is { Length: > 0 } said && !IsCondition(said, condition) ? said : char.ToUpperInvariant(words[0]) + words[1..];
            return (RuleImport.Shortened(described), condition);
        }
        catch (NotSaid loss)
        {
            var description = criterion.Description is { Length: > 0 } said ? said : $"a criterion of {criterion.Table}";
            return (RuleImport.Shortened(description), Commented(Lost(loss.Place, $"Not brought in: '{Part.Shown(description)}': {loss.Message}.", null), comments));
        }
    }

    private (string Label, Condition Condition) Population(EmisPopulationMember member, List<string> comments)
    {
        if (document.Find(member.Report) is { } report && IsByHand(report))
        {
            if (!placeholders.TryGetValue(report.Id, out var known))
            {
                var asked = report.Name[ByHand.Length..];
                var (condition, _) = Lost(member.Place, $"'{Part.Shown(asked)}' was to be built by hand in EMIS, and never was.", PlaceholderOf(asked));
                known = placeholders[report.Id] = condition;
            }
            comments.Add($"Was to be built by hand in EMIS: {report.Name[ByHand.Length..]}");
            return (RuleImport.Shortened(report.Name[ByHand.Length..]), known);
        }
        if (cohortOf.TryGetValue(member.Report, out var cohort)) return ($"In: {Title(document.Find(member.Report)!.Name)}", new InCohortTest(cohort, null));
        var lost = Lost(member.Place, $"A rule asks a search that is not in the file or not brought in ({member.Report}).", null);
        return ("In a search that is not here", Commented(lost, comments));
    }

    /// <summary>Those who do not satisfy a condition before which the language allows no "not".</summary>
    private Condition Without(Condition condition)
    {
        var text = ConditionText.Of(condition);
        if (without.TryGetValue(text, out var known)) return new InCohortTest(known, null);
        var words = RuleImport.Shortened($"Without: {new PlainEnglish(_ => null).Of(condition)}");
        var name = without[text] = names.Of(words, "search");
        cohorts.Add(new ImportedCohort(name, words, null, "everyone", false, [], [new ImportedCriterion(RuleImport.Shortened(new PlainEnglish(_ => null).Of(condition)), condition, [])]));
        return new InCohortTest(name, null);
    }

    private (Condition Condition, string Comment) Lost(EmisPlace place, string what, string? wanted)
    {
        findings.Add(ImportFindingKind.Loss, place, what);
        return (new HappenedTest([sets.Placeholder(what, wanted)], Happened.Recorded, [], null), $"{place}: {what}");
    }

    private static Condition Commented((Condition Condition, string Comment) lost, List<string> comments)
    {
        comments.Add(lost.Comment);
        return lost.Condition;
    }

    /// <summary>What is in the file beside searches.</summary>
    private void Aside()
    {
        var dates = document.Reports.Select(r => r.SearchDate).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (dates.Count > 1) findings.Add(ImportFindingKind.Note, new EmisPlace(1, 1), $"Searches run for {string.Join(" and ", dates)}: they are read as one date.");
        var inRules = document.Reports.SelectMany(r => r.Groups).SelectMany(g => g.Others).ToHashSet();
        foreach (var other in document.Others.Where(o => o.IsLogic && !inRules.Contains(o)))
        {
            findings.Within = other.Within;
            findings.Add(ImportFindingKind.Loss, other.Place, $"It has {other.Name} ({other.Text}), which is not known and was left out.");
        }
    }

    /// <summary>What we name "to build by hand" and nobody built finds nobody by one criterion: an age below 0.</summary>
    private static bool IsByHand(EmisReport report) =>
        report.Name.StartsWith(ByHand, StringComparison.Ordinal)
        && report.Groups is [{ Definition.Members: [EmisCriterionMember { Criterion: { Table: "PATIENTS", Filter.Columns: [{ Name: "AGE", Range: { From: null, To: { Value: "0", Operator: "LT" } } }] } }] }];

    /// <summary>The name of the unfinished set that the search was built from, so that it keeps its name when it comes back.</summary>
    private static string? PlaceholderOf(string asked) =>
        asked.EndsWith(" recorded", StringComparison.Ordinal) && asked.StartsWith(ImportedSets.PlaceholderName + "_", StringComparison.Ordinal) ? asked[..^" recorded".Length] : null;

    /// <summary>Our own description of a criterion is its test in the words of the language; a label reads better in plain English.</summary>
    private static bool IsCondition(string said, Condition condition) => said.StartsWith("not: ", StringComparison.Ordinal) || said == ConditionText.Of(condition);

    private static string Title(EmisReport report) => Title(report.Name);

    /// <summary>Without what a build says of a search that is not complete.</summary>
    private static string Title(string name) =>
        name.StartsWith("INCOMPLETE (", StringComparison.Ordinal) && name.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? name[(end + 3)..] : name;
}
