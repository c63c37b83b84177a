using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;
using Type = PcnMedOpt.Ide.Highlighting.SemanticTokenType;

namespace PcnMedOpt.Ide.Highlighting;

/// <summary>The tokens of a declaration that are names, roles, units and labels, whatever word of the language they may be, and what each stands for.</summary>
internal sealed class NamedTokens
{
    private readonly Dictionary<int, (Type Type, SemanticTokenModifiers Modifiers)> byStart = [];
    private readonly HashSet<int> texts = [];

    public static NamedTokens Of(Compilation compilation, PlacedDeclaration declaration)
    {
        var named = new NamedTokens();
        var facts = declaration.Facts;
        if (facts.Name is not null) named.byStart[facts.NameSpan.Start] = With(TypeOf(facts.Kind), SemanticTokenModifiers.Declaration, declaration);
        foreach (var node in declaration.Declared.Slice.Parsed.Nodes) named.Add(node);
        foreach (var part in PartPlaces.In(compilation, declaration))
            if (part.Symbol is PartName { Kind: var kind } && !kind.IsText())
                named.byStart[part.Place.Span.Start - declaration.Start] =
                    (kind == PartKind.Evidence ? Type.Decorator : Type.Property, part.IsDeclaration ? SemanticTokenModifiers.Declaration : SemanticTokenModifiers.None);
        foreach (var reference in declaration.Declared.Slice.Parsed.Nodes.OfType<RefSyntax>())
            foreach (var part in reference.Parts.Skip(1)) named.Set(part, Type.Function);
        foreach (var use in facts.Uses)
            if (use.Role == NameRole.Placeholder) continue;
            else if (use.Role != NameRole.Mentioned || compilation.Names.Find(use.Name) is not null) named.byStart[use.Span.Start] = OfName(compilation, use.Name);
        return named;
    }

    /// <summary>A name by what the project says that it is.</summary>
    public static (Type Type, SemanticTokenModifiers Modifiers) OfName(Compilation compilation, string name) =>
        compilation.Names.Find(name) is { } declaration ? With(TypeOf(declaration.Facts.Kind), SemanticTokenModifiers.None, declaration) : (Type.Variable, SemanticTokenModifiers.None);

    public (Type Type, SemanticTokenModifiers Modifiers)? Find(Token token) => byStart.TryGetValue(token.Start, out var named) ? named : null;

    /// <summary>It is a letter's text, into which something may be put.</summary>
    public bool HoldsPlaceholders(Token token) => texts.Contains(token.Start);

    private void Add(SyntaxNode node)
    {
        switch (node)
        {
            case LetterBodySyntax body: texts.Add(body.Text.Start); break;
            case SopStepSyntax step: Set(step.Role, Type.Property); break;
            case WorkflowStepSyntax step: Set(step.Role, Type.Property); break;
            case RecallSyntax { Role: { } role }: Set(role, Type.Property); break;
            case QuantitySyntax { Unit: { } unit }: Set(unit, Type.EnumMember); break;
            case UnitClauseSyntax unit: Set(unit.Unit, Type.EnumMember); break;
            case FieldUnitSyntax unit: Set(unit.Unit, Type.EnumMember); break;
            case LimitSyntax { Unit: { } unit }: Set(unit, Type.EnumMember); break;
            case IntervalSyntax { Unit: { } unit }: Set(unit, Type.EnumMember); break;
            case AmountSyntax { Unit: { } unit } when Durations.UnitOf(unit.Kind) is null: Set(unit, Type.EnumMember); break;
        }
    }

    private void Set(Token token, Type type) => byStart[token.Start] = (type, SemanticTokenModifiers.None);

    private static (Type Type, SemanticTokenModifiers Modifiers) With(Type type, SemanticTokenModifiers modifiers, PlacedDeclaration declaration) =>
        (type, declaration.File.Protocol?.Status == ProtocolStatus.Withdrawn ? modifiers | SemanticTokenModifiers.Deprecated : modifiers);

    private static Type TypeOf(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Codes => Type.Class,
        DeclarationKind.Cohort or DeclarationKind.Measure => Type.Function,
        DeclarationKind.Parameter => Type.Parameter,
        DeclarationKind.Protocol or DeclarationKind.Pack => Type.Namespace,
        _ => kind.IsDocument() ? Type.Struct : Type.Variable,
    };
}
