using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>A test, a window, a clause, and the word of the language at the cursor.</summary>
internal static class ClauseHover
{
    private const int MostLines = 12;

    public static Hover? At(Cursor cursor, ImmutableArray<ITarget> systems)
    {
        if (cursor.Token is not { } token) return null;
        var path = cursor.Path.ToList();
        var window = path.OfType<WindowSyntax>().LastOrDefault();
        var test = path.OfType<ConditionSyntax>().LastOrDefault();
        var clause = path.OfType<ClauseSyntax>().LastOrDefault();
        var isSearched = cursor.Declaration.Facts.Kind is DeclarationKind.Cohort or DeclarationKind.Measure;
        var meaning = test is not null ? ConditionWords.Of(cursor.Compilation, Bound(cursor, test), isSearched ? systems : [], window is null)
            : clause is not null ? Lines(cursor, clause) : null;
        var help = TokenText.IsWord(token.Kind) || KeywordHelp.IsMark(token.Kind) ? KeywordHelp.Of(token.Text, window is null && test is null ? cursor.Declaration.Facts.Kind : DeclarationKind.None) : null;
        var text = Markdown.Paragraphs(
            window is null ? null : Window(cursor, window),
            meaning,
            help is null ? null : $"{Markdown.Code(token.Text)}: {Markdown.Text(help)}");
        return text.Length == 0 ? null : new Hover(window?.Span ?? test?.Span ?? token.Span, text);
    }

    private static string Window(Cursor cursor, WindowSyntax syntax)
    {
        var english = ProjectWords.English(cursor.Compilation);
        var window = FilterBinder.Window(new ValueBinder(cursor.Compilation.Scope), syntax);
        return DayRange.Of(window, cursor.Compilation.Today) is { } days
            ? $"**{Markdown.Text(syntax.OneLine)}** on {EnglishDates.Of(cursor.Compilation.Today)}: {days}"
            : $"**{Markdown.Text(syntax.OneLine)}**: {Markdown.Text(english.Of(window))}. The days are different for each patient.";
    }

    /// <summary>A test as the model of its declaration has it, or where that has none, as it is read alone.</summary>
    private static Condition Bound(Cursor cursor, ConditionSyntax syntax) => ConditionBinder.Bind(new ValueBinder(cursor.Compilation.Scope), syntax);

    /// <summary>What the declaration's meaning says of the clause.</summary>
    private static string? Lines(Cursor cursor, ClauseSyntax clause)
    {
        if (clause is SkippedSyntax || cursor.Declaration.Facts.Kind is DeclarationKind.Codes) return null;
        var lines = Description.Of(cursor.Compilation, cursor.Declaration).Within(clause.Span).ToList();
        if (lines.Count == 0 || clause is IBlockSyntax && lines.Count > MostLines) return null;
        var least = lines.Min(l => l.Depth);
        return Markdown.List(lines.Select(l => l with { Depth = l.Depth - least }), MostLines);
    }
}
