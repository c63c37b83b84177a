namespace PcnMedOpt.Core.Counting;

/// <summary>
/// Five years each, from 0–4 to 95 and over: the bands in which NHS England publishes the patients registered at a GP practice
/// (digital.nhs.uk, Patients Registered at a GP Practice).
/// </summary>
public static class AgeBands
{
    private const int Width = 5;

    private const int Last = 95;

    public const int Count = (Last / Width) + 1;

    /// <summary>The number of a band, from 0, for an age in full years.</summary>
    public static int Of(int years) => Math.Clamp(years, 0, Last) / Width;

    /// <summary>The youngest age of a band, in full years.</summary>
    public static int StartOf(int band) => band * Width;

    /// <summary>What a band is called: <c>75–79</c>, <c>95+</c>.</summary>
    public static string Name(int band) => band == Count - 1 ? $"{Last}+" : $"{band * Width}–{(band * Width) + Width - 1}";
}
