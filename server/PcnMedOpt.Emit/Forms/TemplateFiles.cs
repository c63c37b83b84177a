using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Forms;

/// <summary>
/// What a pack holds for its templates: a build sheet for each system that it names, the activity extract of all their codes, and for print a FHIR
/// questionnaire of each.
/// </summary>
public static class TemplateFiles
{
    private const string EmisPrefix = "emis-template-";
    private const string SystmonePrefix = "systmone-template-";
    private const string FhirFolder = "fhir/";
    private const string FhirEnd = ".questionnaire.json";
    private const string PageEnd = ".html";

    public static IEnumerable<OutputFile> Of(
        Compilation compilation, EmisCodeMap? emisCodes, PackContents pack, PageMeta meta, PageContents contents, ImmutableArray<OutputTarget> targets, Templates templates)
    {
        var mapped = MappedCodes.Of(compilation, emisCodes, pack.Declarations);
        var forms = Form.Of(compilation, mapped, pack, meta, contents);
        var (emis, systmone) = (targets.Contains(OutputTarget.Emis), targets.Contains(OutputTarget.Systmone));
        foreach (var form in forms)
        {
            if (emis) yield return Sheet(EmisPrefix, form, SheetSystem.Emis, templates);
            if (systmone) yield return Sheet(SystmonePrefix, form, SheetSystem.Systmone, templates);
        }
        var activity = Activity.Of(compilation, mapped, pack, contents, forms);
        if ((emis || systmone) && !activity.IsEmpty)
        {
            yield return OutputFile.Of(ActivityCsv.PageFile, templates.Render("activity-extract.hbs", ActivityView.Of(meta, activity)));
            yield return OutputFile.Of(ActivityCsv.ExtractFile, ActivityCsv.Header);
            yield return OutputFile.Of(ActivityCsv.CodesFile, ActivityCsv.Codes(activity));
        }
        if (targets.Contains(OutputTarget.Print))
            foreach (var form in forms) yield return OutputFile.Of($"{FhirFolder}{form.Template.Name}{FhirEnd}", FhirQuestionnaire.Of(form));
    }

    /// <summary>The files of templates among those of a pack, for its installation page.</summary>
    public static InstallFiles Named(InstallFiles names, IReadOnlyCollection<OutputFile> files)
    {
        ImmutableArray<string> Begin(string prefix) => [.. files.Select(f => f.Path).Where(p => p.StartsWith(prefix, StringComparison.Ordinal))];
        return names with
        {
            EmisTemplates = Begin(EmisPrefix),
            SystmoneTemplates = Begin(SystmonePrefix),
            Questionnaires = Begin(FhirFolder),
            Activity = files.Any(f => f.Path == ActivityCsv.PageFile) ? ActivityCsv.PageFile : null,
        };
    }

    /// <summary>What a file is called where it is downloaded; null when it is none of these.</summary>
    public static string? Title(string path) => path switch
    {
        ActivityCsv.PageFile => "Monthly activity extract",
        ActivityCsv.ExtractFile => "Header of the activity extract (CSV)",
        ActivityCsv.CodesFile => "Codes of the activity extract (CSV)",
        _ when Inside(path, EmisPrefix, PageEnd) is { } name => $"Build sheet of the template {name} for EMIS Web",
        _ when Inside(path, SystmonePrefix, PageEnd) is { } name => $"Build sheet of the template {name} for SystmOne",
        _ when Inside(path, FhirFolder, FhirEnd) is { } name => $"The template {name} as a questionnaire (FHIR R4, JSON)",
        _ => null,
    };

    private static string? Inside(string path, string begin, string end) =>
        path.StartsWith(begin, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal) ? path[begin.Length..^end.Length] : null;

    private static OutputFile Sheet(string prefix, Form form, SheetSystem system, Templates templates) =>
        OutputFile.Of($"{prefix}{form.Template.Name}{PageEnd}", templates.Render("template-sheet.hbs", TemplateSheetView.Of(form, system)));
}
