using System.Collections.Immutable;

namespace PcnMedOpt.Core.Terminology;

/// <summary>What a store was made from, so that every page and lock can name it.</summary>
/// <param name="Name">What a person calls it, such as <c>SnomedCT_MonolithRF2_PRODUCTION_20260311T120000Z</c>.</param>
/// <param name="Hash">The checksum of the store (SHA-256, in hexadecimal): two stores with the same hash hold the same.</param>
/// <param name="Date">The latest date of what it was made from; null where no part says one.</param>
/// <param name="Sources">What was brought in, in the order of layering.</param>
/// <param name="Namespaces">
/// The namespaces of its concepts, in order; "" is the international one. Of a code of another namespace nothing can be said.
/// </param>
public sealed record ReleaseInfo(string Name, string Hash, DateOnly? Date, ImmutableArray<ReleaseSource> Sources, ImmutableArray<string> Namespaces)
{
    /// <summary>Levels of medicines are known: a dm+d extract is part of it.</summary>
    public bool HasDmd => Sources.Any(s => s.Kind == SourceKind.Dmd);

    /// <summary>Concepts, their status and their hierarchy are known: an RF2 release is part of it.</summary>
    public bool HasSnomed => Sources.Any(s => s.Kind == SourceKind.Rf2);
}

public enum SourceKind
{
    /// <summary>SNOMED CT Release Format 2.</summary>
    Rf2,

    /// <summary>dm+d XML of the NHS Business Services Authority.</summary>
    Dmd,

    /// <summary>The text files of the NHS England Primary Care Domain reference set portal.</summary>
    PcdRefsets,

    /// <summary>The file that names the reference set of each GP data cluster.</summary>
    GpDataClusters,

    /// <summary>Which EMIS codes stand for a concept.</summary>
    EmisCodes,
}

/// <summary>A part of a release.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of its folder or file, without its path.</param>
/// <param name="Date">The date that its files bear; null where they bear none.</param>
/// <param name="Rows">The rows that were taken.</param>
/// <param name="BadRows">The rows that could not be.</param>
public sealed record ReleaseSource(SourceKind Kind, string Name, DateOnly? Date, long Rows, long BadRows);
