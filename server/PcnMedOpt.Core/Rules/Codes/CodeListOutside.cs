using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A project reads its own files only: what is outside it is not the same on another machine, changes unseen, and may be nobody's to read.
/// </summary>
public sealed class CodeListOutside : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2110", "code-list-outside", Severity.Error, "A code list is outside the project");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from reference in declaration.Facts.Codes?.Lists ?? []
        where !ListPath.StaysInside(reference.Path)
        select About(reference);

    private Diagnostic About(ListReference reference)
    {
        var path = reference.Path;
        if (path.Contains("://", StringComparison.Ordinal))
            return Kind.At(
                reference.PathSpan,
                $"'{path}' is an address, and not a file of the project.",
                "Save the list in the project, such as codelists/list.csv, and name that file.");
        var forward = path.Replace('\\', '/');
        if (ListPath.StaysInside(forward))
            return Kind.At(
                reference.PathSpan,
                $"'{path}' has backslashes, which only Windows reads.",
                $"Write {forward}.",
                Fix.Keeps($"Write {forward}", new TextEdit(reference.PathSpan, Strings.Quoted(forward))));
        return Kind.At(
            reference.PathSpan,
            $"'{path}' is outside the project.",
            "Put the list into the project's folder and write its path from there: codelists/list.csv.");
    }
}
