using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Structure;

public enum SymbolKind
{
    Protocol,
    Parameter,
    Codes,
    Cohort,
    Measure,
    Template,
    Sop,
    Letter,
    Workflow,
    Register,
    Checklist,
    Pack,
    Example,

    /// <summary>Criteria, schedules and bands together: <c>include any</c>, a phase, a limit.</summary>
    Group,
    Criterion,
    Code,
    Field,
    Step,
    Part,
}

/// <summary>A line of the outline, and those below it.</summary>
/// <param name="Name">The name of a declaration, a label, or the first words; never empty.</param>
/// <param name="Detail">Its title, or what it says.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Span">All of it, in the file's text.</param>
/// <param name="Selection">What is selected when one goes there; it lies in the span.</param>
/// <param name="Children">What stands in it; their spans lie in its span.</param>
public sealed record DocumentSymbol(string Name, string Detail, SymbolKind Kind, TextSpan Span, TextSpan Selection, ImmutableArray<DocumentSymbol> Children);

/// <summary>The outline of a file: declarations, and what they are made of.</summary>
public static class DocumentSymbols
{
    public static IReadOnlyList<DocumentSymbol> In(SourceFile file) => [.. file.Declarations.Select(Of).OfType<DocumentSymbol>()];

    /// <summary>The kind of a declaration; null for text that declares nothing.</summary>
    public static SymbolKind? KindOf(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Protocol => SymbolKind.Protocol,
        DeclarationKind.Parameter => SymbolKind.Parameter,
        DeclarationKind.Codes => SymbolKind.Codes,
        DeclarationKind.Cohort => SymbolKind.Cohort,
        DeclarationKind.Measure => SymbolKind.Measure,
        DeclarationKind.Template => SymbolKind.Template,
        DeclarationKind.Sop => SymbolKind.Sop,
        DeclarationKind.Letter => SymbolKind.Letter,
        DeclarationKind.Workflow => SymbolKind.Workflow,
        DeclarationKind.Register => SymbolKind.Register,
        DeclarationKind.Checklist => SymbolKind.Checklist,
        DeclarationKind.Pack => SymbolKind.Pack,
        DeclarationKind.Example => SymbolKind.Example,
        _ => null,
    };

    private static DocumentSymbol? Of(PlacedDeclaration declaration)
    {
        var facts = declaration.Facts;
        if (KindOf(facts.Kind) is not { } kind || declaration.Declared.Slice.Parsed.Declaration is not { } syntax) return null;
        var span = TextSpan.FromBounds(syntax.Keyword.Start, Math.Max(syntax.Span.End, facts.NameSpan.End));
        var name = facts.Name ?? facts.Title ?? "";
        return new DocumentSymbol(
            name.Length > 0 ? name : syntax.Keyword.Text,
            facts.Name is null ? "" : facts.Title ?? "",
            kind,
            span.Shift(declaration.Start),
            facts.NameSpan.Shift(declaration.Start),
            [.. syntax.Children.SelectMany(Of).Select(s => Shifted(s, declaration.Start))]);
    }

    /// <summary>What of a node is shown: itself with what is below it, or what is below it alone, or nothing.</summary>
    private static IEnumerable<DocumentSymbol> Of(SyntaxNode node) => node switch
    {
        CodesBlockSyntax block => block.Clauses.SelectMany(Of),
        EntrySyntax entry => [Symbol(entry, SymbolKind.Code, entry.Code.OneLine, entry.Code.Code.Term is { } term ? Strings.Value(term) : "", entry.Code.Code.Id)],
        IncludeSetSyntax include => [Symbol(include, SymbolKind.Part, "include", include.Name.Text, include.Name)],
        ExceptSyntax except => [Symbol(except, SymbolKind.Part, "except", except.Name?.Text ?? except.Code?.OneLine ?? "", except.First)],
        FromFileSyntax from => [Symbol(from, SymbolKind.Part, "from", Strings.AsTyped(from.Path), from.Path)],
        AwaitingSyntax awaiting => [Symbol(awaiting, SymbolKind.Part, "awaiting", Strings.Value(awaiting.Text), awaiting.Keyword)],
        CriteriaSyntax criteria => [Symbol(criteria, SymbolKind.Group, Words(criteria.First, criteria.Open), "", criteria.Keyword, criteria.Criteria)],
        CriterionSyntax criterion => [Symbol(criterion, SymbolKind.Criterion, Strings.Value(criterion.Label), criterion.Condition.OneLine, criterion.Label)],
        CountWhenSyntax count => [Symbol(count, SymbolKind.Criterion, "count when", count.Condition.OneLine, count.Keyword)],
        TemplateStepSyntax step => [Symbol(step, SymbolKind.Group, $"step {step.Number.Text}", Strings.Value(step.Title), step.Title, step.Fields)],
        ChoiceFieldSyntax choice => [Symbol(choice, SymbolKind.Field, choice.Name.Text, Strings.Value(choice.Title), choice.Name, choice.Options)],
        FieldSyntax field => [Symbol(field, SymbolKind.Field, field.Name.Text, Strings.Value(field.Title), field.Name)],
        OptionSyntax option => [Symbol(option, SymbolKind.Part, Strings.Value(option.Label), "", option.Label, option.Then is null ? [] : [option.Then])],
        ShowSyntax show => [Symbol(show, SymbolKind.Part, "show", string.Join(", ", show.Sets.Select(s => s.Text)), show.Keyword)],
        PhaseSyntax phase => [Symbol(phase, SymbolKind.Group, phase.Name.Text, Strings.Value(phase.Title), phase.Name, phase.Schedules)],
        AlsoSyntax also => [Symbol(also, SymbolKind.Group, Words(also.First, also.Open), also.Title is null ? "" : Strings.Value(also.Title), also.Keyword, also.Schedules)],
        ScheduleSyntax schedule => [Symbol(schedule, SymbolKind.Part, string.Join(", ", schedule.Sets.Select(s => s.Text)), $"every {schedule.Every.OneLine}", schedule.First)],
        BaselineSyntax baseline => [Symbol(baseline, SymbolKind.Part, "baseline", string.Join(", ", baseline.Sets.Select(s => s.Text)), baseline.Keyword)],
        DrugSyntax drug => [Symbol(drug, SymbolKind.Part, "drug", drug.Set.Text, drug.Set)],
        IntervalSyntax interval => [Symbol(interval, SymbolKind.Part, "interval", interval.Test.Text, interval.Test)],
        LimitSyntax limit => [Symbol(limit, SymbolKind.Group, limit.Name.Text, Strings.Value(limit.Title), limit.Name, limit.Bands)],
        BandSyntax band => [Symbol(band, SymbolKind.Part, band.TextBetween(TextSpan.FromBounds(band.First.Start, band.Action?.Start ?? band.Span.End)).Trim(), band.Action is null ? "" : Strings.Value(band.Action), band.Colour)],
        RecallsSyntax recalls => [Symbol(recalls, SymbolKind.Part, "recall", "", recalls.Keyword)],
        SopStepSyntax step => [Symbol(step, SymbolKind.Step, step.Name.Text, Strings.Value(step.Title), step.Name)],
        SectionSyntax section => [Symbol(section, SymbolKind.Part, section.Name.Text, Strings.Value(section.Title), section.Name)],
        LetterBodySyntax body => [Symbol(body, SymbolKind.Part, $"body {body.Medium.Text}", "", body.Medium)],
        StartWhenSyntax start => [Symbol(start, SymbolKind.Criterion, "start when", start.Condition.OneLine, start.Keyword)],
        WorkflowStepSyntax step => [Symbol(step, SymbolKind.Step, step.Name.Text, Strings.Value(step.Title), step.Name)],
        DecisionSyntax decision => [Symbol(decision, SymbolKind.Step, decision.Name.Text, Strings.Value(decision.Title), decision.Name, decision.Branches)],
        BranchSyntax branch => [Symbol(branch, SymbolKind.Part, Strings.Value(branch.Label), $"-> {branch.NextStep.Text}", branch.Label)],
        EndSyntax end => [Symbol(end, SymbolKind.Step, end.Name.Text, end.Title is null ? "" : Strings.Value(end.Title), end.Name)],
        ColumnSyntax column => [Symbol(column, SymbolKind.Field, column.Name.Text, Strings.Value(column.Title), column.Name)],
        DeadlinesSyntax deadlines => [Symbol(deadlines, SymbolKind.Group, "deadline", $"of {deadlines.Of.Text} from {deadlines.From.Text}", deadlines.Keyword, deadlines.Cases)],
        DeadlineCaseSyntax deadline => [Symbol(deadline, SymbolKind.Part, Strings.Value(deadline.Option), "", deadline.Option)],
        ItemSyntax item => [Symbol(item, SymbolKind.Part, Strings.Value(item.Text), item.From?.OneLine ?? "", item.Text)],
        PatientSyntax patient => [Symbol(patient, SymbolKind.Group, patient.Name is null ? "patient" : Strings.Value(patient.Name), "", patient.Name ?? patient.Keyword)],
        ExpectSyntax expect => [Symbol(expect, SymbolKind.Criterion, $"{(expect.Not is null ? "in" : "not in")} {expect.Cohort.OneLine}", "", expect.Cohort.First)],
        EvidenceSyntax evidence => [Symbol(evidence, SymbolKind.Part, evidence.Name.Text, Strings.Value(evidence.Text), evidence.Name)],
        GuideSyntax guide => [Symbol(guide, SymbolKind.Part, "guide", guide.Title is null ? "" : Strings.Value(guide.Title), guide.Title ?? guide.Keyword)],
        _ => [],
    };

    private static DocumentSymbol Symbol(SyntaxNode node, SymbolKind kind, string name, string detail, Token selection, ImmutableArray<ClauseSyntax> inside = default) => new(
        name.Length > 0 ? name : selection.Text,
        detail,
        kind,
        node.Span,
        selection.Span,
        inside.IsDefault ? [] : [.. inside.SelectMany(Of)]);

    private static DocumentSymbol Shifted(DocumentSymbol symbol, int by) =>
        symbol with { Span = symbol.Span.Shift(by), Selection = symbol.Selection.Shift(by), Children = [.. symbol.Children.Select(c => Shifted(c, by))] };

    /// <summary>The words from a token up to another.</summary>
    private static string Words(Token from, Token to)
    {
        var words = new List<string>();
        for (var token = from; token != to && token.Kind != TokenKind.End; token = token.Next)
            if (token.Kind != TokenKind.String) words.Add(token.Text);
        return string.Join(' ', words);
    }
}
