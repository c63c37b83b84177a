namespace PcnMedOpt.Core.Semantics;

/// <summary>What the names of a project stand for, as one declaration sees it.</summary>
/// <param name="Find">The facts of the declaration with a name, or null.</param>
/// <param name="Parameter">What a parameter stands for: as declared, or as the project's settings set it; null when it is none or out of bounds.</param>
public sealed record Scope(Func<string, Facts?> Find, Func<string, Amount?> Parameter)
{
    public Codes.CodeSetDefinition? CodeSet(string name) => Find(name)?.Codes;
}
