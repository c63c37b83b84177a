using System.Globalization;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Terminology.Files;

internal static class Sctids
{
    /// <summary>Reads the identifier of a concept.</summary>
    public static bool IsConcept(string text, out long id)
    {
        var sound = Sctid.Check(text) == SctidProblem.None && Sctid.KindOf(text) == ComponentKind.Concept;
        id = sound ? long.Parse(text, CultureInfo.InvariantCulture) : 0;
        return sound;
    }
}
