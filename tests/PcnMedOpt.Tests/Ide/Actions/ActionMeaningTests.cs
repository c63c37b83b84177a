using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Actions;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide.Actions;

/// <summary>On generated cohorts and patients a refactoring that claims to keep the meaning finds the same patients, for the same reasons.</summary>
public sealed class ActionMeaningTests
{
    private static readonly int Runs = TestSize.Of(usual: 300, full: 3_000);

    private static readonly Dictionary<string, int> Taken = new(StringComparer.Ordinal);

    [Fact]
    public void The_same_patients_are_found()
    {
        Prop.ForAll<byte[], byte[]>(Check).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261121, 1));
        string[] all = ["Make this a cohort", "Write out the criteria", "Give these sets a name", "Write out the sets", "Write the value"];
        Assert.All(all, name => Assert.True(Taken.GetValueOrDefault(name) > 5, $"{name}: {Taken.GetValueOrDefault(name)}"));
    }

    private static void Check(byte[] forCohorts, byte[] forPatients)
    {
        var choices = new Choices(forCohorts);
        var before = TestProject.Of(Text(choices, new Generated(choices)));
        if (before.Files["test.medopt"].Declarations.Any(d => d.Facts.IsDamaged)) return;
        foreach (var action in Actions(choices, before))
        {
            var answer = action.Work();
            if (answer.Refusal is not null) continue;
            var text = answer.Edit.Apply("test.medopt", before.Files["test.medopt"].Text);
            Count(action.Name);
            Agree(before, before.WithFile("test.medopt", text), new Generated(new Choices(forPatients)), $"{action.Name}\n{before.Files["test.medopt"].Text}\n{text}");
        }
    }

    private static void Agree(Compilation before, Compilation after, Generated patients, string said)
    {
        Assert.True(Errors(after) <= Errors(before), said);
        var (was, now) = (new Evaluator(before.Project, Generated.Reference), new Evaluator(after.Project, Generated.Reference));
        for (var i = 0; i < 12; i++)
        {
            var patient = patients.Patient();
            foreach (var name in new[] { "first", "second" })
                Assert.True(Said(was, before, name, patient) == Said(now, after, name, patient), $"{name}\n{patient}\n{said}");
        }
    }

    /// <summary>Whether the patient is in it, and which criteria hold of those who are looked at.</summary>
    private static string Said(Evaluator evaluator, Compilation compilation, string name, PatientRecord patient)
    {
        var outcome = compilation.Cohort(name) is { } cohort ? evaluator.Outcome(cohort, patient) : throw new InvalidOperationException(name);
        var holding = outcome.IsInPopulation ? outcome.Include.Concat(outcome.Exclude).Where(c => c.Holds).Select(c => c.Criterion.Label) : [];
        return $"{outcome.IsIn} {string.Join(", ", holding)}";
    }

    /// <summary>At some condition of each cohort, the refactorings of the whole and of the part.</summary>
    private static IEnumerable<CodeAction> Actions(Choices choices, Compilation compilation)
    {
        foreach (var declaration in compilation.Files["test.medopt"].Declarations)
        {
            var nodes = declaration.Declared.Slice.Parsed.Nodes;
            List<List<SyntaxNode>> kinds = [[.. nodes.OfType<ConditionSyntax>()], [.. nodes.OfType<SetsSyntax>()], [.. nodes.OfType<DurationSyntax>().Where(d => d.Unit is null)], [.. nodes.OfType<InCohortSyntax>()]];
            foreach (var kind in kinds.Where(k => k.Count > 0))
            {
                var span = choices.Of(kind).Span.Shift(declaration.Start);
                foreach (var selection in new[] { span, new TextSpan(span.Start + 1, 0) })
                    foreach (var action in CodeActions.In(compilation, "test.medopt", selection, []))
                        if (action is { Kind: ActionKind.Extract or ActionKind.Inline, Effect: FixEffect.KeepsMeaning }) yield return action;
            }
        }
    }

    private static string Text(Choices choices, Generated generated)
    {
        Cohort[] cohorts = [generated.Cohort("first", null), generated.Cohort("second", "first")];
        var text = string.Concat(cohorts.Select(Written));
        if (choices.Maybe()) text = text.Replace(" a or c ", " either ", StringComparison.Ordinal).Replace(" a recorded", " both recorded", StringComparison.Ordinal);
        else text = text.Replace(" c recorded", " c or b recorded", StringComparison.Ordinal).Replace("no c or b", "no c", StringComparison.Ordinal);
        if (choices.Maybe()) text = text.Replace("6 months", "recent", StringComparison.Ordinal);
        return text + Generated.CodeSets + """

            codes either "Either" snomed = a or c
            codes both "Both" snomed = a or b
            parameter recent "Recent" = 6 months allow 1 month to 1 year
            """;
    }

    private static string Written(Cohort cohort)
    {
        var from = cohort.From switch { OfCohort of => of.FullName, Everyone => "everyone", _ => "registered" };
        var include = cohort.Include is not { } inclusion ? "" : $"  include {(inclusion.Quantifier == Quantifier.AtLeast ? $"at least {inclusion.AtLeast}" : inclusion.Quantifier.ToString().ToLowerInvariant())} {{\n{Criteria(inclusion.Criteria)}  }}\n";
        var exclude = cohort.Exclude.IsEmpty ? "" : $"  exclude any {{\n{Criteria(cohort.Exclude)}  }}\n";
        return $"cohort {cohort.Name} \"{cohort.Title}\" {{\n  from {from}\n{include}{exclude}}}\n\n";
    }

    private static string Criteria(IEnumerable<Criterion> criteria) => string.Concat(criteria.Select(c => $"    \"{c.Label}\": {ConditionText.Of(c.Condition)}\n"));

    private static int Errors(Compilation compilation) => compilation.Diagnostics.Count(d => d.Severity == Severity.Error);

    private static void Count(string name)
    {
        foreach (var known in new[] { "Make this a cohort", "Write out the criteria", "Give these sets a name", "Write out the sets", "Write the value" })
            if (name.StartsWith(known, StringComparison.Ordinal)) Taken[known] = Taken.GetValueOrDefault(known) + 1;
    }
}
