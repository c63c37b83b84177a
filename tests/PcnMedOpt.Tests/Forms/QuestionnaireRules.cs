using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tests.Forms;

/// <summary>
/// What is wrong with a FHIR R4 Questionnaire: the elements and cardinalities of hl7.org/fhir/R4/questionnaire.html, its invariants que-0 to que-13, the
/// contexts and types of the extensions (hl7.org/fhir/R4/questionnaire-core.html, extension-minvalue.html, extension-designnote.html), and the lexical
/// rules of hl7.org/fhir/R4/datatypes.html. Written from those pages, without looking at what writes the files.
/// </summary>
internal sealed partial class QuestionnaireRules
{
    private const string Extensions = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly string[] Top =
        ["resourceType", "url", "version", "name", "title", "status", "subjectType", "date", "publisher", "description", "copyright", "approvalDate", "lastReviewDate", "item"];

    private static readonly string[] ItemElements =
        ["linkId", "extension", "code", "prefix", "text", "type", "enableWhen", "enableBehavior", "required", "repeats", "readOnly", "maxLength", "answerValueSet", "answerOption", "initial", "item"];

    private static readonly string[] Types =
        ["group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url", "choice", "open-choice", "attachment", "reference", "quantity"];

    private static readonly string[] WithOptions = ["choice", "open-choice", "decimal", "integer", "date", "dateTime", "time", "string", "quantity"];

    /// <summary>Per extension: the name of its value, and the types of item that may have it; none for an answer's own.</summary>
    private static readonly Dictionary<string, (string Value, string[] On)> Known = new(StringComparer.Ordinal)
    {
        ["questionnaire-unit"] = ("valueCoding", ["decimal", "integer"]),
        ["minValue"] = ("valueDecimal", ["decimal"]),
        ["maxValue"] = ("valueDecimal", ["decimal"]),
        ["designNote"] = ("valueMarkdown", Types),
        ["questionnaire-optionPrefix"] = ("valueString", []),
    };

    private readonly List<string> faults = [];
    private readonly Dictionary<string, JObject> items = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Faults(string json)
    {
        var rules = new QuestionnaireRules();
        rules.Resource(JObject.Parse(json));
        return rules.faults;
    }

    private void Resource(JObject resource)
    {
        Elements(resource, Top, "the questionnaire");
        if ((string?)resource["resourceType"] != "Questionnaire") Fault("resourceType is not Questionnaire");
        if (!Uri.TryCreate((string?)resource["url"], UriKind.Absolute, out _)) Fault("url is not absolute");
        if ((string?)resource["status"] is not ("draft" or "active" or "retired" or "unknown")) Fault("status is none of publication-status");
        if (!Name().IsMatch((string?)resource["name"] ?? "")) Fault("que-0: name cannot be an identifier");
        foreach (var day in new[] { "date", "approvalDate", "lastReviewDate" })
            if (resource[day] is JValue { Value: var value } && !Date().IsMatch(value as string ?? "")) Fault($"{day} is no date");
        foreach (var text in resource.DescendantsAndSelf().OfType<JProperty>().Select(p => p.Value).OfType<JValue>().Where(v => v.Type == JTokenType.String)) Text((string?)text ?? "");
        foreach (var item in resource.Descendants().OfType<JObject>().Where(o => o["linkId"] is not null))
            if (!items.TryAdd((string?)item["linkId"] ?? "", item)) Fault($"que-2: the linkId {item["linkId"]} is there twice");
        Items(resource["item"], "the questionnaire");
        foreach (var (link, item) in items)
            if (DependsOnItself(link, item)) Fault($"{link}: it is enabled by its own answer");
    }

    private void Items(JToken? list, string where)
    {
        if (list is null) return;
        if (list is not JArray { Count: > 0 } children)
        {
            Fault($"{where}: item is no list of some");
            return;
        }
        foreach (var child in children)
            if (child is JObject item) Item(item);
            else Fault($"{where}: an item is no object");
    }

    private void Item(JObject item)
    {
        var link = (string?)item["linkId"] ?? "";
        var type = (string?)item["type"] ?? "";
        if (link.Length == 0) Fault("an item has no linkId");
        Elements(item, ItemElements, link);
        if (!Types.Contains(type)) Fault($"{link}: the type '{type}' is none");
        if (type == "group" && item["item"] is null) Fault($"que-1: the group {link} has no items");
        if (type == "display" && item["item"] is not null) Fault($"que-1: the text {link} has items");
        if (type == "display" && item["code"] is not null) Fault($"que-3: the text {link} has a code");
        if (item["answerOption"] is not null && item["answerValueSet"] is not null) Fault($"que-4: {link} has answers of two kinds");
        if (!WithOptions.Contains(type) && (item["answerOption"] ?? item["answerValueSet"]) is not null) Fault($"que-5: {link} may not have answers to choose from");
        if (type == "display" && (item["required"] ?? item["repeats"]) is not null) Fault($"que-6: the text {link} is required or repeats");
        if (type is "group" or "display" && item["initial"] is not null) Fault($"que-8: {link} has an initial value");
        if (type == "display" && item["readOnly"] is not null) Fault($"que-9: the text {link} is read-only");
        if (type is not ("boolean" or "decimal" or "integer" or "string" or "text" or "url" or "open-choice") && item["maxLength"] is not null) Fault($"que-10: {link} has a length");
        if (item["answerOption"] is not null && item["initial"] is not null) Fault($"que-11: {link} has answers and an initial value");
        if (item["enableWhen"] is JArray { Count: > 1 } && (string?)item["enableBehavior"] is not ("all" or "any")) Fault($"que-12: {link} does not say how its conditions combine");
        if (item["initial"] is JArray { Count: > 1 } && (bool?)item["repeats"] != true) Fault($"que-13: {link} has several initial values");
        foreach (var flag in new[] { "required", "repeats", "readOnly" })
            if (item[flag] is { Type: not JTokenType.Boolean }) Fault($"{link}: {flag} is no boolean");
        foreach (var coding in item["code"] as JArray ?? []) Coding(coding, link);
        foreach (var option in item["answerOption"] as JArray ?? []) Option(option, type, link);
        foreach (var when in item["enableWhen"] as JArray ?? []) When(when, link);
        foreach (var extension in item["extension"] as JArray ?? []) Extension(extension, type, link);
        if (Bound(item, "minValue") > Bound(item, "maxValue")) Fault($"{link}: the least is more than the most");
        Items(item["item"], link);
    }

    private void Option(JToken option, string type, string link)
    {
        var values = ((JObject)option).Properties().Where(p => p.Name != "extension").ToList();
        if (values is not [{ Name: "valueCoding" or "valueString" or "valueInteger" or "valueDate" or "valueTime" or "valueReference" } value]) Fault($"{link}: an answer has not one value");
        else if (type == "choice" && value.Name != "valueCoding") Fault($"{link}: an answer of a choice is a coding");
        else if (value.Name == "valueCoding") Coding(value.Value, link);
        foreach (var extension in option["extension"] as JArray ?? []) Extension(extension, null, link);
    }

    private void When(JToken when, string link)
    {
        if (when["question"] is not { } question || !items.TryGetValue((string?)question ?? "", out var asked))
        {
            Fault($"{link}: a condition asks for an item that is not there");
            return;
        }
        var answers = ((JObject)when).Properties().Where(p => p.Name.StartsWith("answer", StringComparison.Ordinal)).ToList();
        if (answers is not [var answer]) Fault($"{link}: a condition has not one answer");
        else if ((string?)when["operator"] == "exists" && answer.Name != "answerBoolean") Fault($"que-7: {link} asks whether an answer exists, and not with a boolean");
        else if ((string?)when["operator"] != "exists" && answer.Name != AnswerOf((string?)asked["type"])) Fault($"{link}: a condition has an answer of another type than its question");
        else if (answer.Name == "answerCoding" && !(asked["answerOption"] ?? new JArray()).Any(o => Same(o["valueCoding"], answer.Value))) Fault($"{link}: a condition wants an answer that its question does not offer");
        if ((string?)when["operator"] is not ("exists" or "=" or "!=" or ">" or "<" or ">=" or "<=")) Fault($"{link}: a condition has no operator");
    }

    private static string? AnswerOf(string? type) => type switch { "boolean" => "answerBoolean", "choice" => "answerCoding", "date" => "answerDate", "decimal" => "answerDecimal", "text" or "string" => "answerString", _ => null };

    private static bool Same(JToken? one, JToken other) => (string?)one?["system"] == (string?)other["system"] && (string?)one?["code"] == (string?)other["code"];

    private void Coding(JToken coding, string link)
    {
        if (!Uri.TryCreate((string?)coding["system"], UriKind.Absolute, out _) || !Code().IsMatch((string?)coding["code"] ?? "")) Fault($"{link}: a coding has no system or no code");
        if ((string?)coding["system"] == "http://snomed.info/sct" && !Sctid().IsMatch((string?)coding["code"] ?? "")) Fault($"{link}: a code is no SNOMED CT identifier");
    }

    private void Extension(JToken extension, string? type, string link)
    {
        var url = (string?)extension["url"] ?? "";
        if (!url.StartsWith(Extensions, StringComparison.Ordinal) || !Known.TryGetValue(url[Extensions.Length..], out var known)) Fault($"{link}: the extension {url} is not known");
        else if (((JObject)extension).Properties().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(new[] { "url", known.Value }) is false) Fault($"{link}: the extension {url} has another value");
        else if (type is null ? known.On.Length > 0 : !known.On.Contains(type)) Fault($"{link}: the extension {url} may not stand here");
        else if (known.Value == "valueCoding") Coding(extension["valueCoding"] ?? "", link);
        else if (known.Value == "valueDecimal" && extension["valueDecimal"] is not { Type: JTokenType.Integer or JTokenType.Float }) Fault($"{link}: {url} is no number");
    }

    private static decimal? Bound(JObject item, string name) => (decimal?)(item["extension"] as JArray)?.FirstOrDefault(e => (string?)e["url"] == Extensions + name)?["valueDecimal"];

    private bool DependsOnItself(string link, JObject item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<JObject>([item]);
        while (open.TryPop(out var next))
            foreach (var question in (next["enableWhen"] as JArray ?? []).Select(w => (string?)w["question"] ?? ""))
            {
                if (question == link) return true;
                if (seen.Add(question) && items.TryGetValue(question, out var asked)) open.Push(asked);
            }
        return false;
    }

    /// <summary>A string is never empty, and has no control characters but tab and line ends.</summary>
    private void Text(string text)
    {
        if (text.Trim().Length == 0) Fault("a text is empty");
        if (text.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r'))) Fault("a text holds a control character");
    }

    private void Elements(JObject json, string[] known, string where)
    {
        foreach (var property in json.Properties().Where(p => !known.Contains(p.Name))) Fault($"{where}: there is no element {property.Name}");
    }

    private void Fault(string fault) => faults.Add(fault);

    [GeneratedRegex("^[A-Z][A-Za-z0-9_]{0,254}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^[^\s]+(\s[^\s]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[1-9]\d{5,17}$")]
    private static partial Regex Sctid();
}
