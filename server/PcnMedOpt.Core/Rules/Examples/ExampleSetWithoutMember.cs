using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>Naming a code set in an example records one code of it; a set that still awaits its codes has none to record.</summary>
public sealed class ExampleSetWithoutMember : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO7005", "example-set-without-member", Severity.Error, "An example records a code set that has no code");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        foreach (var line in declaration.ConditionNodes.OfType<RecordSyntax>())
        {
            if (line.Set is not { } set || declaration.CodeSet(CodeSetReader.NameOf(set)) is not { Representative: null } codes) continue;
            if (HasItsOwnError(declaration, CodeSetReader.NameOf(set))) continue;
            yield return Kind.At(
                set.Span,
                $"'{set.Text}' has no code that could be recorded{(codes.Awaiting is { } awaiting ? $"; it awaits: {awaiting}" : "")}.",
                "Write the code itself: code … or medicine …, or leave the line out until the set has one.");
        }
    }

    /// <summary>A set with nothing in it, or with a list that cannot be read, is an error where it is declared.</summary>
    private static bool HasItsOwnError(DeclarationMeaning declaration, string set) =>
        declaration.Scope.CodeSet(set) is { Awaiting: null } definition && (definition.IsEmpty || definition.Lists.Any(l => declaration.List(l) is null));
}
