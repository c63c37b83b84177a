using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>An example needs a reference date, a patient with a date of birth and an expectation; without one of them it tests nothing.</summary>
public sealed class ExampleIncomplete : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO7008", "example-incomplete", Severity.Error, "Something is missing that an example needs");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not ExampleSyntax { Title: { } title } example) yield break;
        if (!example.Clauses.Any(c => c is OnDateSyntax))
            yield return Kind.At(title.Span, "This example does not say on which day.", "Write on and the reference date, such as on 2026-11-20.");
        if (!example.Clauses.Any(c => c is PatientSyntax))
            yield return Kind.At(title.Span, "This example has no patient.", "Write patient { born … }, and what is in the record.");
        if (!example.Clauses.Any(c => c is ExpectSyntax))
            yield return Kind.At(title.Span, "This example expects nothing.", "Write expect in or expect not in, and a cohort.");
        foreach (var patient in example.Clauses.OfType<PatientSyntax>().Where(p => !HasBirth(p)))
            yield return Kind.At((patient.Name ?? patient.Keyword).Span, "This patient has no date of birth.", "Write born and the date.");
    }

    private static bool HasBirth(PatientSyntax patient) => patient.Lines.Any(l => l is LifeDateSyntax { Keyword.Kind: TokenKind.BornWord });
}
