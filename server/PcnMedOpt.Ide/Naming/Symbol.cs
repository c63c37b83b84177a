using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Something that has a name and can be referred to.</summary>
public abstract record Symbol
{
    private protected Symbol()
    {
    }
}

/// <summary>A declaration of the project's one namespace.</summary>
public sealed record DeclaredName(string Name) : Symbol;

/// <summary>A cohort that a procedure declares: <c>methotrexate_monitoring.overdue</c>.</summary>
public sealed record DerivedName(string Sop, string Part) : Symbol;

/// <summary>Something inside a declaration or, for evidence, a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The declaration's name; for evidence the path of the file, for a patient the path and the place of the example.</param>
/// <param name="Name">Its name, or what its label says.</param>
public sealed record PartName(PartKind Kind, string Owner, string Name) : Symbol;

public enum PartKind
{
    /// <summary>A source that a protocol names; its file cites it.</summary>
    Evidence,

    /// <summary>A criterion of a cohort, by its label; examples name it after "because".</summary>
    Criterion,

    /// <summary>A step, decision or end of a workflow.</summary>
    WorkflowStep,

    /// <summary>A field of a template.</summary>
    Field,

    /// <summary>A column of a register.</summary>
    Column,

    /// <summary>A limit of a procedure; other procedures may take it over.</summary>
    Limit,
    Phase,
    Section,

    /// <summary>A step of a procedure.</summary>
    Step,

    /// <summary>A patient of an example.</summary>
    Patient,
}

public static class PartKinds
{
    /// <summary>Its name is a text in quotation marks.</summary>
    public static bool IsText(this PartKind kind) => kind is PartKind.Criterion or PartKind.Patient;

    /// <summary>As a reader calls one.</summary>
    public static string Noun(this PartKind kind) => kind switch
    {
        PartKind.Evidence => "source",
        PartKind.WorkflowStep => "step, decision or end",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

/// <summary>A place where a symbol stands.</summary>
/// <param name="Symbol">What stands there.</param>
/// <param name="Declaration">The declaration whose text holds it; null in the settings.</param>
/// <param name="Place">Its name alone; of a label with the quotation marks.</param>
/// <param name="IsDeclaration">It is declared there.</param>
/// <param name="IsCertain">False of a word in text that cannot be read, which may stand for it.</param>
public sealed record SymbolPlace(Symbol Symbol, PlacedDeclaration? Declaration, FilePlace Place, bool IsDeclaration, bool IsCertain = true);
