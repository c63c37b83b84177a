using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Examples;

/// <summary>No practice has an issue of a diagnosis or a recorded medicine, so that such a patient tests what cannot happen.</summary>
public sealed class ExampleSystem : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO7006", "example-system", Severity.Error, "An example issues a diagnosis, or records a medicine");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        foreach (var line in declaration.ConditionNodes.OfType<RecordSyntax>())
        {
            var what = line.Set ?? line.CodeKeyword;
            var isMedicine = IsMedicine(declaration, line);
            var isRecorded = line.Event.Word.Kind == TokenKind.RecordedWord;
            if (what is null || isMedicine is null || isMedicine != isRecorded) continue;
            var shown = line.Set is null ? $"'{line.CodeKeyword?.Text} {line.Code?.Id.Text}'" : $"'{what.Text}'";
            var word = isRecorded ? "issued" : "recorded";
            yield return Kind.At(
                line.Event.Word.Span,
                isRecorded
                    ? $"{shown} is a medicine (dm+d): it is issued, not recorded."
                    : $"{shown} is SNOMED CT: it is recorded, and neither issued nor on repeat.",
                $"Write {word}.",
                [.. CanSay(line.Event) ? [Fix.Keeps($"Write {word}", new TextEdit(line.Event.Word.Span, word))] : Array.Empty<Fix>()]);
        }
    }

    private static bool? IsMedicine(DeclarationMeaning declaration, RecordSyntax line) =>
        line.Set is null ? line.CodeKeyword?.Kind == TokenKind.MedicineWord
        : declaration.Scope.CodeSet(CodeSetReader.NameOf(line.Set)) is { } set ? set.System == CodeSystem.Dmd
        : null;

    /// <summary>An issue has no value, and the repeat list has periods.</summary>
    private static bool CanSay(EventSyntax what) => what.Word.Kind != TokenKind.OnWord && !what.Parts.Any(p => p.Value is not null);
}
