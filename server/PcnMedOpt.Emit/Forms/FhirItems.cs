using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Forms;

/// <summary>The items of a questionnaire: a group for each step, in it a question for each field, and texts. What follows an answer stands beside its question and is enabled by it.</summary>
/// <param name="form">The template.</param>
/// <param name="url">The questionnaire's own address; the codes of answers without a SNOMED CT code belong to it.</param>
internal sealed class FhirItems(Form form, string url)
{
    private const string Extensions = "http://hl7.org/fhir/StructureDefinition/";

    private readonly FhirConditions conditions = new(form);
    private readonly HashSet<string> links = new(StringComparer.Ordinal);
    private readonly List<string> lost = [];

    /// <summary>What no item could say, in sentences. Complete when all items are made.</summary>
    public IReadOnlyCollection<string> Lost => lost;

    public JArray All()
    {
        var items = new JArray();
        foreach (var (guide, i) in form.Template.Guides.Select((g, i) => (g, i + 1))) items.Add(Item(Link($"guide-{Shown(i)}"), "display", Said(guide)));
        foreach (var step in form.Steps) items.Add(Step(step));
        return items;
    }

    private JObject Step(FormStep step)
    {
        var link = Link($"step-{Shown(step.Step.Number)}");
        if (step.Entries.IsEmpty) return Item(link, "display", step.Title);
        var group = Item(link, "group", step.Step.Title);
        group["prefix"] = Shown(step.Step.Number);
        Notes(group, Cited(step.Step.Cites));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        group["item"] = new JArray(step.Entries.SelectMany(e => Items(e, LinkOf(step, e, counts))));
        return group;
    }

    private IEnumerable<JObject> Items(FormEntry entry, string link)
    {
        var item = entry.Item switch
        {
            Field field => Question(entry, field, link),
            GuideItem guide => Item(link, "display", Said(guide.Guide)),
            ShowLatest show => Item(link, "display", $"Look at the latest results: {FormWords.Shown(form, show)}."),
            RecallIn recall => Item(link, "display", $"See the patient again in {form.Contents.English().Of(recall.Duration)}: enter a diary entry or recall."),
            _ => throw new System.Diagnostics.UnreachableException($"No item for {entry.Item}"),
        };
        if (entry.Item is not Field) Notes(item, Cited(entry.Item.Cites));
        if (entry.Item is RecallIn) lost.Add($"{entry.Number}: the recall is a sentence. It makes no diary entry.");
        if (entry.Item is ShowLatest) lost.Add($"{entry.Number}: the results to look at are a sentence. Nothing fetches them.");
        Enable(item, entry);
        yield return item;
    }

    private JObject Question(FormEntry entry, Field field, string link)
    {
        var item = Item(link, TypeOf(field.Kind), field.Title);
        item["prefix"] = entry.Number;
        if (field.Coding is Coded coded) item["code"] = new JArray(Snomed(coded.Code));
        if (field.Kind == FieldKind.Number && field.Unit is { IsNone: false } unit)
            Extend(item, "questionnaire-unit", "valueCoding", new JObject { ["system"] = "http://unitsofmeasure.org", ["code"] = unit.Text, ["display"] = Core.Units.UnitText.Of(unit) });
        if (field is { Kind: FieldKind.Number, Expected: { } range })
        {
            Extend(item, "minValue", "valueDecimal", new JRaw(Numbers.Shown(range.Low)));
            Extend(item, "maxValue", "valueDecimal", new JRaw(Numbers.Shown(range.High)));
            lost.Add($"{entry.Number} “{field.Title}”: the range is what is expected. Here a value outside it is refused, though it may be real.");
        }
        if (!field.Options.IsEmpty) item["answerOption"] = new JArray(field.Options.Select(o => AnswerOption(field, o)));
        var isRequired = field.Required is not null && !conditions.IsLost(entry);
        if (isRequired) item["required"] = true;
        if (field.Kind == FieldKind.Choices) item["repeats"] = true;
        if (field.OnCompletion)
        {
            item["item"] = new JArray(Item(Link($"{link}-completion"), "display", "Confirm it last, when everything that must be filled is filled."));
            lost.Add($"{entry.Number} “{field.Title}” is confirmed last, by a clinician: nothing here enforces the order, and nothing may tick it by itself.");
        }
        Losses(entry, field, isRequired);
        Notes(item, [.. Reasons(field), .. Cited(field.Cites)]);
        return item;
    }

    private void Losses(FormEntry entry, Field field, bool isRequired)
    {
        if (FormWords.RequiredWhen(form, field) is { } when)
            lost.Add(isRequired
                ? $"{entry.Number} “{field.Title}” must be filled when {when}. Here it is asked only then; the template lets it be filled at any time."
                : $"{entry.Number} “{field.Title}” must be filled when {when}. Here nothing requires it.");
        foreach (var code in field.Options.Select(o => o.Coding).OfType<Coded>().GroupBy(c => c.Code.Text).Where(g => g.Count() > 1))
            lost.Add($"{entry.Number} “{field.Title}”: several answers have the code {code.Key}. Here nothing tells them apart, and what follows one of them is asked after each.");
        if (isRequired && field.Kind is (FieldKind.Tick or FieldKind.Outcome)) lost.Add($"{entry.Number} “{field.Title}” must be ticked. Here the answer no also counts as filled.");
        if (field is { Kind: FieldKind.Number, Unit: null }) lost.Add($"{entry.Number} “{field.Title}” has no unit.");
    }

    private void Enable(JObject item, FormEntry entry)
    {
        var wanted = conditions.Of(entry);
        if (wanted.IsEmpty) return;
        item["enableWhen"] = new JArray(wanted.Select(condition =>
        {
            var question = (Field)condition.Question.Item;
            var when = new JObject { ["question"] = question.Name, ["operator"] = "=" };
            if (condition.Option is { } option) when["answerCoding"] = Answer(question, option);
            else when["answerBoolean"] = true;
            return when;
        }));
        if (wanted.Length > 1) item["enableBehavior"] = "all";
    }

    /// <summary>A coded answer shows its term, with its label before it; any other is a code of this questionnaire alone.</summary>
    private JObject AnswerOption(Field field, Option option)
    {
        var answer = new JObject();
        if (option.Coding is Coded && FhirText.Of(option.Label) is { } label) Extend(answer, "questionnaire-optionPrefix", "valueString", label);
        answer["valueCoding"] = Answer(field, option);
        return answer;
    }

    private JObject Answer(Field field, Option option)
    {
        if (option.Coding is Coded coded) return Snomed(coded.Code);
        var label = FhirText.Code(option.Label) ?? $"answer {Shown(field.Options.IndexOf(option) + 1)}";
        return new JObject { ["system"] = $"urn:uuid:{NameBasedGuid.Of($"{url}/answers/{field.Name}")}", ["code"] = label, ["display"] = label };
    }

    private static JObject Snomed(WrittenCode code)
    {
        var coding = new JObject { ["system"] = "http://snomed.info/sct", ["code"] = code.Text };
        if (FhirText.Of(code.Term) is { } term) coding["display"] = term;
        return coding;
    }

    private static string TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Text => "text",
        FieldKind.Number => "decimal",
        FieldKind.Date => "date",
        FieldKind.Choice or FieldKind.Choices => "choice",
        _ => "boolean",
    };

    /// <summary>A field's own name, which is its in the whole template; what has no name is counted in its step.</summary>
    private string LinkOf(FormStep step, FormEntry entry, Dictionary<string, int> counts)
    {
        if (entry.Item is Field field) return Link(field.Name);
        var kind = entry.Item switch { GuideItem => "guide", ShowLatest => "show", _ => "recall" };
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        return Link($"step-{Shown(step.Step.Number)}-{kind}-{Shown(counts[kind])}");
    }

    /// <summary>Names are unique in a template and hold no hyphen; a number is added where they are not.</summary>
    private string Link(string wanted)
    {
        var link = wanted;
        for (var i = 2; !links.Add(link); i++) link = $"{wanted}-again-{Shown(i)}";
        return link;
    }

    private static JObject Item(string link, string type, string? text)
    {
        var item = new JObject { ["linkId"] = link };
        if (FhirText.Of(text) is { } legal) item["text"] = legal;
        item["type"] = type;
        return item;
    }

    private static string Said(Guide guide) => guide.Title is null ? guide.Markdown : $"{guide.Title}\n\n{guide.Markdown}";

    private static IEnumerable<string> Reasons(Field field)
    {
        if (field.Coding is Uncoded why) yield return $"Not coded: {why.Why}";
        foreach (var option in field.Options)
            if (option.Coding is Uncoded reason) yield return $"“{option.Label}” is not coded: {reason.Why}";
    }

    private IEnumerable<string> Cited(ImmutableArray<Citation> cites) =>
        from citation in cites
        let evidence = form.Contents.EvidenceOf(form.Template.Name, citation.Evidence)
        where evidence is not null
        select $"Evidence: {evidence.Text}{(citation.Section is null ? "" : $", {citation.Section}")}";

    /// <summary>What a designer must know and whoever answers need not: the extension designNote of R4.</summary>
    private static void Notes(JObject item, IEnumerable<string> notes)
    {
        if (FhirText.Of(string.Join("\n\n", notes)) is { } note) Extend(item, "designNote", "valueMarkdown", note);
    }

    private static void Extend(JObject item, string extension, string type, JToken value)
    {
        if (item["extension"] is not JArray extensions) item["extension"] = extensions = [];
        extensions.Add(new JObject { ["url"] = Extensions + extension, [type] = value });
    }

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}
