using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>Everything in a file belongs to its protocol: there is one, and a reader meets it first (language §2).</summary>
public sealed class ProtocolPlacement : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2013", "protocol-placement", Severity.Error, "A protocol is not first in its file, or not the only one");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) => InFile(file);

    private IEnumerable<ProjectFinding> InFile(SourceFile file)
    {
        PlacedDeclaration? before = null;
        PlacedDeclaration? first = null;
        foreach (var declaration in file.Declarations.Where(d => d.Facts.Kind != DeclarationKind.None))
        {
            if (declaration.Facts is { Kind: DeclarationKind.Protocol, Name: not null })
            {
                if (first is not null)
                    yield return Found(
                        declaration,
                        $"The file already belongs to the protocol '{first.Facts.Name}'.",
                        "Move this protocol, and what belongs to it, into a file of its own.",
                        first);
                else if (before is not null)
                    yield return Found(
                        declaration,
                        $"The protocol '{declaration.Facts.Name}' stands after {before.Facts.Kind.WithArticle()}.",
                        "Move it to the beginning of the file.",
                        before);
                first ??= declaration;
            }
            if (declaration.Facts is not { Kind: DeclarationKind.Protocol, Name: null }) before ??= declaration;
        }
    }

    private ProjectFinding Found(PlacedDeclaration declaration, string message, string hint, PlacedDeclaration other) => new(
        declaration,
        Kind.At(declaration.Facts.NameSpan, message, hint) with
        {
            Related = new Related(other.Facts.Name ?? other.Facts.Title ?? "", other.Facts.NameSpan, "stands here"),
        });
}
