using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A list that is not there leaves its code set without the codes that matter most.</summary>
public sealed class CodeListMissing : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2109", "code-list-missing", Severity.Error, "A code list is not there");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from list in TakenLists.Of(declaration)
        where list.List is null
        select Kind.At(
            list.Reference.PathSpan,
            $"There is no file '{list.Reference.Path}' in the project.",
            "Put the list there, or correct the path. It begins at the project's folder, and capitals matter.");
}
