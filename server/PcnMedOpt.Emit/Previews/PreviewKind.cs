using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Previews;

/// <summary>What a preview shows of a declaration.</summary>
public enum PreviewKind
{
    /// <summary>A document as it is printed; of what is none its statement.</summary>
    Page,

    /// <summary>The search specification.</summary>
    Rules,

    /// <summary>The EMIS searches.</summary>
    Emis,

    /// <summary>The build sheet for SystmOne.</summary>
    Systmone,

    /// <summary>The logic as a drawing.</summary>
    Flow,

    /// <summary>How many patients it finds, where there are records to count in.</summary>
    Count,
}

public static class PreviewKinds
{
    private static readonly ImmutableArray<PreviewKind> OfCohorts = [PreviewKind.Page, PreviewKind.Rules, PreviewKind.Emis, PreviewKind.Systmone, PreviewKind.Flow];

    /// <summary>What there is to show of a declaration, with its count where there is something to count in.</summary>
    public static ImmutableArray<PreviewKind> Of(PreviewProject project, PlacedDeclaration declaration) =>
        Of(project.Compilation, declaration) is var kinds && project.Count is not null && kinds.Contains(PreviewKind.Rules) ? [.. kinds, PreviewKind.Count] : kinds;

    /// <summary>What there is to show of a declaration; none of a parameter, and of text that begins no declaration.</summary>
    public static ImmutableArray<PreviewKind> Of(Compilation compilation, PlacedDeclaration declaration) => declaration.Facts.Kind switch
    {
        DeclarationKind.None or DeclarationKind.Parameter => [],
        DeclarationKind.Cohort or DeclarationKind.Measure => OfCohorts,
        DeclarationKind.Sop when compilation.CohortsOf(declaration.Facts.Name ?? "") is not null => OfCohorts,
        DeclarationKind.Workflow => [PreviewKind.Page, PreviewKind.Flow],
        _ => [PreviewKind.Page],
    };

    /// <summary>As a client names it: "systmone".</summary>
    public static string Word(this PreviewKind kind) => kind.ToString().ToLowerInvariant();

    public static PreviewKind? Read(string? word) => Enum.GetValues<PreviewKind>().Where(k => k.Word() == word).Select(k => (PreviewKind?)k).FirstOrDefault();
}
