using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>
/// Protocols are shared between practices and published: no patient may be named in one. A number counts when its check digit is good
/// (NHS Data Dictionary, "NHS NUMBER") and it does not begin 999, as numbers for tests do. It is looked for in every file, with a protocol or
/// without, also in text that cannot be read, and never repeated.
/// </summary>
public sealed class PersonalDataFound : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO5007", "personal-data", Severity.Error, "A text holds what is a valid NHS number");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        from span in declaration.Facts.NhsNumbers
        select new ProjectFinding(
            declaration,
            Kind.At(
                span,
                "This number is a valid NHS number: it may be that of a patient.",
                "Remove it, also from earlier versions. Made-up patients have numbers that begin 999."));
}
