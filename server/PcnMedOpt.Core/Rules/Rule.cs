using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules;

/// <summary>What a rule about one declaration sees: its text, its model, and what the names it uses stand for.</summary>
/// <param name="Syntax">The declaration as it is written.</param>
/// <param name="Text">The text of its slice, in which spans count.</param>
/// <param name="Nodes">The declaration and everything below it, in the order of the text.</param>
/// <param name="Facts">What it declares and uses.</param>
/// <param name="Model">A cohort, measure, pack or example; null for other kinds.</param>
/// <param name="Scope">What names stand for.</param>
/// <param name="CodeSet">A code set worked out, or null when there is none of that name.</param>
/// <param name="List">The codes of a file that a code set takes in, or null when the file is not there.</param>
/// <param name="Header">The protocol that the declaration belongs to.</param>
/// <param name="Targets">The systems that outputs are written for.</param>
/// <param name="Today">The day on which the project is looked at.</param>
public sealed record DeclarationMeaning(
    DeclarationSyntax Syntax,
    IReadOnlyList<SyntaxNode> Nodes,
    string Text,
    Facts Facts,
    object? Model,
    Scope Scope,
    Func<string, ResolvedCodeSet?> CodeSet,
    Func<ListReference, CodeList?> List,
    ProtocolHeader? Header,
    IReadOnlyList<ITarget> Targets,
    DateOnly Today)
{
    /// <summary>What the lock or the release says of the codes that it names; null where neither is at hand, or it names none.</summary>
    public PinnedSet? Pinned { get; init; }

    public CodeKnowledge Knowledge { get; init; } = CodeKnowledge.None;

    /// <summary>The hash of the codes that it names, by which a lock knows it; null where it names none, or nothing is asked of them.</summary>
    public string? PinnedText { get; init; }

    /// <summary>What the release at hand says, whatever the lock does.</summary>
    public Func<PinnedSet?> PinnedByRelease { get; init; } = () => null;

    /// <summary>Of a code set: what it holds before its "except" lines.</summary>
    public Func<ResolvedCodeSet?> BeforeExcept { get; init; } = () => null;

    /// <summary>The nodes of a declaration that holds conditions or patients: of a code set, which may have thousands of entries, none.</summary>
    public IReadOnlyList<SyntaxNode> ConditionNodes => Syntax is CodesSyntax ? [] : Nodes;

    /// <summary>Where code sets are used in its tests; gathered once for the rules that ask.</summary>
    internal IReadOnlyList<IReadOnlyList<SetUse>> SetUses => field ??= [.. SetUse.Of(this)];

    /// <summary>Where results are compared; gathered once for the rules that ask.</summary>
    internal IReadOnlyList<ValueUse> ValueUses => field ??= [.. ValueUse.Of(this)];

    /// <summary>The rows of filters in its tests; gathered once for the rules that ask.</summary>
    internal IReadOnlyList<FilterList> FilterLists => field ??= [.. FilterList.Of(this)];

    /// <summary>Its conditions and everything below them; gathered once for the rules that ask.</summary>
    internal IReadOnlyList<Condition> Conditions => field ??= [.. ModelConditions.Of(Model).SelectMany(c => c.DescendantsAndSelf())];

    /// <summary>The code sets as a target asks for them; cohorts and measures are not looked at from one declaration.</summary>
    public ProjectModel Project => new(_ => null, _ => null, CodeSet, Scope.CodeSet);
}

/// <summary>A rule about one declaration. Its findings are kept until the declaration, or something that it uses, changes.</summary>
public interface IDeclarationRule
{
    DiagnosticKind Kind { get; }

    IEnumerable<Diagnostic> Check(DeclarationMeaning declaration);
}

/// <summary>A finding of a rule about the project, and the declaration that it is in.</summary>
public sealed record ProjectFinding(PlacedDeclaration Where, Diagnostic Diagnostic);

/// <summary>
/// A rule about the declarations of a file, and what their names stand for. Its findings are kept until the file, or the declaration of a name that it
/// uses, changes.
/// </summary>
public interface IFileRule
{
    DiagnosticKind Kind { get; }

    IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project);
}

/// <summary>A rule about how declarations fit together. It runs on every edit, so that it costs a little for each declaration, and nothing for each code.</summary>
public interface IProjectRule
{
    DiagnosticKind Kind { get; }

    IEnumerable<ProjectFinding> Check(ProjectIndex project);
}
