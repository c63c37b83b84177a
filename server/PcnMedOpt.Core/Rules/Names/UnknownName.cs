using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>A name that nothing declares: usually a slip of the pen, or a declaration that was renamed.</summary>
public sealed class UnknownName : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2002", "unknown-name", Severity.Error, "A name is used that nothing declares");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        from use in declaration.Facts.Uses
        where use.Role.IsNeeded() && project.Names.Find(use.Name) is null && !IsExplained(project, declaration, use)
        select new ProjectFinding(declaration, About(use, [.. CloseWords.Near(use.Name, use.Role.Candidates(project.Names))]));

    /// <summary>The declaration of the name is there but could not be read, or a word of the language stands where a name was left out.</summary>
    private static bool IsExplained(ProjectIndex project, PlacedDeclaration declaration, NameUse use) =>
        (declaration.Facts.IsDamaged && TokenText.WordKind(use.Name) != TokenKind.Name) || project.Declarations.Any(d => d.Facts.LostNames.Contains(use.Name));

    private Diagnostic About(NameUse use, string[] near) => Kind.At(
        use.Span,
        use.Role switch
        {
            NameRole.CodeSet => $"There is no code set '{use.Name}'.",
            NameRole.Cohort => $"There is no cohort '{use.Name}'.",
            NameRole.Parameter => $"There is no parameter '{use.Name}'.",
            NameRole.Procedure => $"There is no procedure '{use.Name}'.",
            NameRole.Evidence => $"There is nothing called '{use.Name}' that could show this.",
            _ => $"There is nothing called '{use.Name}' that the pack could contain.",
        },
        near.Length > 0 ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?" : HowToDeclare(use),
        [.. near.Select(n => Fix.Changes($"Write {n}", new TextEdit(new TextSpan(use.Span.Start, use.Name.Length), n)))]);

    private static string HowToDeclare(NameUse use) => use.Role switch
    {
        NameRole.CodeSet => $"Declare it: codes {use.Name} \"…\" snomed {{ … }}, or … dmd {{ … }}.",
        NameRole.Cohort => $"Declare it: cohort {use.Name} \"…\" {{ … }}.",
        NameRole.Parameter => $"Declare it, parameter {use.Name} \"…\" = … allow … to …, or write the value here.",
        NameRole.Procedure => $"Declare it: sop {use.Name} \"…\" {{ … }}.",
        NameRole.Evidence => "Declare it, or say what is kept: evidence file, evidence note or evidence link.",
        _ => "Declare it, or take it out of the pack.",
    };
}
