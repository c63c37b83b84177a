using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// Concepts that belong to the machinery of SNOMED CT and say nothing of a patient, so that no record holds them: reference sets, modules, attributes and
/// the like (SNOMED CT Editorial Guide: "SNOMED CT Model Component" and its semantic tags).
/// </summary>
public sealed class NotInRecords : IDeclarationRule
{
    private static readonly HashSet<string> Tags =
        new(StringComparer.Ordinal) { "attribute", "core metadata concept", "foundation metadata concept", "link assertion", "linkage concept", "namespace concept", "OWL metadata concept", "metadata" };

    public DiagnosticKind Kind { get; } = new("MO2142", "not-in-records", Severity.Warning, "A code is one that no record holds");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration.Facts.Codes is null
        ? NamedCodes.Written(declaration).Where(n => n.Known.Tag is { } tag && Tags.Contains(tag)).Select(n => About(n.Code.Span, n.Known.Id, n.Known.Term, n.Known.Tag, false))
        : from named in NamedCodes.Entries(declaration)
          where named.Entry.Mark is CodeMark.Self or CodeMark.SelfAndDescendants && named.Known.Tag is { } tag && Tags.Contains(tag)
          select About(named.Entry.Span, named.Known.Id, named.Known.Term, named.Known.Tag, named.Known.Tag == "foundation metadata concept");

    private Diagnostic About(Text.TextSpan span, long id, string term, string? tag, bool mayBeRefset) => Kind.At(
        span,
        $"{NamedCodes.Shown(id, term)} is of the kind '{tag}': it says nothing of a patient, and no record holds it.",
        mayBeRefset ? "If it is a reference set, its members are written with a ^ before it." : "Name what is recorded.");
}
