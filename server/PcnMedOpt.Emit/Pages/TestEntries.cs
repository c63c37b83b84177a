using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>The entries of a test patient, in words for whoever types them in: the code to take, what to do with it, and the day.</summary>
internal static class TestEntries
{
    public static string Of(PageContents contents, ExampleRecord record) => record switch
    {
        OtherMedicines medicines => string.Create(CultureInfo.InvariantCulture, $"{medicines.Count} medicines of different substances that are in none of the lists of this pack, issued {EnglishDates.Of(medicines.Date)}"),
        SetEvent set => $"{MemberOf(contents, set.Set)} {What(set.How)} {EnglishDates.Of(set.Date)}{Value(set.Value)}{Mark(set.Episode)}",
        CodeEvent code => $"{Code(code.Code, code.Term)} {What(code.How)} {EnglishDates.Of(code.Date)}{Value(code.Value)}{Mark(code.Episode)}",
        SetOnRepeat set => $"{MemberOf(contents, set.Set)} on the repeat list since {EnglishDates.Of(set.Since)}{Until(set.Until)}",
        CodeOnRepeat code => $"{Code(code.Code, code.Term)} on the repeat list since {EnglishDates.Of(code.Since)}{Until(code.Until)}",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {record}"),
    };

    private static string MemberOf(PageContents contents, string set)
    {
        if (contents.Project.CodeSet(set) is not { Representative: { } member } resolved) return $"a code of {set}";
        if (member >= 0) return Code(member, resolved.TermOf(member));
        var part = resolved.Opaque[0];
        return $"any code of {contents.TitleOf(set) ?? set} ({(part.Term is null ? part.Text : $"{part.Text} {part.Term}")})";
    }

    private static string Code(long code, string? term) => string.Create(CultureInfo.InvariantCulture, $"{(term is null ? "code" : term)} ({code})");

    private static string What(Happened how) => how == Happened.Issued ? "issued" : "recorded";

    private static string Value(ExampleValue? value) => value is null ? ""
        : $", value {(value.Comparator is { } comparator ? ConditionText.Of(comparator) : "")}{Numbers.Shown(value.Number)}{(value.Unit is null ? "" : " " + value.Unit)}";

    private static string Mark(Episode episode) => episode == Episode.Unmarked ? "" : $", episode {episode.ToString().ToLowerInvariant()}";

    private static string Until(DateOnly? until) => until is { } day ? $" until {EnglishDates.Of(day)}" : "";
}
