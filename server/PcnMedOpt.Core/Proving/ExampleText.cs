using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Proving;

/// <summary>Examples as the language writes them, in its canonical form, so that they can be pasted into a file.</summary>
public static class ExampleText
{
    public static string Of(Example example)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"example {Quoted(example.Title)} {{\n");
        if (example.On is { } on) text.Append(CultureInfo.InvariantCulture, $"  on {Numbers.Shown(on)}\n");
        foreach (var patient in example.Patients)
        {
            text.Append(CultureInfo.InvariantCulture, $"  patient {(patient.Name is null ? "" : Quoted(patient.Name) + " ")}{{\n");
            foreach (var line in Lines(patient)) text.Append(CultureInfo.InvariantCulture, $"    {line}\n");
            text.Append("  }\n");
        }
        foreach (var expectation in example.Expectations) text.Append(CultureInfo.InvariantCulture, $"  {Line(expectation)}\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>The lines of a patient: who they are, then what happened, by day.</summary>
    public static IEnumerable<string> Lines(ExamplePatient patient)
    {
        if (patient.Born is { } born) yield return $"born {Numbers.Shown(born)}";
        if (patient.Died is { } died) yield return $"died {Numbers.Shown(died)}";
        if (patient.Sex != Sex.Unknown) yield return $"sex {patient.Sex.ToString().ToLowerInvariant()}";
        foreach (var (since, until) in patient.Registrations) yield return $"registered since {Numbers.Shown(since)}{Until(until)}";
        foreach (var line in patient.Records.Select(r => (Day: DayOf(r), Text: Line(r))).OrderBy(r => r.Day).ThenBy(r => r.Text, StringComparer.Ordinal)) yield return line.Text;
    }

    public static DateOnly DayOf(ExampleRecord record) => record switch
    {
        SetEvent set => set.Date,
        CodeEvent code => code.Date,
        SetOnRepeat set => set.Since,
        CodeOnRepeat code => code.Since,
        OtherMedicines medicines => medicines.Date,
        _ => throw new System.Diagnostics.UnreachableException($"No day of {record}"),
    };

    private static string Line(ExampleRecord record) => record switch
    {
        SetEvent set => $"{set.Set} {Event(set.How, set.Date, set.Value, set.Episode)}",
        CodeEvent code => $"{Code(code.Code, code.Term, code.How == Happened.Issued)} {Event(code.How, code.Date, code.Value, code.Episode)}",
        SetOnRepeat set => $"{set.Set} on repeat since {Numbers.Shown(set.Since)}{Until(set.Until)}",
        CodeOnRepeat code => $"{Code(code.Code, code.Term, true)} on repeat since {Numbers.Shown(code.Since)}{Until(code.Until)}",
        OtherMedicines medicines => string.Create(CultureInfo.InvariantCulture, $"{medicines.Count} distinct medicines issued {Numbers.Shown(medicines.Date)}"),
        _ => throw new System.Diagnostics.UnreachableException($"No text for {record}"),
    };

    private static string Line(Expectation expectation)
    {
        var who = expectation.Patient is null ? "" : Quoted(expectation.Patient) + " ";
        var because = expectation.HasBecause ? $" because {string.Join(", ", expectation.Because.Select(b => Quoted(b.Label)))}" : "";
        return $"expect {who}{(expectation.In ? "" : "not ")}in {expectation.FullName}{because}";
    }

    private static string Event(Happened how, DateOnly date, ExampleValue? value, Episode episode)
    {
        var text = $"{(how == Happened.Issued ? "issued" : "recorded")} {Numbers.Shown(date)}";
        if (value is not null) text += $" value {(value.Comparator is { } comparator ? ConditionText.Of(comparator) : "")}{Numbers.Shown(value.Number)}{(value.Unit is null ? "" : " " + value.Unit)}";
        return episode == Episode.Unmarked ? text : $"{text} as {episode.ToString().ToLowerInvariant()}";
    }

    private static string Code(long code, string? term, bool medicine) =>
        string.Create(CultureInfo.InvariantCulture, $"{(medicine ? "medicine" : "code")} {code}{(term is null ? "" : $" |{term}|")}");

    private static string Until(DateOnly? until) => until is { } day ? $" until {Numbers.Shown(day)}" : "";

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
