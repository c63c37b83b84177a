using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Emit.Emis;

namespace PcnMedOpt.Emit;

/// <summary>The systems that searches are written for.</summary>
public static class Targets
{
    public static ImmutableArray<ITarget> All(EmisCodeMap? emisCodes) => [new EmisTarget(emisCodes)];
}
