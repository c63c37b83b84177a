using System.Globalization;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Tool.Lsp.Releases;
using PcnMedOpt.Tool.Releases;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>
/// <c>medopt/releases</c>: the release and the lock by which codes are known, and the releases on this computer. <c>medopt/useRelease</c>: another
/// one of them. <c>medopt/importRelease</c>: brings one in, on a thread of its own.
/// </summary>
internal static class ReleaseHandlers
{
    private const int MostBadRows = 20;

    public static readonly Feature All = Feature.Own("medopt/releases", (asked, context) => Shown(asked, context));

    public static readonly Feature Use = Feature.Own("medopt/useRelease", (asked, context) =>
    {
        var name = OwnAnswers.Text(asked["name"]);
        if (!context.Server.Releases.Choose(name) || (name is null && context.Server.Releases.List().IsEmpty))
            return OwnAnswers.Error(name is null ? "There is no terminology release on this computer." : $"There is no terminology release '{name}' on this computer that can be used.");
        context.Server.ReleaseUse.Begin();
        return Shown(asked, context with { Snapshot = context.Server.Workspace.Current });
    });

    public static readonly Feature Import = Feature.Own("medopt/importRelease", Imported) with { RunsApart = true };

    private static JToken Imported(JObject asked, RequestContext context)
    {
        var paths = (asked["paths"] as JArray ?? []).Select(OwnAnswers.Text).OfType<string>().ToList();
        if (paths.Count == 0) return OwnAnswers.Error("There is no folder or file to bring a release in from.");
        var told = new ImportTold(context.Server, asked["workDoneToken"]);
        try
        {
            var (report, instead) = context.Server.Releases.Import(paths, told.Tell, context.Cancel);
            context.Server.ReleaseUse.Begin();
            return Shown(report, instead);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return OwnAnswers.Error($"The release was not brought in, and nothing has changed: {error.Message}");
        }
        finally
        {
            told.End();
        }
    }

    private static JObject Shown(PathImportReport report, StoreOnDisk? instead) => new()
    {
        ["release"] = Shown(report.Report.Release),
        ["concepts"] = report.Report.Concepts,
        ["notes"] = OwnAnswers.List([.. report.Report.Notes, .. instead is null ? (string[])[] : [StillUsed(instead)]]),
        ["faults"] = new JArray(report.Report.Files.Select(f => new JObject { ["file"] = f.File, ["fault"] = f.Fault.ToString(), ["rows"] = f.Count })),
        ["badRows"] = OwnAnswers.List(report.Report.BadRows.Take(MostBadRows).Select(r => r.ToString())),
    };

    private static string StillUsed(StoreOnDisk store) =>
        $"It holds no SNOMED CT, and {store.Release?.Name ?? store.FileName} is used still: bring SNOMED CT and dm+d in together to have both.";

    private static JObject Shown(JObject asked, RequestContext context)
    {
        var document = OwnAnswers.DocumentOrAny(asked, context);
        var knowledge = document?.Compilation.Knowledge;
        var wanted = document?.Compilation.Settings.Terminology;
        return new JObject
        {
            ["release"] = knowledge?.Release is { } release ? Shown(release.Release) : JValue.CreateNull(),
            ["lock"] = knowledge?.Lock is { } pinned ? new JObject { ["release"] = pinned.Release, ["locked"] = Day(pinned.Locked) } : JValue.CreateNull(),
            ["wanted"] = wanted,
            ["chosen"] = context.Server.Releases.Chosen,
            ["missing"] = wanted is not null && context.Server.Releases.Lacks(wanted) ? wanted : null,
            ["stores"] = new JArray(context.Server.Releases.List().Select(Shown)),
        };
    }

    private static JObject Shown(StoreOnDisk store) => new()
    {
        ["name"] = store.Release?.Name ?? store.FileName,
        ["date"] = store.Release?.Date is { } date ? Day(date) : null,
        ["sources"] = new JArray((store.Release?.Sources ?? []).Select(s => s.Name)),
        ["fault"] = store.Fault,
    };

    private static JObject Shown(ReleaseInfo release) => new()
    {
        ["name"] = release.Name,
        ["date"] = release.Date is { } date ? Day(date) : null,
        ["sources"] = new JArray(release.Sources.Select(s => s.Name)),
    };

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
