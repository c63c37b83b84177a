using System.Collections.Immutable;
using System.Xml.Linq;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A search that is not complete, or that a person builds: its name as EMIS shows it, and what it says of itself or how it is built.</summary>
internal sealed record GapView(string Name, string Text, ImmutableArray<string> Steps);

/// <summary>The EMIS searches of a declaration: what is built by hand, what is not complete until then, and the file as a tree.</summary>
internal sealed record EmisPreview(PageFrame Frame, ImmutableArray<GapView> ByHand, ImmutableArray<GapView> Incomplete, XmlTree? Tree)
{
    public static EmisPreview Of(PreviewSubject subject)
    {
        var target = subject.Emis;
        var project = subject.Compilation.Project;
        var plan = SearchPlan.Of(target, project, subject.Contents.Cohorts, subject.Contents.Measures);
        GapView View(Search search) => search.List.Hand is { } test
            ? new GapView(EmisNames.Of(search), "", [.. EmisDescriptions.Steps(test, target, project)])
            : new GapView(EmisNames.Of(search), EmisDescriptions.Of(search, target, project), []);
        return new EmisPreview(
            PageFrame.Of(subject.Meta, "Searches for EMIS Web", [ContentsView.Of("by-hand", "To build by hand"), ContentsView.Of("searches", "The searches")]),
            [.. plan.Searches.Where(s => s.List.Origin == ListOrigin.Hand).Select(View)],
            [.. plan.Searches.Where(s => s.List.Origin != ListOrigin.Hand && !s.IsComplete).Select(View)],
            plan.Searches.IsEmpty ? null : TreeOf(subject, plan, target));
    }

    private static XmlTree TreeOf(PreviewSubject subject, SearchPlan plan, EmisTarget target)
    {
        var pack = subject.BuiltIn?.Pack ?? subject.Contents.Pack;
        var folder = PackBuilder.EmisFolderOf(subject.Compilation, pack, (subject.BuiltIn?.Declaration ?? subject.Declaration).File.Protocol, subject.PackMeta, plan.Searches);
        using var bytes = new MemoryStream(EmisWriter.Write(folder, subject.Compilation.Project, target));
        var root = XDocument.Load(bytes).Root ?? throw new System.Diagnostics.UnreachableException("An EMIS file has a root.");
        var lists = plan.Searches.ToDictionary(s => EmisWriter.ReportId(folder, s.List.Id).ToString(), s => s.List, StringComparer.Ordinal);
        return XmlTree.Of(root, element => Summary(element, lists), element => Source(element, subject, lists));
    }

    private static string? Summary(XElement element, Dictionary<string, RuleList> lists) => element.Name.LocalName switch
    {
        "report" => Text(element, "name"),
        "criteriaGroup" => $"{string.Join("; ", Labels(element, lists))} (if true {Text(element, "actionIfTrue")}, if false {Text(element, "actionIfFalse")})".TrimStart(),
        "populationCriterion" or "SearchIdentifier" => lists.TryGetValue((string?)element.Attribute("reportGuid") ?? "", out var list) ? list.Name : null,
        "criterion" => Text(element, "description") ?? Text(element, "displayName"),
        "valueSet" => Text(element, "description"),
        "values" => Text(element, "displayName"),
        "column" or "columnValue" or "filterAttribute" => Text(element, "displayName"),
        _ => null,
    };

    private static string? Source(XElement element, PreviewSubject subject, Dictionary<string, RuleList> lists)
    {
        if (ListOf(element, lists) is not { Origin: not ListOrigin.Hand } list) return null;
        var name = list.Id.Split('/')[0];
        var place = element.Name.LocalName switch
        {
            "report" => SourcePlaces.Of(subject.Compilation, name),
            "criteriaGroup" => subject.Compilation.Cohort(name) is { } cohort && Criterion(cohort, Labels(element, lists)) is { } criterion
                ? SourcePlaces.Of(subject.Compilation, cohort, criterion)
                : SourcePlaces.Of(subject.Compilation, name),
            _ => null,
        };
        return place is null ? null : SourcePlaces.Text(place);
    }

    private static Criterion? Criterion(Cohort cohort, ImmutableArray<string> labels) => labels.IsEmpty ? null : cohort.Criteria.FirstOrDefault(c => c.Label == labels[0]);

    /// <summary>The criteria that a group of criteria comes from.</summary>
    private static ImmutableArray<string> Labels(XElement group, Dictionary<string, RuleList> lists)
    {
        var index = group.ElementsBeforeSelf().Count(e => e.Name == group.Name);
        return ListOf(group, lists) is { } list && index < list.Rules.Length ? list.Rules[index].Labels : [];
    }

    private static RuleList? ListOf(XElement element, Dictionary<string, RuleList> lists) =>
        element.Name.LocalName is not ("report" or "criteriaGroup") ? null
        : element.AncestorsAndSelf().FirstOrDefault(e => e.Name.LocalName == "report") is { } report ? lists.GetValueOrDefault(Text(report, "id") ?? "") : null;

    private static string? Text(XElement element, string name) => (string?)element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
