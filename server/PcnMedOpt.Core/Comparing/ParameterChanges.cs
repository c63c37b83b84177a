using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What changed of a parameter: what it stands for, also as medopt.json sets it, and within which bounds.</summary>
internal static class ParameterChanges
{
    public static (ImmutableArray<ChangeLine> Lines, bool Meaning) Of(Sides sides, PlacedDeclaration old, PlacedDeclaration now, ImmutableArray<ChangeLine> shared)
    {
        if (old.Facts.Parameter is not { } was || now.Facts.Parameter is not { } becomes) return (shared, false);
        var (value, oldValue) = (sides.New.Compilation.Scope.Parameter(becomes.Name)?.ToString(), sides.Old.Compilation.Scope.Parameter(was.Name)?.ToString());
        var lines = shared.ToBuilder();
        if (value != oldValue)
            lines.Add(new ChangeLine($"It is {value ?? "nothing that can be read"}{(IsSet(sides.New, becomes.Name) ? ", as medopt.json sets it" : "")}. Was: {oldValue ?? "nothing that could be read"}."));
        else if (was.Value?.ToString() != becomes.Value?.ToString())
            lines.Add(new ChangeLine($"Its own value is {becomes.Value}, which medopt.json replaces. Was: {was.Value}."));
        if (Bounds(was) != Bounds(becomes)) lines.Add(new ChangeLine($"It may be {Bounds(becomes)}. Was: {Bounds(was)}."));
        return (lines.ToImmutable(), value != oldValue || Bounds(was) != Bounds(becomes));
    }

    private static bool IsSet(Side side, string name) => side.Compilation.Settings.Parameters.ContainsKey(name);

    private static string Bounds(ParameterDefinition parameter) => $"{parameter.Low} to {parameter.High}";
}
