using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>What a name can stand for, by the place where it is used.</summary>
internal static class Roles
{
    public static bool Fits(this NameRole role, DeclarationKind kind) => role switch
    {
        NameRole.CodeSet => kind == DeclarationKind.Codes,
        NameRole.Cohort => kind == DeclarationKind.Cohort,
        NameRole.Parameter => kind == DeclarationKind.Parameter,
        NameRole.PackMember => kind is DeclarationKind.Cohort or DeclarationKind.Measure || kind.IsDocument(),
        NameRole.Procedure => kind == DeclarationKind.Sop,
        NameRole.Evidence => kind is DeclarationKind.Cohort or DeclarationKind.Measure || kind.IsDocument(),
        _ => true,
    };

    /// <summary>The name must be declared: it is neither a word that is only mentioned, nor judged by a rule of letters.</summary>
    public static bool IsNeeded(this NameRole role) => role is not (NameRole.Mentioned or NameRole.Placeholder);

    /// <summary>The names that could stand there.</summary>
    public static IEnumerable<string> Candidates(this NameRole role, ProjectNames names) =>
        names.Declarations.Where(d => role.Fits(d.Facts.Kind)).Select(d => d.Facts.Name ?? "");
}
