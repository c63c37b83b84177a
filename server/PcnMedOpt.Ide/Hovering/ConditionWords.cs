using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>A condition in plain English, the days of its windows, and how systems express it.</summary>
internal static class ConditionWords
{
    /// <param name="compilation">The project.</param>
    /// <param name="condition">What is asked.</param>
    /// <param name="systems">The systems of which it is said how they express it.</param>
    /// <param name="withDays">Says the days of its windows and ages.</param>
    public static string Of(Compilation compilation, Condition condition, ImmutableArray<ITarget> systems, bool withDays = true)
    {
        var english = ProjectWords.English(compilation);
        return Markdown.Paragraphs(
            Markdown.Text(Sentence(english.Of(condition))),
            withDays ? Days(compilation, condition, english) : null,
            systems.IsEmpty ? null : Markdown.List(SystemFits.Sentences(SystemFits.Of(compilation, systems, condition), condition, english).Select(s => new ExplainedLine(0, s)), 12));
    }

    /// <summary>"in the last 6 months: after 20 May 2026, to 20 November 2026"; null where the days are different for each patient.</summary>
    private static string? Day(Compilation compilation, Window window, PlainEnglish english) =>
        DayRange.Of(window, compilation.Today) is { } days ? $"{english.Of(window)}: {days}" : null;

    private static string? Days(Compilation compilation, Condition condition, PlainEnglish english)
    {
        var tests = condition.DescendantsAndSelf().ToList();
        var lines = tests.SelectMany(t => t.AllFilters()).OfType<WindowFilter>().Select(f => f.Window).Where(w => w is not (Ever or BetweenDates or RelativeToDate))
            .Select(w => Day(compilation, w, english)).OfType<string>()
            .Concat(tests.OfType<AgeTest>().Select(t => $"aged {english.Of(t.Range)}: {DayRange.Born(t.Range, compilation.Today)}"))
            .Distinct().Select(l => new ExplainedLine(0, l)).ToList();
        return lines.Count == 0 ? null : $"On {Core.Semantics.EnglishDates.Of(compilation.Today)}:\n{Markdown.List(lines, 12)}";
    }

    private static string Sentence(string english) => english.Length == 0 ? "" : $"{char.ToUpperInvariant(english[0])}{english[1..]}.";
}
