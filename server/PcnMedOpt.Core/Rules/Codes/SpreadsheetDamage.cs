using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A spreadsheet takes an identifier for a number and keeps 15 digits of it. Published lists carry such identifiers: 97 of the 118 in
/// opensafely/methotrexate-oral/041a8320 (read November 2026), each of which finds nobody.
/// </summary>
public sealed class SpreadsheetDamage : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO2101", "spreadsheet-damage", Severity.Error, "An identifier was damaged by a spreadsheet");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var known = new Lazy<ImmutableArray<long>>(() => project.KnownCodes);
        return
            from declaration in project.Declarations
            where !declaration.Facts.UnusableCodes.IsEmpty || declaration.Facts.Codes is { Lists.IsEmpty: false }
            from id in UnusableIds.Of(declaration.Facts, project.List)
            where id.IsSpreadsheetDamage
            select new ProjectFinding(declaration, About(id, known.Value));
    }

    private Diagnostic About(UnusableId id, ImmutableArray<long> known)
    {
        if (UnusableIdentifiers.Intact(id.Text, known) is not { } intact) return id.Found(Kind, "Take the identifier from its source again, as text and not as a number.");
        var hint = $"It was probably {intact}, the one known identifier that fits. Compare it with the source.";
        return id.Row is null ? id.Found(Kind, hint, Fix.Keeps($"Write {intact}", new TextEdit(id.Span, intact))) : id.Found(Kind, hint);
    }
}
