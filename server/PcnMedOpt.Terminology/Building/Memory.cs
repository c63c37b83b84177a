namespace PcnMedOpt.Terminology.Building;

/// <summary>
/// An import makes few objects, each of up to a hundred megabytes, and needs most of them for one step only. Left alone, the collector lets them
/// pile up to twice of what is needed; asked after each step it takes milliseconds.
/// </summary>
internal static class Memory
{
    public static void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, true, true);
}
