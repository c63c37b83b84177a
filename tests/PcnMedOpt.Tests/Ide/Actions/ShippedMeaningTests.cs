using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Actions;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide.Actions;

/// <summary>Refactorings of the shipped protocols: every example passes as before, with its reasons.</summary>
public sealed class ShippedMeaningTests
{
    private static readonly Compilation Shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    [Theory]
    [InlineData("Make this a cohort", 23)]
    [InlineData("Write out the criteria", 3)]
    [InlineData("Give these sets a name", 1)]
    [InlineData("Write the value", 5)]
    public void Every_example_passes_as_before(string name, int step)
    {
        var places = Shipped.Files.Values.SelectMany(f => f.Declarations).SelectMany(Conditions).ToList();
        var done = 0;
        for (var i = 0; i < places.Count && done < 12; i += step)
        {
            var (path, span) = places[i];
            var action = CodeActions.In(Shipped, path, span, []).FirstOrDefault(a => a.Name.StartsWith(name, StringComparison.Ordinal) && a.Refusal is null);
            if (action?.Work() is not { Refusal: null } answer) continue;
            var after = answer.Edit.Edits.Select(e => e.Path).Distinct().Aggregate(Shipped, (c, p) => c.WithFile(p, answer.Edit.Apply(p, Shipped.Files[p].Text)));
            Assert.Equal([], Failing(after));
            done++;
        }
        Assert.True(done > 1, $"{name}: {done}");
    }

    private static IEnumerable<(string Path, TextSpan Span)> Conditions(PlacedDeclaration declaration) =>
        from node in declaration.Declared.Slice.Parsed.Nodes
        where node is ConditionSyntax or SetsSyntax or DurationSyntax { Unit: null }
        select (declaration.File.Path, new TextSpan(node.Span.Start + declaration.Start + (node is InCohortSyntax ? 3 : 0), 0));

    private static IEnumerable<string> Failing(Compilation compilation) =>
        from example in compilation.Models<Example>()
        let result = ExampleRunner.Run(compilation.Project, example)
        where result.Outcome != ExampleOutcome.Passed
        select $"{example.Title}: {result.Message}";
}
