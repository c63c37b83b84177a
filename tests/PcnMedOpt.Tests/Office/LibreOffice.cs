using System.Collections.Immutable;
using System.Diagnostics;
using PcnMedOpt.Emit.Packs;

namespace PcnMedOpt.Tests.Office;

/// <summary>LibreOffice without a window, with a profile of its own that works every formula out again when a file is opened.</summary>
internal sealed class LibreOffice : IDisposable
{
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("medopt-office-");

    public LibreOffice()
    {
        var user = folder.CreateSubdirectory("profile").CreateSubdirectory("user");
        File.WriteAllText(Path.Combine(user.FullName, "registrymodifications.xcu"), Settings);
    }

    /// <summary>The program that the suite found; the tests of this folder that need it are run by that suite alone.</summary>
    private static string Program => Environment.GetEnvironmentVariable("MEDOPT_SOFFICE") ?? "soffice";

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Each file opened and written again: workbooks as workbooks with their figures worked out anew, documents as text.</summary>
    public ImmutableArray<OutputFile> Reopened(IEnumerable<OutputFile> files)
    {
        var (before, after) = (folder.CreateSubdirectory("before"), folder.CreateSubdirectory("after"));
        var named = files.Select((f, i) => (File: f, Name: $"{i}{Path.GetExtension(f.Path)}")).ToList();
        foreach (var (file, name) in named) File.WriteAllBytes(Path.Combine(before.FullName, name), [.. file.Bytes]);
        foreach (var (extension, format) in new[] { (".xlsx", "xlsx:Calc MS Excel 2007 XML"), (".docx", "txt:Text (encoded):UTF8") })
            Convert(format, [.. named.Select(n => n.Name).Where(n => n.EndsWith(extension, StringComparison.Ordinal)).Select(n => Path.Combine(before.FullName, n))], after.FullName);
        return [.. named.Select(n => new OutputFile(n.File.Path, [.. Bytes(after.FullName, Path.ChangeExtension(n.Name, n.Name.EndsWith(".docx", StringComparison.Ordinal) ? ".txt" : ".xlsx"))]))];
    }

    private static byte[] Bytes(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        Assert.True(File.Exists(path), $"LibreOffice did not write {name}.");
        return File.ReadAllBytes(path);
    }

    private void Convert(string format, ImmutableArray<string> files, string to)
    {
        if (files.IsEmpty) return;
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        var profile = new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri;
        foreach (var argument in (string[])[$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", format, "--outdir", to, .. files]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("LibreOffice did not start.");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
    }
}
