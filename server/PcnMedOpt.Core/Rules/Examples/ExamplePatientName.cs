using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>An expectation is about one patient; which one must be clear, or the example tests someone else.</summary>
public sealed class ExamplePatientName : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO7002", "example-patient", Severity.Error, "An expectation does not say whom it is about");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not ExampleSyntax example) return [];
        var patients = example.Clauses.OfType<PatientSyntax>().ToList();
        var expected = example.Clauses.OfType<ExpectSyntax>().Where(_ => patients.Count > 0);
        return Twice(patients).Concat(expected.Select(e => e.Patient is null ? Nameless(e, patients) : Unknown(e.Patient, patients)).OfType<Diagnostic>());
    }

    private IEnumerable<Diagnostic> Twice(List<PatientSyntax> patients) =>
        from same in patients.Where(p => p.Name is not null).GroupBy(NameOf, StringComparer.Ordinal)
        from second in same.Skip(1)
        select Kind.At(second.Name?.Span ?? second.Span, $"There are two patients \"{same.Key}\".", "Give one of them another name.");

    private Diagnostic? Nameless(ExpectSyntax expect, List<PatientSyntax> patients) => patients.Count == 1
        ? null
        : Kind.At(
            expect.Keyword.Span, $"There are {patients.Count} patients, and this does not say which.", "Name the patient, such as expect \"First\" in ….");

    private Diagnostic? Unknown(Token written, List<PatientSyntax> patients)
    {
        var name = Strings.Value(written);
        var names = patients.Select(NameOf).ToList();
        if (names.Contains(name)) return null;
        var message = $"There is no patient \"{name}\".";
        if (CloseWords.Nearest(name, names) is { } near)
            return Kind.At(written.Span, message, $"Did you mean \"{near}\"?", Fix.Keeps($"Write '{near}'", new TextEdit(written.Span, Strings.Quoted(near))));
        var known = names.Select(n => n.Length > 0 ? Strings.Quoted(n) : "one without a name");
        return Kind.At(written.Span, message, $"The patients are: {string.Join(", ", known)}.");
    }

    private static string NameOf(PatientSyntax patient) => patient.Name is null ? "" : Strings.Value(patient.Name);
}
