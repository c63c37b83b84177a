using System.Collections.Frozen;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>
/// Outputs are files that bear the names of declarations, and Windows cannot make a file with the name of a device, with whatever
/// extension (Microsoft, "Naming Files, Paths, and Namespaces").
/// </summary>
public sealed class DeviceName : IDeclarationRule
{
    private static readonly FrozenSet<string> Devices = new[] { "con", "prn", "aux", "nul" }
        .Concat(Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }))
        .ToFrozenSet(StringComparer.Ordinal);

    public DiagnosticKind Kind { get; } = new("MO2016", "device-name", Severity.Error, "A name is one that Windows keeps for a device");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Name is { } name && Devices.Contains(name))
            yield return Kind.At(
                declaration.Facts.NameSpan,
                $"Windows keeps the name '{name}' for a device: no output could be written for this {declaration.Facts.Kind.Noun()}.",
                $"Choose a longer name, such as '{name}_1'.");
    }
}
