using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Emit.Emis;

namespace PcnMedOpt.Tool.Project;

/// <summary>Every kind of finding that the program can report: those of the language, and those of files.</summary>
public static class AllKinds
{
    public static ImmutableArray<DiagnosticKind> All { get; } =
        [.. AllRules.Kinds.Concat([EmisCodeMap.Unreadable, EmisCodeMap.BadRow, LoadedProject.NotUtf8, LoadedProject.EmisMapMissing, LockFile.Unreadable]).OrderBy(k => k.Id, StringComparer.Ordinal)];
}
