using System.Globalization;
using BenchmarkDotNet.Running;
using PcnMedOpt.Benchmarks;
using PcnMedOpt.Releases;

// "release FOLDER" writes a generated terminology release of full size, "release FOLDER CONCEPTS" another.
// "terminology FOLDER STORE" times the import of such a release, and asking the store.
// "ecl STORE" times expressions in it.
// "count PROJECT EXTRACT COHORT" times counting on an extract. "write FOLDER" writes the generated project to the disk, for timing the whole program; everything else goes to BenchmarkDotNet.
if (args is ["write", var folder])
{
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, "medopt.json"), "{}");
    File.WriteAllText(Path.Combine(folder, "long.medopt"), GeneratedProject.LongFile);
    foreach (var (path, text) in GeneratedProject.Files) File.WriteAllText(Path.Combine(folder, path), text);
    return;
}
if (args is ["release", var releaseFolder, .. var size])
{
    var shape = ReleaseShape.Full with { Concepts = size is [var concepts] ? int.Parse(concepts, CultureInfo.InvariantCulture) : ReleaseShape.Full.Concepts };
    foreach (var part in ReleaseOnDisk.Write(GeneratedRelease.Of(shape), releaseFolder).All) Console.WriteLine(part);
    return;
}
if (args is ["terminology", var written, var store])
{
    TerminologyTimings.Run(written, store);
    return;
}
if (args is ["ecl", var asked])
{
    EclTimings.Run(asked);
    return;
}
if (args is ["count", var project, var extract, var cohort])
{
    CountTimings.Run(project, extract, cohort);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(GeneratedProject).Assembly).Run(args);
