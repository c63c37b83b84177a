using System.CommandLine;
using System.Globalization;
using PcnMedOpt.Terminology.Store;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Releases;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt terminology</c>: releases of SNOMED CT and dm+d on this machine, and what they say.</summary>
internal static class TerminologyCommand
{
    private static readonly Option<string?> Folder = new("--store") { Description = $"The folder of stores; default {TerminologyStores.Variable}, else the user's data folder.", Recursive = true };

    private static readonly Option<string> Format = new("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };

    private static readonly Option<string?> Release = new("--release") { Description = "The release that is asked; default the one that the project here names, else the latest that holds SNOMED CT." };

    static TerminologyCommand() => Format.AcceptOnlyFromAmong("text", "json");

    public static Command Make()
    {
        var command = new Command("terminology", "Releases of SNOMED CT and dm+d: bring one in, and ask it.") { Import(), Info(), Lookup(), Search() };
        command.Options.Add(Folder);
        return command;
    }

    private static Command Import()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folders, zips and files of one release: SNOMED CT in RF2, dm+d, reference sets of the portal, GP data clusters, an EMIS code map.", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string?>("--name") { Description = "What to call the release; default the name of its topmost package." };
        var bad = new Option<string?>("--list-bad") { Description = "A file that takes the rows that are wrong, with file and line; default the first of them on the screen." };
        var command = new DocumentedCommand(
            "import", "Bring in a release. The one of the same name is replaced when all went well.", "medopt terminology import uk_sct2mo_41.6.0.zip nhsbsa_dmd_3.2.0.zip")
        {
            paths, name, bad,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var progress = output.Progress();
            using var stop = new CancellationTokenSource();
            void Stop(object? sender, ConsoleCancelEventArgs pressed)
            {
                pressed.Cancel = true;
                stop.Cancel();
            }
            Console.CancelKeyPress += Stop;
            try
            {
                var stores = Stores(parsed);
                var (store, report) = stores.Import(parsed.GetValue(name), parsed.GetValue(paths) ?? [], step => progress.Tell(step.What, step.Part), stop.Token);
                progress.End();
                var isWhole = ImportText.Write(store, report, parsed.GetValue(bad), output);
                var named = NamedHere();
                if (TerminologyStores.Used(stores.List(), named) is { } used && used.Path != store.Path) output.Data.WriteLine(ImportText.NotUsed(used, named));
                return isWhole ? CommandLine.Fine : CommandLine.ProblemsFound;
            }
            catch (Exception error) when (error is OperationCanceledException or AggregateException { InnerException: OperationCanceledException })
            {
                progress.End();
                throw new UsageException("Nothing was brought in: it was stopped. What was there before is as it was.");
            }
            finally
            {
                progress.End();
                Console.CancelKeyPress -= Stop;
            }
        }));
        return command;
    }

    private static Command Info()
    {
        var verify = new Option<bool>("--verify") { Description = "Work out the SHA-256 of every store, and compare it." };
        var command = new DocumentedCommand("info", "The releases on this machine, and which is used.", "medopt terminology info --verify") { verify, Format };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var stores = Stores(parsed);
            var all = stores.List();
            if (parsed.GetValue(verify)) all = [.. all.Select(Verified)];
            var wanted = NamedHere();
            var used = wanted is null && all.Any(s => s.Fault is not null) ? null : TerminologyStores.Used(all, wanted);
            if (parsed.GetValue(Format) == "json") TerminologyJson.Stores(all, used, output);
            else StoreText.Write(stores.Folder, all, used, wanted, output);
            return all.Any(s => s.Fault is not null) || (wanted is not null && used is null) ? CommandLine.ProblemsFound : CommandLine.Fine;
        }));
        return command;
    }

    private static Command Lookup()
    {
        var ids = new Argument<string[]>("ID") { Description = "Identifiers of concepts, of descriptions or of dm+d.", Arity = ArgumentArity.OneOrMore };
        var command = new DocumentedCommand("lookup", "What a release says of codes.", "medopt terminology lookup 195967001") { ids, Release, Format };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var release = Opened(parsed);
            var found = (parsed.GetValue(ids) ?? []).Select(i => LookedUp.Of(release, i.Trim())).ToList();
            if (parsed.GetValue(Format) == "json") TerminologyJson.Concepts(release, found, output);
            else foreach (var one in found) LookupText.Write(release, one, output);
            return found.All(f => f.Concept is not null) ? CommandLine.Fine : CommandLine.ProblemsFound;
        }));
        return command;
    }

    private static Command Search()
    {
        var words = new Argument<string[]>("WORDS") { Description = "Words, or their beginnings, in any order.", Arity = ArgumentArity.OneOrMore };
        var below = new Option<string?>("--below") { Description = "Only this concept and those below it." };
        var inactive = new Option<bool>("--inactive") { Description = "Retired concepts too." };
        var most = new Option<int>("--most") { Description = "How many at most.", DefaultValueFactory = _ => 20 };
        var command = new DocumentedCommand("search", "Concepts by words of their terms, the best first.", "medopt terminology search asthma monitor --most 10") { words, below, inactive, most, Release, Format };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var count = parsed.GetValue(most);
            if (count is < 1 or > 10_000) throw new UsageException($"--most {count.ToString(CultureInfo.InvariantCulture)}: a number from 1 to 10,000 is wanted.");
            var release = Opened(parsed);
            long? top = parsed.GetValue(below) is { } given ? LookedUp.Of(release, given).Concept?.Id ?? throw new UsageException($"--below {given}: {release.Release.Name} does not hold it.") : null;
            var hits = release.Search(string.Join(' ', parsed.GetValue(words) ?? []), new(top, null, parsed.GetValue(inactive)), count);
            if (parsed.GetValue(Format) == "json") TerminologyJson.Hits(hits, output);
            else LookupText.Write(hits, output);
            if (hits.IsEmpty) output.Say($"{release.Release.Name} has no {(parsed.GetValue(inactive) ? "" : "active ")}concept with these words{(parsed.GetValue(below) is { } ancestor ? $" at or below {ancestor}" : "")}.");
            return hits.IsEmpty ? CommandLine.ProblemsFound : CommandLine.Fine;
        }));
        return command;
    }

    private static TerminologyStores Stores(ParseResult parsed) => TerminologyStores.Of(parsed.GetValue(Folder));

    private static ReleaseStore Opened(ParseResult parsed)
    {
        var stores = Stores(parsed);
        var named = parsed.GetValue(Release) ?? NamedHere();
        return stores.Open(named) ?? throw new UsageException(named is null
            ? $"There is no release in {stores.Folder}. medopt terminology import PATH brings one in."
            : $"There is no release {named} in {stores.Folder}. medopt terminology info shows which there are.");
    }

    /// <summary>The release that the project here names; null where there is no project, or it names none.</summary>
    private static string? NamedHere()
    {
        try
        {
            return SettingsReader.Read(File.ReadAllText(ProjectFolder.Find(null).Full(Core.ProjectSettings.FileName))).Terminology;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static StoreOnDisk Verified(StoreOnDisk store)
    {
        if (store.Release is null) return store;
        try
        {
            using var file = StoreFile.Open(store.Path);
            file.Verify();
            return store;
        }
        catch (IOException damaged)
        {
            return store with { Release = null, Fault = damaged.Message };
        }
    }
}
