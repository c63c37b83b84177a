using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core;

/// <summary>An example of a project, and what came of it.</summary>
public sealed record RunExample(PlacedDeclaration Declaration, ExampleResult Result)
{
    public string Name => Declaration.Facts.Title ?? "";

    /// <summary>The first expectation that failed, or the title, in its file.</summary>
    public FilePlace Place => new(Declaration.File.Path, Result.Span.Shift(Declaration.Start));

    public int Line => Declaration.File.Lines.At(Place.Span.Start).Line;
}

/// <summary>Runs the examples of a project. One in which there is an error is invalid; so is every one of a project with errors elsewhere, because they may decide it.</summary>
public static class ProjectExamples
{
    /// <param name="compilation">The project.</param>
    /// <param name="findings">All that is wrong with it, files as files included.</param>
    public static IEnumerable<RunExample> Run(Compilation compilation, IEnumerable<LocatedDiagnostic> findings) => Run(compilation, findings, Of(compilation));

    /// <param name="compilation">The project.</param>
    /// <param name="findings">All that is wrong with it, files as files included.</param>
    /// <param name="examples">Those of its examples that are to run.</param>
    public static IEnumerable<RunExample> Run(Compilation compilation, IEnumerable<LocatedDiagnostic> findings, IEnumerable<PlacedDeclaration> examples)
    {
        var model = compilation.Project;
        var errors = findings.Where(d => d.Severity == Severity.Error).ToList();
        var own = errors.ToLookup(d => d.Declaration);
        return [.. examples.AsParallel().AsOrdered().Select(e => new RunExample(e, Result(compilation, model, e, own[e].FirstOrDefault(), errors.FirstOrDefault())))];
    }

    /// <summary>The examples of a project in the order of files and texts.</summary>
    public static IEnumerable<PlacedDeclaration> Of(Compilation compilation) =>
        compilation.Files.Values.SelectMany(f => f.Declarations).Where(d => d.Facts.Kind == DeclarationKind.Example);

    private static ExampleResult Result(Compilation compilation, Model.ProjectModel model, PlacedDeclaration example, LocatedDiagnostic? own, LocatedDiagnostic? broken) =>
        own is not null ? Invalid(example, $"{own.Place()}: {own.Diagnostic.Message}")
        : broken is not null ? Invalid(example, $"the project has errors, the first at {broken.Place()}: {broken.Diagnostic.Message}")
        : compilation.ModelOf(example) is Example readable ? ExampleRunner.Run(model, readable)
        : Invalid(example, "the example cannot be read");

    private static ExampleResult Invalid(PlacedDeclaration example, string why) => new(ExampleOutcome.Invalid, why, example.Facts.NameSpan);
}
