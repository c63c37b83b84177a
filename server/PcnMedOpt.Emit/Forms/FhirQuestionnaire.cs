using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Forms;

/// <summary>
/// A template as a FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html), as JSON. Its structure obeys the invariants que-0 to que-13 of that page.
/// What a questionnaire cannot say is said in its description.
/// </summary>
public static class FhirQuestionnaire
{
    private const string SnomedCopyright =
        "This artefact includes content from SNOMED Clinical Terms® (SNOMED CT®) which is copyright of the International Health Terminology Standards "
        + "Development Organisation (IHTSDO). Implementers of these artefacts must have the appropriate SNOMED CT Affiliate license - for more information "
        + "contact http://www.snomed.org/snomed-ct/get-snomed-ct or info@snomed.";

    public static string Of(Form form)
    {
        var url = UrlOf(form);
        var items = new FhirItems(form, url);
        var content = items.All();
        var json = new JObject { ["resourceType"] = "Questionnaire", ["url"] = url, ["version"] = FhirText.Of(form.Meta.Version) ?? "0", ["name"] = NameOf(form.Template.Name) };
        Add(json, "title", FhirText.Of(form.Template.Title));
        json["status"] = form.Meta.Status switch { ProtocolStatus.Active => "active", ProtocolStatus.Withdrawn => "retired", _ => "draft" };
        json["subjectType"] = new JArray("Patient");
        json["date"] = Numbers.Shown(form.Header?.Approved ?? form.Header?.Changes.Select(c => c.On).Max() ?? form.Meta.Today);
        Add(json, "publisher", FhirText.Of(form.Publisher ?? form.Meta.Owner));
        Add(json, "description", FhirText.Of(Description(form, items.Lost)));
        json["copyright"] = SnomedCopyright;
        if (form.Meta.Approved is { } approved) json["approvalDate"] = Numbers.Shown(approved);
        if (content.Count > 0) json["item"] = content;
        var text = new StringBuilder();
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" }) { Formatting = Formatting.Indented }) json.WriteTo(writer);
        return text.Append('\n').ToString();
    }

    /// <summary>The same for every version and in every pack.</summary>
    private static string UrlOf(Form form) => $"urn:uuid:{NameBasedGuid.Of($"{form.Publisher}/questionnaire/{form.Template.Name}")}";

    /// <summary>A name as que-0 asks: smr_consultation is SmrConsultation.</summary>
    private static string NameOf(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Description(Form form, IReadOnlyCollection<string> lost)
    {
        var text = new StringBuilder();
        if (form.Meta.Warning is { } warning) text.Append("**").Append(warning).Append("**\n\n");
        if (form.Template.Description is { } description) text.Append(description).Append("\n\n");
        if (form.Template.For is { } cohort) text.Append(CultureInfo.InvariantCulture, $"For patients in the cohort {form.Contents.English().Named(cohort.Cohort)}{(cohort.Part is null ? "" : $", part {cohort.Part}")}.\n\n");
        if (form.Template.Lasts is { } lasts) text.Append(CultureInfo.InvariantCulture, $"Duration: {lasts}.\n\n");
        if (form.Template.Framework is { } framework) text.Append(CultureInfo.InvariantCulture, $"Framework: {framework.Title}, {framework.Steps} steps.\n\n");
        if (lost.Count > 0) text.Append("What this questionnaire cannot say:\n\n").Append(string.Concat(lost.Select(l => $"- {l}\n")));
        return text.ToString().TrimEnd('\n');
    }

    private static void Add(JObject json, string name, string? text)
    {
        if (text is not null) json[name] = text;
    }
}
