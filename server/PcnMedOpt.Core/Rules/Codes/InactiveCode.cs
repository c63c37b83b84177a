using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A retired code is no longer recorded, and records of the past still hold it. Named beside the code that stands in its place it is meant;
/// alone it misses whoever was recorded since.
/// </summary>
public sealed class InactiveCode : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2132", "inactive-code", Severity.Warning, "A code is retired, and what stands in its place is not named");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration.Facts.Codes is { } set
        ? from named in NamedCodes.Entries(declaration)
          where named.Known.Status == CodeStatus.Inactive && named.Entry.Mark != CodeMark.Members && !HasSuccessor(declaration, set, named.Known)
          select About(named.Entry.Code, named.Known, named.Entry.Span, InSet(set, named.Entry, named.Known))
        : from named in NamedCodes.Written(declaration)
          where named.Known.Status == CodeStatus.Inactive
          select About(named.Code, named.Known, named.Code.Span, named.Known.Successors.Where(s => NamedCodes.CanBeWritten(s.Term)).Select(s => Instead(named.Code, s)));

    private Diagnostic About(WrittenCode code, PinnedCode known, TextSpan span, IEnumerable<Fix> fixes) => Kind.At(
        span,
        $"{NamedCodes.Shown(known.Id, known.Term)} is retired{(known.Successors.IsEmpty ? ", and history names nothing in its place" : $": {Listing.And(known.Successors.Select(s => $"{s.How} {NamedCodes.Shown(s.Id, s.Term)}"))}")}.",
        known.Successors.IsEmpty
            ? "Records of the past may still hold it. Name what is recorded today beside it."
            : "Records of the past may still hold it: name what stands in its place beside it. \"Possibly equivalent\" is a question to a clinician.",
        [.. fixes]);

    private static bool HasSuccessor(DeclarationMeaning declaration, CodeSetDefinition set, PinnedCode known) =>
        declaration.CodeSet(set.Name) is { } resolved && known.Successors.Any(s => resolved.Contains(s.Id));

    /// <summary>Beside the code for the past, or in its place.</summary>
    private static IEnumerable<Fix> InSet(CodeSetDefinition set, CodeEntry entry, PinnedCode known)
    {
        foreach (var next in known.Successors.Where(s => NamedCodes.CanBeWritten(s.Term)))
        {
            var only = set.System == CodeSystem.Dmd && entry.Only ? "only " : "";
            yield return Fix.Changes($"Name {next.Id} |{next.Term}| beside it ({next.How})", new TextEdit(new TextSpan(entry.Span.End, 0), $"\n  {only}{next.Id} |{next.Term}|"));
            yield return Instead(entry.Code, next);
        }
    }

    private static Fix Instead(WrittenCode code, Successor next) => Fix.Changes(
        $"Write {next.Id} |{next.Term}| in its place ({next.How})",
        new TextEdit(TextSpan.FromBounds(code.Span.Start, (code.TermSpan ?? code.Span).End), $"{next.Id} |{next.Term}|"));
}
