using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core;

/// <summary>A meaning, and the world of its file in which it was last found to hold.</summary>
internal sealed record HeldMeaning(Meaning Meaning, FileWorld World);

/// <summary>What a declaration means: its model, and the findings of binding and of the rules that look at one declaration.</summary>
/// <param name="Model">The record of its kind, such as a cohort; null for code sets, parameters, protocols and damaged text.</param>
/// <param name="Findings">In the order of the text.</param>
/// <param name="DependsOn">What it was worked out from: it holds as long as these are the same objects.</param>
internal sealed record Meaning(object? Model, ImmutableArray<Diagnostic> Findings, ImmutableArray<object?> DependsOn)
{
    /// <summary>A test of it is built by hand in some system.</summary>
    public bool IsBuiltByHand { get; } = Findings.Any(f => f.Kind.Id == Rules.Targets.BuiltByHand.Id);

    public static (object? Model, IReadOnlyList<Diagnostic> Findings) Bind(DeclarationSyntax? declaration, Facts facts, Scope scope)
    {
        var values = new ValueBinder(scope);
        object? model = declaration switch
        {
            CohortSyntax cohort => DeclarationBinder.Cohort(values, cohort, facts.Description),
            MeasureSyntax measure => DeclarationBinder.Measure(values, measure, facts.Description),
            PackSyntax pack => DeclarationBinder.Pack(pack, facts.Description),
            ExampleSyntax example => ExampleBinder.Bind(example, facts.Description),
            TemplateSyntax template => TemplateBinder.Bind(values, template, facts.Description),
            SopSyntax sop => SopBinder.Bind(values, sop, facts.Description),
            LetterSyntax letter => WorkflowBinder.Letter(letter, facts.Description),
            WorkflowSyntax workflow => WorkflowBinder.Bind(values, workflow, facts.Description),
            RegisterSyntax register => RegisterBinder.Bind(values, register, facts.Description),
            ChecklistSyntax checklist => RegisterBinder.Checklist(checklist, facts.Description),
            _ => null,
        };
        return (model, values.Findings);
    }
}
