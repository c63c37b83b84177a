using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Describing;
using PcnMedOpt.Ide.Hovering;

namespace PcnMedOpt.Ide.Inlays;

/// <summary>What the text does not say: terms of bare codes, days of windows, numbers of codes, values of parameters, what a system does not express exactly.</summary>
public static class InlayHints
{
    /// <summary>Those of a stretch of a file, in the order of the text.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="file">The file.</param>
    /// <param name="range">The stretch, such as what an editor shows.</param>
    /// <param name="systems">The systems of which it is said where they do not express a criterion exactly.</param>
    public static IReadOnlyList<InlayHint> In(Compilation compilation, SourceFile file, TextSpan range, ImmutableArray<ITarget> systems)
    {
        var hints = new List<InlayHint>();
        foreach (var declaration in file.Declarations)
        {
            if (declaration.Start > range.End || declaration.Start + declaration.Declared.Slice.Text.Length < range.Start) continue;
            var part = range.Shift(-declaration.Start);
            hints.AddRange(
                from hint in OfDeclaration(compilation, declaration).Concat(ExpansionHints.Of(compilation, declaration, part)).Concat(OfNodes(compilation, declaration, part, systems))
                where part.Contains(hint.Offset)
                orderby hint.Offset, hint.Kind
                select hint with { Offset = hint.Offset + declaration.Start, Insert = hint.Insert is { } insert ? insert with { Span = insert.Span.Shift(declaration.Start) } : null });
        }
        return hints;
    }

    private static IEnumerable<InlayHint> OfDeclaration(Compilation compilation, PlacedDeclaration declaration) => declaration.Declared.Slice.Parsed.Declaration switch
    {
        CodesSyntax codes when declaration.Facts.Name is { } name && compilation.CodeSet(name) is { } set =>
            [new InlayHint(codes.System.EndOffset, CodeSetLines.Count(set), InlayKind.Count, Tooltip(compilation, declaration))],
        ParameterSyntax parameter when declaration.Facts.Parameter is { } definition && compilation.Scope.Parameter(definition.Name) is { } value && DescriptionLines.IsChanged(definition, value) =>
            [new InlayHint(parameter.Value.Span.End, $"now {value}", InlayKind.Value, Tooltip(compilation, declaration))],
        _ => [],
    };

    private static IEnumerable<InlayHint> OfNodes(Compilation compilation, PlacedDeclaration declaration, TextSpan range, ImmutableArray<ITarget> systems)
    {
        foreach (var use in declaration.Facts.Uses)
            if (use.Role == NameRole.Parameter && range.Contains(use.Span.End) && compilation.Scope.Parameter(use.Name) is { } value && compilation.Names.Find(use.Name) is { } declared)
                yield return new InlayHint(use.Span.End, $"= {value}", InlayKind.Value, Tooltip(compilation, declared));
        var isSearched = declaration.Facts.Kind is DeclarationKind.Cohort or DeclarationKind.Measure;
        foreach (var node in declaration.Declared.Slice.Parsed.Nodes)
        {
            if (node.First.Start > range.End) yield break;
            if (Of(compilation, declaration, node, isSearched ? systems : []) is { } hint) yield return hint;
        }
    }

    private static InlayHint? Of(Compilation compilation, PlacedDeclaration declaration, SyntaxNode node, ImmutableArray<ITarget> systems) => node switch
    {
        CodeSyntax { Term: null } code => Term(compilation, declaration, code),
        WindowSyntax window => Days(compilation, window),
        CriterionSyntax criterion => Fit(compilation, criterion.Condition, systems),
        CountWhenSyntax count => Fit(compilation, count.Condition, systems),
        _ => null,
    };

    /// <summary>The preferred term where a lock or release tells it, else the one that the project gives the code elsewhere.</summary>
    private static InlayHint? Term(Compilation compilation, PlacedDeclaration declaration, CodeSyntax syntax)
    {
        var code = CodeSetReader.Code(syntax);
        if (code.Id is not { } id || !code.IsConcept) return null;
        var known = KnownCodes.TermsOf(compilation, id).ToList();
        var told = compilation.Pinned(declaration)?.Find(id) is { Status: CodeStatus.Active or CodeStatus.Inactive, Term.Length: > 0 } pinned ? pinned.Term : null;
        if ((told ?? known.FirstOrDefault()?.Term) is not { } term) return null;
        var others = known.Select(t => t.Term).Where(t => !Terms.AreAlike(t, term)).Distinct(StringComparer.Ordinal).ToList();
        return new InlayHint(
            syntax.Id.EndOffset,
            $"|{term}|",
            InlayKind.Term,
            Markdown.Paragraphs(
                told is null ? Source(known[0]) : $"The preferred term in {Markdown.Text(ReleaseWords.Witness(compilation, declaration) ?? "")}.",
                others.Count == 0 ? null : $"{(told is null ? "Elsewhere" : "In this project")}: {string.Join("; ", others.Select(Markdown.Text))}.",
                told is null ? ReleaseWords.Unverified(compilation) : null),
            term.Contains('|', StringComparison.Ordinal) ? null : new TextEdit(new TextSpan(syntax.Id.EndOffset, 0), $" |{term}|"));
    }

    private static string Source(KnownTerm known) =>
        $"The term that {(known.List is null ? $"the code set {Markdown.Code(known.Set)}" : Markdown.Text($"the list {known.List}"))} gives the code.";

    /// <summary>The days of a window that counts back from the reference date. Days that are written out need no hint.</summary>
    private static InlayHint? Days(Compilation compilation, WindowSyntax syntax)
    {
        if (syntax is EverSyntax or BetweenDatesSyntax or PointSyntax or WithinSyntax) return null;
        var window = FilterBinder.Window(new ValueBinder(compilation.Scope), syntax);
        return DayRange.Of(window, compilation.Today) is { } days
            ? new InlayHint(
                syntax.Span.End,
                days.Short(compilation.Today),
                InlayKind.Days,
                $"On {EnglishDates.Of(compilation.Today)}, {Markdown.Text(ProjectWords.English(compilation).Of(window))}: {days}.")
            : null;
    }

    private static InlayHint? Fit(Compilation compilation, ConditionSyntax syntax, ImmutableArray<ITarget> systems)
    {
        if (systems.IsEmpty) return null;
        var condition = ConditionBinder.Bind(new ValueBinder(compilation.Scope), syntax);
        var fits = SystemFits.Of(compilation, systems, condition);
        var said = fits.Where(f => f.Grade != FitGrade.Exact).Select(f => $"{(f.Grade == FitGrade.ByHand ? "by hand" : "approximate")} in {f.System}").ToList();
        return said.Count == 0 ? null : new InlayHint(
            syntax.Span.End,
            string.Join(", ", said),
            InlayKind.Fit,
            string.Join("\n\n", SystemFits.Sentences(fits, condition, ProjectWords.English(compilation)).Select(Markdown.Text)));
    }

    private static string Tooltip(Compilation compilation, PlacedDeclaration declaration) => DeclarationHover.Of(Description.Of(compilation, declaration));
}
