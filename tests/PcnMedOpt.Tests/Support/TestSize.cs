namespace PcnMedOpt.Tests.Support;

/// <summary>How much of a generated thing is tried: more in the full run (npm run test:full).</summary>
public static class TestSize
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("MEDOPT_FULL") == "1";

    public static int Of(int usual, int full) => IsFull ? full : usual;
}
