using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Where the parts of declarations stand: criteria, evidence, steps, fields, columns, limits. To make a part known to the editor, add it here.</summary>
internal static class PartPlaces
{
    public static IEnumerable<SymbolPlace> In(Compilation compilation, PlacedDeclaration declaration)
    {
        foreach (var node in declaration.Declared.Slice.Parsed.Nodes)
            foreach (var (kind, owner, token, isDeclaration) in OfNode(compilation, declaration, node))
                yield return new SymbolPlace(
                    new PartName(kind, owner, NameIn(kind, token)),
                    declaration,
                    new FilePlace(declaration.File.Path, token.Span.Shift(declaration.Start)),
                    isDeclaration);
        foreach (var place in DeclaredPlaces.In(declaration))
            if (place.Symbol is DerivedName derived && DeclaredPlaces.LimitOf(derived.Part) is { } limit)
                yield return place with { Symbol = new PartName(PartKind.Limit, LimitOwner(compilation, derived.Sop, limit), limit) };
    }

    public static string NameIn(PartKind kind, Token token) => kind.IsText() ? Strings.Value(token) : CodeSetReader.NameOf(token);

    /// <summary>The procedure that declares a limit which holds for another: its own first, then those that it takes over, in their order.</summary>
    public static string LimitOwner(Compilation compilation, string sop, string limit) => Owner(compilation, sop, limit, []) ?? sop;

    private static string? Owner(Compilation compilation, string sop, string limit, HashSet<string> seen)
    {
        if (!seen.Add(sop) || compilation.Model<Core.Model.Sops.Sop>(sop) is not { } model) return null;
        if (model.Limits.Any(l => l.Name == limit)) return sop;
        return model.LimitsAs.Where(t => !t.Except.Contains(limit)).Select(t => Owner(compilation, t.Sop, limit, seen)).FirstOrDefault(o => o is not null);
    }

    private static IEnumerable<(PartKind Kind, string Owner, Token Token, bool IsDeclaration)> OfNode(Compilation compilation, PlacedDeclaration declaration, SyntaxNode node)
    {
        var file = declaration.File.Path;
        var own = declaration.Facts.Name ?? $"{file}:{declaration.Start}";
        return node switch
        {
            EvidenceSyntax evidence => [(PartKind.Evidence, file, evidence.Name, true)],
            CiteSyntax cite => [(PartKind.Evidence, file, cite.Evidence, false)],
            CriterionSyntax criterion => [(PartKind.Criterion, own, criterion.Label, true)],
            PatientSyntax { Name: { } name } => [(PartKind.Patient, own, name, true)],
            ExpectSyntax expect => OfExpectation(own, expect),
            WorkflowStepSyntax step =>
            [
                (PartKind.WorkflowStep, own, step.Name, true),
                .. Steps(own, step.Deadline?.Of.Kind == TokenKind.StartWord ? null : step.Deadline?.Of),
                .. Steps(own, step.NextStep),
            ],
            DecisionSyntax decision => [(PartKind.WorkflowStep, own, decision.Name, true)],
            BranchSyntax branch => Steps(own, branch.NextStep),
            EndSyntax end => [(PartKind.WorkflowStep, own, end.Name, true)],
            FieldSyntax field => [(PartKind.Field, own, field.Name, true)],
            RequiredSyntax { When: { } field } => [(PartKind.Field, own, field, false)],
            ColumnSyntax column => [(PartKind.Column, own, column.Name, true)],
            ColumnRuleSyntax { Column: { } column } => [(PartKind.Column, own, column, false)],
            DeadlinesSyntax deadlines => [(PartKind.Column, own, deadlines.Of, false), (PartKind.Column, own, deadlines.From, false)],
            DeadlineCaseSyntax { ByColumn: { } column } => [(PartKind.Column, own, column, false)],
            LimitSyntax limit => [(PartKind.Limit, own, limit.Name, true)],
            LimitsAsSyntax limits => limits.Except.Select(
                e => (PartKind.Limit, LimitOwner(compilation, CodeSetReader.NameOf(limits.Sop), CodeSetReader.NameOf(e)), e, false)),
            PhaseSyntax phase => [(PartKind.Phase, own, phase.Name, true)],
            SectionSyntax section => [(PartKind.Section, own, section.Name, true)],
            SopStepSyntax step => [(PartKind.Step, own, step.Name, true)],
            _ => [],
        };
    }

    private static IEnumerable<(PartKind Kind, string Owner, Token Token, bool IsDeclaration)> OfExpectation(string example, ExpectSyntax expect)
    {
        if (expect.Patient is { } patient) yield return (PartKind.Patient, example, patient, false);
        if (expect.Cohort.Parts.Length > 1) yield break;
        foreach (var label in expect.Because) yield return (PartKind.Criterion, CodeSetReader.NameOf(expect.Cohort.Parts[0]), label, false);
    }

    private static IEnumerable<(PartKind Kind, string Owner, Token Token, bool IsDeclaration)> Steps(string owner, Token? token) =>
        token is null ? [] : [(PartKind.WorkflowStep, owner, token, false)];
}
