using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>What a name or text stands for that is not a declaration of the project.</summary>
public enum LocalKind
{
    /// <summary>The label of a criterion, and <c>because</c> in an example.</summary>
    Label,

    /// <summary>A source that the protocol of the file names, and its citations in the file.</summary>
    Evidence,

    /// <summary>A field of a template.</summary>
    Field,

    /// <summary>An answer of a field.</summary>
    Answer,

    /// <summary>A step, decision or end of a workflow.</summary>
    Step,

    /// <summary>A step of a procedure.</summary>
    Task,

    /// <summary>A section of a procedure.</summary>
    Section,
    Phase,
    Limit,

    /// <summary>A column of a register.</summary>
    Column,

    /// <summary>A choice of a column.</summary>
    Choice,

    /// <summary>A patient of an example.</summary>
    Patient,
}

/// <summary>A place of a name that is known within a declaration, a file or a cohort.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Scope">Where it is known: the name of a cohort or procedure, the path of a file, or a declaration (and the field or column in it).</param>
/// <param name="Name">The name, or the text without its quotation marks.</param>
/// <param name="Place">The name or text alone, without quotation marks.</param>
/// <param name="IsDeclaration">It is given its name here.</param>
/// <param name="Declaration">The declaration that it stands in.</param>
public sealed record LocalName(LocalKind Kind, string Scope, string Name, FilePlace Place, bool IsDeclaration, PlacedDeclaration Declaration)
{
    public bool IsSameAs(LocalName other) => Kind == other.Kind && Scope == other.Scope && Name == other.Name;

    /// <summary>It can be used from other files.</summary>
    public bool ReachesOtherFiles => Kind is LocalKind.Label or LocalKind.Limit;
}

/// <summary>Names that are no declarations: labels, sources, fields, steps, phases, limits, columns, patients. They follow from the text of a file alone.</summary>
public static class LocalNames
{
    /// <summary>All of a file, in the order of its text.</summary>
    public static IEnumerable<LocalName> In(SourceFile file) => file.Declarations.SelectMany(In);

    public static IEnumerable<LocalName> In(PlacedDeclaration declaration) =>
        from node in declaration.Declared.Slice.Parsed.Nodes
        from name in Of(node, declaration)
        orderby name.Place.Span.Start
        select name;

    /// <summary>The one that holds an offset of a file, or ends there.</summary>
    public static LocalName? At(Cursor cursor) => In(cursor.Declaration).LastOrDefault(n => n.Place.Span.Contains(cursor.Offset));

    /// <summary>All places in a file of what a name stands for.</summary>
    public static IEnumerable<LocalName> SameIn(SourceFile file, LocalName name) =>
        name.ReachesOtherFiles || name.Kind == LocalKind.Evidence ? In(file).Where(name.IsSameAs) : In(name.Declaration).Where(name.IsSameAs);

    private static IEnumerable<LocalName> Of(SyntaxNode node, PlacedDeclaration declaration)
    {
        var self = $"{declaration.File.Path}@{declaration.Start}";
        var name = declaration.Facts.Name ?? self;
        return node switch
        {
            CriterionSyntax criterion => [Declared(LocalKind.Label, name, criterion.Label)],
            ExpectSyntax expect =>
            [
                .. Optional(LocalKind.Patient, self, expect.Patient),
                .. expect.Because.Select(b => Used(LocalKind.Label, CodeSetReader.NameOf(expect.Cohort.Parts[0]), b)),
            ],
            PatientSyntax { Name: { } patient } => [Declared(LocalKind.Patient, self, patient)],
            EvidenceSyntax evidence => [Declared(LocalKind.Evidence, declaration.File.Path, evidence.Name)],
            CiteSyntax cite => [Used(LocalKind.Evidence, declaration.File.Path, cite.Evidence)],
            FieldSyntax field => [Declared(LocalKind.Field, self, field.Name), .. Answers(field).Select(a => Declared(LocalKind.Answer, $"{self}/{field.Name.Text}", a))],
            RequiredSyntax { When: { } when } required => [Used(LocalKind.Field, self, when), .. Optional(LocalKind.Answer, $"{self}/{when.Text}", required.IsOption)],
            WorkflowStepSyntax step => [Declared(LocalKind.Step, self, step.Name), .. Optional(LocalKind.Step, self, step.NextStep)],
            DeadlineSyntax { Of.Kind: not TokenKind.StartWord } deadline => [Used(LocalKind.Step, self, deadline.Of)],
            DecisionSyntax decision => [Declared(LocalKind.Step, self, decision.Name)],
            BranchSyntax branch => [Used(LocalKind.Step, self, branch.NextStep)],
            EndSyntax end => [Declared(LocalKind.Step, self, end.Name)],
            SopStepSyntax step => [Declared(LocalKind.Task, self, step.Name)],
            SectionSyntax section => [Declared(LocalKind.Section, self, section.Name)],
            PhaseSyntax phase => [Declared(LocalKind.Phase, self, phase.Name)],
            LimitSyntax limit => [Declared(LocalKind.Limit, name, limit.Name)],
            LimitsAsSyntax limits => limits.Except.Select(e => Used(LocalKind.Limit, CodeSetReader.NameOf(limits.Sop), e)),
            ColumnSyntax column => [Declared(LocalKind.Column, self, column.Name), .. column.Options.Select(o => Declared(LocalKind.Choice, $"{self}/{column.Name.Text}", o))],
            ColumnRuleSyntax rule => Optional(LocalKind.Column, self, rule.Column),
            DeadlinesSyntax deadlines =>
            [
                Used(LocalKind.Column, self, deadlines.Of),
                Used(LocalKind.Column, self, deadlines.From),
                .. deadlines.Cases.OfType<DeadlineCaseSyntax>().Select(c => Used(LocalKind.Choice, $"{self}/{deadlines.Of.Text}", c.Option)),
            ],
            DeadlineCaseSyntax deadline => Optional(LocalKind.Column, self, deadline.ByColumn),
            _ => [],
        };

        LocalName Declared(LocalKind kind, string scope, Token token) => Placed(kind, scope, token, true);

        LocalName Used(LocalKind kind, string scope, Token token) => Placed(kind, scope, token, false);

        IEnumerable<LocalName> Optional(LocalKind kind, string scope, Token? token) => token is null ? [] : [Used(kind, scope, token)];

        LocalName Placed(LocalKind kind, string scope, Token token, bool isDeclaration) => new(
            kind,
            scope,
            token.Kind == TokenKind.String ? Strings.Value(token) : CodeSetReader.NameOf(token),
            new FilePlace(declaration.File.Path, Inside(token).Shift(declaration.Start)),
            isDeclaration,
            declaration);
    }

    private static IEnumerable<Token> Answers(FieldSyntax field) => field is ChoiceFieldSyntax choice ? choice.Options.OfType<OptionSyntax>().Select(o => o.Label) : [];

    /// <summary>A text without its quotation marks.</summary>
    private static TextSpan Inside(Token token) =>
        token.Kind == TokenKind.String ? new TextSpan(token.Start + 1, Strings.AsTyped(token).Length) : token.Span;
}
