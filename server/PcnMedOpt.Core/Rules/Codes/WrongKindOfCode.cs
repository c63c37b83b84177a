using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A code of another kind than its use asks for. NHS pathology requests use procedures, and results observable entities, so that a procedure finds
/// who was sent for a test, and no result.
/// </summary>
public sealed class WrongKindOfCode : IDeclarationRule
{
    /// <summary>So many codes of one kind make a single other one conspicuous.</summary>
    private const int Many = 4;

    public DiagnosticKind Kind { get; } = new("MO2138", "wrong-kind-of-code", Severity.Warning, "A code is of another kind than its use asks for");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration switch
    {
        { Facts.Codes: { System: CodeSystem.Snomed, Unit: not null } } => Results(declaration),
        { Facts.Codes: { System: CodeSystem.Snomed } set } => Single(declaration, set),
        { Model: Template template } => Numbers(declaration, template),
        _ => [],
    };

    private IEnumerable<Diagnostic> Results(DeclarationMeaning declaration) =>
        from named in NamedCodes.Entries(declaration)
        where IsRequest(named.Known) && named.Entry.Mark != CodeMark.Members
        select AsksForTest(named.Entry.Span, named.Known);

    private IEnumerable<Diagnostic> Numbers(DeclarationMeaning declaration, Template template) =>
        from field in template.Fields
        where field.Kind == FieldKind.Number
        let code = (field.Coding as Coded)?.Code
        let known = code?.Id is { } id ? declaration.Pinned?.Find(id) : null
        where code is not null && known is not null && IsRequest(known)
        select AsksForTest(code.Span, known);

    private IEnumerable<Diagnostic> Single(DeclarationMeaning declaration, CodeSetDefinition set)
    {
        var tagged = NamedCodes.Entries(declaration).Where(e => e.Known.Tag is not null && e.Entry.Mark != CodeMark.Members).ToList();
        if (tagged.Count <= Many) return [];
        var kinds = tagged.GroupBy(t => t.Known.Tag).OrderByDescending(k => k.Count()).ToList();
        if (kinds is not [var usual, var other] || other.Count() > 1) return [];
        var (entry, known) = other.Single();
        return
        [
            Kind.At(entry.Span, $"{NamedCodes.Shown(known.Id, known.Term)} is of the kind '{known.Tag}', and the other {usual.Count()} codes of '{set.Name}' are of the kind '{usual.Key}'.", "Make sure that it is meant."),
        ];
    }

    private Diagnostic AsksForTest(TextSpan span, PinnedCode known) => Kind.At(
        span,
        $"{NamedCodes.Shown(known.Id, known.Term)} is of the kind '{known.Tag}', which asks for a test; a result is recorded as an observable entity.",
        "Name the code of the result.");

    private static bool IsRequest(PinnedCode code) => code.Tag == "procedure";
}
