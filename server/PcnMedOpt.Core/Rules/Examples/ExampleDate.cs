using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>A patient who died before birth, or was issued a medicine before it, proves nothing about a protocol.</summary>
public sealed class ExampleDate : IDeclarationRule
{
    private const string Hint = "Correct one of the two dates.";

    public DiagnosticKind Kind { get; } = new("MO7003", "example-date", Severity.Error, "The dates of an example contradict each other");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not ExampleSyntax example) return [];
        return example.Clauses.OfType<PatientSyntax>().SelectMany(p => Births(example, p).Concat(Ends(p)));
    }

    /// <summary>Nothing is dated before the birth.</summary>
    private IEnumerable<Diagnostic> Births(ExampleSyntax example, PatientSyntax patient)
    {
        var birth = patient.Lines.OfType<LifeDateSyntax>().LastOrDefault(l => l.Keyword.Kind == TokenKind.BornWord)?.Date;
        if (birth is null || Numbers.Date(birth) is not { } born) yield break;
        if (example.Clauses.OfType<OnDateSyntax>().LastOrDefault() is { } on && Numbers.Date(on.Date) < born)
            yield return Kind.At(birth.Span, $"The patient is born on {birth.Text}, after the reference date {on.Date.Text}.", Hint);
        foreach (var (date, what) in patient.Lines.SelectMany(Dates))
            if (Numbers.Date(date) < born) yield return Kind.At(date.Span, $"{what} on {date.Text}, before the birth on {birth.Text}.", Hint);
    }

    private IEnumerable<Diagnostic> Ends(PatientSyntax patient) =>
        from period in patient.Lines.Select(Period)
        where period is not null
        let since = period.Value.Since
        let until = period.Value.Until
        where Numbers.Date(until) < Numbers.Date(since)
        select Kind.At(until.Span, $"This ends on {until.Text}, before it begins on {since.Text}.", Hint);

    private static IEnumerable<(Token Date, string What)> Dates(ClauseSyntax line) => line switch
    {
        LifeDateSyntax { Keyword.Kind: TokenKind.DiedWord } died => [(died.Date, "Died")],
        RegisteredSinceSyntax registered => [(registered.Since, "Registered")],
        RecordSyntax record => [(record.Event.Date, What(record.Event))],
        DistinctMedicinesSyntax medicines => [(medicines.Date, "Issued")],
        _ => [],
    };

    private static string What(EventSyntax what) => what.Word.Kind switch
    {
        TokenKind.IssuedWord => "Issued",
        TokenKind.OnWord => "On repeat",
        _ => "Recorded",
    };

    private static (Token Since, Token Until)? Period(ClauseSyntax line) => line switch
    {
        RegisteredSinceSyntax { Until: { } until } registered => (registered.Since, until),
        RecordSyntax { Event.Until: { } until } record => (record.Event.Date, until),
        _ => null,
    };
}
