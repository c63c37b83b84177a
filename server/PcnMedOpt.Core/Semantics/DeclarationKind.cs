using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

public enum DeclarationKind
{
    /// <summary>Comments only, or text that starts no declaration.</summary>
    None,
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
}

public static class DeclarationKinds
{
    public static DeclarationKind Of(TokenKind keyword) => keyword switch
    {
        TokenKind.ProtocolWord => DeclarationKind.Protocol,
        TokenKind.ParameterWord => DeclarationKind.Parameter,
        TokenKind.CodesWord => DeclarationKind.Codes,
        TokenKind.CohortWord => DeclarationKind.Cohort,
        TokenKind.MeasureWord => DeclarationKind.Measure,
        TokenKind.TemplateWord => DeclarationKind.Template,
        TokenKind.SopWord => DeclarationKind.Sop,
        TokenKind.LetterWord => DeclarationKind.Letter,
        TokenKind.WorkflowWord => DeclarationKind.Workflow,
        TokenKind.RegisterWord => DeclarationKind.Register,
        TokenKind.ChecklistWord => DeclarationKind.Checklist,
        TokenKind.PackWord => DeclarationKind.Pack,
        TokenKind.ExampleWord => DeclarationKind.Example,
        _ => DeclarationKind.None,
    };

    /// <summary>As a reader calls one: "code set", "cohort".</summary>
    public static string Noun(this DeclarationKind kind) => kind switch
    {
        DeclarationKind.None => "declaration",
        DeclarationKind.Codes => "code set",
        DeclarationKind.Sop => "procedure",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>"a cohort", "an example".</summary>
    public static string WithArticle(this DeclarationKind kind) => (kind == DeclarationKind.Example ? "an " : "a ") + kind.Noun();

    /// <summary>It is printed as a document of its own.</summary>
    public static bool IsDocument(this DeclarationKind kind) =>
        kind is DeclarationKind.Template or DeclarationKind.Sop or DeclarationKind.Letter or DeclarationKind.Workflow or DeclarationKind.Register or DeclarationKind.Checklist;
}
