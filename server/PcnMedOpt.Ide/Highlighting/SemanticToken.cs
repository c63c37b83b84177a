using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Highlighting;

/// <summary>
/// What a stretch of text is, in the types that every theme of an editor colours (Language Server Protocol, SemanticTokenTypes): the names of the members are
/// those of the types, in this order.
/// </summary>
public enum SemanticTokenType
{
    Keyword,

    /// <summary>A code set.</summary>
    Class,

    /// <summary>A cohort, also of a procedure, or a measure.</summary>
    Function,

    /// <summary>A template, procedure, letter, workflow, register or checklist.</summary>
    Struct,

    /// <summary>A protocol or a pack.</summary>
    Namespace,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A name that nothing declares.</summary>
    Variable,

    /// <summary>A name that is known in its declaration: a field, a step, a phase, a column.</summary>
    Property,

    /// <summary>A unit.</summary>
    EnumMember,

    /// <summary>A source.</summary>
    Decorator,
    String,

    /// <summary>A code, a number, a date, a version.</summary>
    Number,

    /// <summary>A comparison, or the mark of a code.</summary>
    Operator,
    Comment,

    /// <summary>What a letter puts into its text.</summary>
    Macro,
}

/// <summary>More about a token; the members are those of the protocol (SemanticTokenModifiers), in this order.</summary>
[Flags]
public enum SemanticTokenModifiers
{
    None = 0,
    Declaration = 1,
    Documentation = 2,

    /// <summary>It belongs to a protocol that is withdrawn.</summary>
    Deprecated = 4,

    /// <summary>The language gives it: a merge field of letters.</summary>
    DefaultLibrary = 8,
}

/// <summary>A stretch of one line, and what it is.</summary>
public sealed record SemanticToken(TextSpan Span, SemanticTokenType Type, SemanticTokenModifiers Modifiers);
