using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>The same expectation twice hides that another was meant; the opposite of one can never hold beside it.</summary>
public sealed class ExpectTwice : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO7007", "expect-twice", Severity.Warning, "An example expects something twice");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not ExampleSyntax example) yield break;
        var patients = example.Clauses.OfType<PatientSyntax>().ToList();
        foreach (var same in example.Clauses.OfType<ExpectSyntax>().GroupBy(e => (Patient(e, patients), e.Cohort.OneLine)))
        {
            var first = same.First();
            foreach (var second in same.Skip(1))
                yield return (first.Not is null) == (second.Not is null)
                    ? Kind.At(second.Span, $"This is already expected: {first.OneLine}.", "Remove one of the two, or correct the one that is meant otherwise.")
                    : Kind.At(second.Span, $"The opposite is already expected: {first.OneLine}.", "Only one of the two can hold: remove the wrong one.");
        }
    }

    /// <summary>Without a name it is about the only patient; with several that is an error of its own, and each stands alone.</summary>
    private static object Patient(ExpectSyntax expect, List<PatientSyntax> patients) =>
        patients.Count == 1 ? "" : expect.Patient is null ? expect : Strings.Value(expect.Patient);
}
