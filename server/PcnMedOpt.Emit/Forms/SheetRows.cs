using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Forms;

/// <summary>
/// The rows of a template's sheet: for each prompt the properties that a template of EMIS is known to have (label, code, type, unit, range,
/// mandatory, prompt for date, diary entry), and what a person must do because no setting is known to do it.
/// </summary>
internal sealed class SheetRows(Form form, SheetSystem system)
{
    private readonly EvidenceLinks evidence = new(form.Contents);

    public IEnumerable<SheetRowView> Of(FormEntry entry)
    {
        yield return entry.Item switch
        {
            Field field => Prompt(entry, field),
            GuideItem guide => Row(entry, guide.Guide.Title ?? "", GuidanceText.Html(guide.Guide.Markdown), [], [new("Type", "information text")], After(entry, "Show it").ToImmutableArray(), []),
            ShowLatest show => Show(entry, show),
            RecallIn recall => Recall(entry, recall),
            _ => throw new System.Diagnostics.UnreachableException($"No row for {entry.Item}"),
        };
        foreach (var option in entry.Options)
            yield return new SheetRowView(
                $"{entry.Id}{option.Number[entry.Number.Length..]}", option.Number, true, option.Option.Label, null, Code(option.Option.Coding),
                [new("Type", "answer"), .. option.Leads is { } leads ? [new FactView("Leads to", leads)] : Array.Empty<FactView>()], [], [], []);
    }

    private SheetRowView Prompt(FormEntry entry, Field field)
    {
        var settings = new List<FactView> { new("Type", FormWords.Kind(field.Kind)) };
        if (field.Kind == FieldKind.Number || field.Unit is not null) settings.Add(new("Unit", FormWords.Unit(field)));
        if (field.Kind == FieldKind.Number || field.Expected is not null) settings.Add(new("Expected range", FormWords.Range(field.Expected)));
        settings.Add(new("Mandatory", field.Required is null ? "no" : field.Required is AlwaysRequired && entry.After is null ? "yes" : "no: by hand, see below"));
        settings.Add(new("Prompt for date", field.Kind == FieldKind.Date ? "yes" : "no"));
        settings.Add(new(system.DiaryHeading, field.Kind == FieldKind.Date && field.Coding is Uncoded why ? $"as the reason beside it says: {why.Why}" : "no"));
        var byHand = After(entry, "Ask it");
        if (field.Required is AlwaysRequired && entry.After is { } after) byHand = byHand.Append($"It must be filled when {FormWords.After(form, after)}.");
        if (FormWords.RequiredWhen(form, field) is { } when) byHand = byHand.Append($"It must be filled when {when}. Say so in its label: no description of a setting for this is published.");
        if (field.OnCompletion) byHand = byHand.Append("Enter it last: when every prompt that must be filled is filled, and a clinician confirms it. Opening or closing the template must never record it.");
        return Row(entry, field.Title, null, Code(field.Coding, hasOptions: !field.Options.IsEmpty), [.. settings], [.. byHand], []);
    }

    private SheetRowView Show(FormEntry entry, ShowLatest show)
    {
        var english = form.Contents.English();
        var sets = show.Sets.Select(s => new LinkView(PageIds.OfCodes(s), english.Named(s)));
        return Row(
            entry,
            "Look at the latest result of each of these",
            null,
            [],
            [
                new("Type", "view of results, or an information text that asks to look at them"),
                new("From", english.Of(show.Window ?? new Core.Model.Conditions.Ever())),
                .. show.Sets.Select(Cluster).OfType<FactView>(),
                new("Recorded", "nothing"),
            ],
            [.. After(entry, "Show it")],
            [.. sets]);
    }

    /// <summary>The published cluster that a set is: both systems hold it.</summary>
    private FactView? Cluster(string set) => new ClusterNames(form.Contents.Project).ClusterOf(set) is { } cluster
        ? new FactView("Code cluster", system.HasOwnCodes ? cluster : $"{cluster}, in SystmOne probably “{ClusterNames.InSystmone(cluster)}” (check: rule of thumb)")
        : null;

    private SheetRowView Recall(FormEntry entry, RecallIn recall)
    {
        var english = form.Contents.English();
        return Row(
            entry,
            $"See again in {english.Of(recall.Duration)}",
            null,
            [new("Code", "the protocol gives none: take the one that the practice recalls by, and write it here"), new("Taken", "")],
            [new("Type", system.Diary), new("Mandatory", "no"), new("Prompt for date", "yes"), new(system.DiaryHeading, $"yes, for {english.Of(recall.Duration)} after the consultation"), new("Searches", $"none of the pack reads a {system.Diary}")],
            [.. After(entry, "Enter it")],
            []);
    }

    private IEnumerable<string> After(FormEntry entry, string what) => entry.After is { } after
        ? [$"{what} only when {FormWords.After(form, after)}. No description of a setting for this is published: begin its label with “If {after.Option.Label}:”."]
        : [];

    private SheetRowView Row(
        FormEntry entry, string prompt, GuidanceHtml? text, ImmutableArray<FactView> code, ImmutableArray<FactView> settings, ImmutableArray<string> byHand, ImmutableArray<LinkView> sets) =>
        new(entry.Id, entry.Number, false, prompt, text, code, settings, byHand, sets, evidence.Of(form.Template.Name, entry.Item.Cites));

    private ImmutableArray<FactView> Code(Coding? coding, bool hasOptions = false) => coding switch
    {
        Coded { Code: var code } => Code(code),
        Uncoded uncoded => [new("No code", uncoded.Why)],
        _ => hasOptions ? [new("Code", "of the answer")] : [new("No code", "the protocol does not say why")],
    };

    private ImmutableArray<FactView> Code(WrittenCode code)
    {
        var facts = ImmutableArray.CreateBuilder<FactView>();
        facts.Add(new("Code", code.Text));
        facts.Add(new("Term", code.Term ?? "not stated: compare what the system shows with the protocol"));
        if (system.HasOwnCodes) facts.Add(new("EMIS code", EmisCode(code)));
        if (code.Id is { } id && form.SetsWith(id) is { IsEmpty: false } sets) facts.Add(new("In code set", string.Join(", ", sets)));
        return facts.DrainToImmutable();
    }

    private string EmisCode(WrittenCode code)
    {
        if (form.EmisCodes is not { } map) return "not known: there is no EMIS code map";
        var found = code.Id is { } id ? map.Find(id) : [];
        return found.IsEmpty ? "not in the EMIS code map" : string.Join("; ", found.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Id} {f.Term}")));
    }
}
