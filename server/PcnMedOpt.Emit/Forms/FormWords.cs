using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Emit.Forms;

/// <summary>Fields of templates in words that every output of them uses.</summary>
internal static class FormWords
{
    public static string Kind(FieldKind kind) => kind switch
    {
        FieldKind.Text => "free text",
        FieldKind.Number => "number",
        FieldKind.Date => "date",
        FieldKind.Tick => "tick box",
        FieldKind.Choice => "list, one answer",
        FieldKind.Choices => "list, any number of answers",
        _ => "tick box, entered last",
    };

    public static string Unit(Field field) => field.Unit is not { } unit ? "not stated" : unit.IsNone ? "none, a bare number" : unit.Text == UnitText.Of(unit) ? unit.Text : $"{UnitText.Of(unit)} (UCUM {unit.Text})";

    public static string Range(ExpectedRange? range) => range is null ? "not stated" : $"{Numbers.Shown(range.Low)} to {Numbers.Shown(range.High)}";

    /// <summary>When a field must be filled, where that depends on another; null where it does not.</summary>
    public static string? RequiredWhen(Form form, Field field) => field.Required switch
    {
        RequiredWhenTicked ticked => $"{Named(form, ticked.Field)} is ticked",
        RequiredWhenChosen chosen => $"“{chosen.Option}” is the answer to {Named(form, chosen.Field)}",
        _ => null,
    };

    public static string After(Form form, FormAnswer after) => $"“{after.Option.Label}” is the answer to {Named(form, after.Field)}";

    public static string Shown(Form form, ShowLatest show)
    {
        var english = form.Contents.English();
        return $"{string.Join(", ", show.Sets.Select(english.Named))}, {english.Of(show.Window ?? new Ever())}";
    }

    private static string Named(Form form, string field) => form.Find(field) is { Item: Field found } entry ? $"{entry.Number} “{found.Title}”" : field;
}
