using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Examples: from their syntax to patients and expectations.</summary>
public static class ExampleBinder
{
    public static Example Bind(ExampleSyntax syntax, string? description) => new(
        Strings.Value(syntax.Title!),
        description,
        Numbers.Date(syntax.Clauses.OfType<OnDateSyntax>().LastOrDefault()?.Date),
        [.. syntax.Clauses.OfType<PatientSyntax>().Select(Patient)],
        [.. syntax.Clauses.OfType<ExpectSyntax>().Select(Expectation)],
        syntax.Title!.Span);

    private static ExamplePatient Patient(PatientSyntax syntax)
    {
        var lines = syntax.Lines;
        DateOnly? Life(TokenKind word) => Numbers.Date(lines.OfType<LifeDateSyntax>().LastOrDefault(l => l.Keyword.Kind == word)?.Date);
        var sex = lines.OfType<PatientSexSyntax>().LastOrDefault();
        return new ExamplePatient(
            syntax.Name is null ? null : Strings.Value(syntax.Name),
            Life(TokenKind.BornWord),
            Life(TokenKind.DiedWord),
            sex is null ? Sex.Unknown : ConditionBinder.SexOf(sex.Value.Kind),
            [.. lines.OfType<RegisteredSinceSyntax>().Select(r => (Numbers.Date(r.Since) ?? DateOnly.MinValue, Numbers.Date(r.Until)))],
            [.. lines.SelectMany(Record)],
            syntax.Span);
    }

    private static IEnumerable<ExampleRecord> Record(ClauseSyntax line)
    {
        if (line is DistinctMedicinesSyntax medicines) return [new OtherMedicines(Numbers.Whole(medicines.Number) ?? 0, Day(medicines.Date), line.Span)];
        if (line is not RecordSyntax record) return [];
        var code = record.Code is null ? null : CodeSetReader.Code(record.Code);
        var what = record.Event;
        if (code is { Id: null }) return [];
        if (what.Word.Kind == TokenKind.OnWord)
            return code is null
                ? [new SetOnRepeat(CodeSetReader.NameOf(record.Set!), Day(what.Date), Numbers.Date(what.Until), line.Span)]
                : [new CodeOnRepeat(code.Id.Value, code.Term, Day(what.Date), Numbers.Date(what.Until), line.Span)];
        var how = what.Word.Kind == TokenKind.IssuedWord ? Happened.Issued : Happened.Recorded;
        var value = what.Parts.LastOrDefault(p => p.Value is not null) is { } part ? Value(part) : null;
        var episode = what.Parts.LastOrDefault(p => p.Episode is not null) is { } marked ? FilterBinder.EpisodeOf(marked.Episode!.Kind) : Episode.Unmarked;
        return code is null
            ? [new SetEvent(CodeSetReader.NameOf(record.Set!), how, Day(what.Date), value, episode, line.Span)]
            : [new CodeEvent(code.Id.Value, code.Term, how, Day(what.Date), value, episode, line.Span)];
    }

    private static ExampleValue? Value(EventPartSyntax part) =>
        Numbers.Signed(part.Value) is { } number
            ? new ExampleValue(part.Comparator is null ? null : FilterBinder.ComparisonOf(part.Comparator.Kind), number, part.Value!.Unit?.Text)
            : null;

    private static Expectation Expectation(ExpectSyntax syntax) => new(
        syntax.Patient is null ? null : Strings.Value(syntax.Patient),
        syntax.Not is null,
        CodeSetReader.NameOf(syntax.Cohort.Parts[0]),
        syntax.Cohort.Parts.Length > 1 ? string.Join('.', syntax.Cohort.Parts.Skip(1).Select(CodeSetReader.NameOf)) : null,
        [.. syntax.Because.Select(l => (Strings.Value(l), l.Span))],
        syntax.HasBecause,
        syntax.Span);

    private static DateOnly Day(Token date) => Numbers.Date(date) ?? DateOnly.MinValue;
}
