using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Ide.Describing;

/// <summary>Words with the titles of a project.</summary>
public static class ProjectWords
{
    /// <summary>Plain English in which names stand under their titles.</summary>
    public static PlainEnglish English(Compilation compilation) => new(name => TitleOf(compilation, name));

    public static string? TitleOf(Compilation compilation, string name) => compilation.Names.Find(name)?.Facts.Title ?? compilation.Cohort(name)?.Title;

    /// <summary>"1 code", "27 codes".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
