using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A framework of seven steps with six, or with the fourth twice, is another framework. Steps are numbered from 1.</summary>
public sealed class FrameworkSteps : IDeclarationRule
{
    /// <summary>How many missing steps are named.</summary>
    private const int Shown = 10;

    public DiagnosticKind Kind { get; } = new("MO8007", "framework-steps", Severity.Error, "The steps of a template are not those of its framework");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Model is not Template { Steps: { Length: > 0 } steps } template) return [];
        var numbers = declaration.All<TemplateStepSyntax>().Select(s => s.Number).ToList();
        var last = template.Framework?.Steps ?? steps.Max(s => s.Number);
        var found = Misplaced(template, numbers, last).ToList();
        var missing = Enumerable.Range(1, Math.Clamp(last, 0, 100)).Except(steps.Select(s => s.Number)).ToList();
        return missing.Count > found.Count ? [Missing(declaration, template, missing), .. found] : found;
    }

    /// <summary>Steps that stand twice, too late, or beyond the last.</summary>
    private IEnumerable<Diagnostic> Misplaced(Template template, List<Token> numbers, int last)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = template.Steps[i].Number;
            var before = template.Steps.Take(i).Select(s => s.Number).ToList();
            if (number < 1) yield return Kind.At(numbers[i].Span, "Steps are numbered from 1.", "Write the number of the step.");
            else if (before.Contains(number)) yield return Kind.At(numbers[i].Span, $"Step {number} stands twice.", "Write the number of the step.");
            else if (number > last)
                yield return Kind.At(numbers[i].Span, $"\"{template.Framework?.Title}\" has {Listing.Count(last, "step")}, and this is step {number}.", "Correct the number of the step, or that of the framework.");
            else if (before.Find(b => b > number) is var later and > 0)
                yield return Kind.At(numbers[i].Span, $"Step {number} stands after step {later}.", "Put the steps in the order of their numbers.");
        }
    }

    private Diagnostic Missing(DeclarationMeaning declaration, Template template, List<int> missing)
    {
        var which = (missing.Count == 1 ? "Step " : "Steps ") + Listing.And([.. missing.Take(Shown).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. missing.Count > Shown ? ["more"] : Array.Empty<string>()]);
        return Kind.At(
            template.Framework?.Span ?? declaration.Facts.NameSpan,
            $"{which} of {(template.Framework is { } framework ? $"\"{framework.Title}\"" : $"'{template.Name}'")} {(missing.Count == 1 ? "is" : "are")} missing.",
            "Write every step, or correct the numbers. A step that asks nothing may hold a guide that says so.");
    }
}
