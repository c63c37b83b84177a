using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules;

namespace PcnMedOpt.Core;

/// <summary>The findings of a file, and what they followed from.</summary>
/// <param name="World">The world of the file.</param>
/// <param name="Project">What the rules of the project found in it.</param>
/// <param name="Own">The findings that are shown in it, by place.</param>
/// <param name="Elsewhere">Those that are shown in another file, such as a code list.</param>
internal sealed record ReportedFile(
    FileWorld World, ImmutableArray<ProjectFinding> Project, ImmutableArray<LocatedDiagnostic> Own, ImmutableArray<LocatedDiagnostic> Elsewhere)
{
    public bool IsSame(FileWorld world, ImmutableArray<ProjectFinding> project) =>
        ReferenceEquals(World, world) && Project.Length == project.Length
        && Project.Zip(project).All(f => ReferenceEquals(f.First.Where, f.Second.Where) && IsSame(f.First.Diagnostic, f.Second.Diagnostic));

    private static bool IsSame(Diagnostic one, Diagnostic other) =>
        ReferenceEquals(one, other)
        || (one with { Fixes = [] } == other with { Fixes = [] } && one.Fixes.Length == other.Fixes.Length && one.Fixes.Zip(other.Fixes).All(f => IsSame(f.First, f.Second)));

    private static bool IsSame(Fix one, Fix other) => one.Title == other.Title && one.Effect == other.Effect && one.Edits.SequenceEqual(other.Edits);
}
