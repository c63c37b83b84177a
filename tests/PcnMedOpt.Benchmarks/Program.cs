using BenchmarkDotNet.Running;
using PcnMedOpt.Benchmarks;

// "count PROJECT EXTRACT COHORT" times counting on an extract. "write FOLDER" writes the generated project to the disk, for timing the whole program; everything else goes to BenchmarkDotNet.
if (args is ["write", var folder])
{
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, "medopt.json"), "{}");
    File.WriteAllText(Path.Combine(folder, "long.medopt"), GeneratedProject.LongFile);
    foreach (var (path, text) in GeneratedProject.Files) File.WriteAllText(Path.Combine(folder, path), text);
    return;
}
if (args is ["count", var project, var extract, var cohort])
{
    CountTimings.Run(project, extract, cohort);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(GeneratedProject).Assembly).Run(args);
