using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Systmone;

namespace PcnMedOpt.Emit;

/// <summary>The systems that searches are written for.</summary>
public static class Targets
{
    public static ImmutableArray<ITarget> All(EmisCodeMap? emisCodes) => [new EmisTarget(emisCodes)];

    /// <summary>
    /// The systems of which an editor says how they express a test: those that are checked, and SystmOne, whose reports a person builds from a sheet, so that
    /// what it cannot say is no finding.
    /// </summary>
    public static ImmutableArray<ITarget> Shown(ImmutableArray<ITarget> targets) => [.. targets, Sheets];

    private static readonly SystmoneTarget Sheets = new();
}
