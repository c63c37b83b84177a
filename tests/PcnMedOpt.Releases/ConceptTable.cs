namespace PcnMedOpt.Releases;

/// <summary>What is known of each concept, in columns: half a million of them do not become objects.</summary>
internal sealed class ConceptTable(int count)
{
    public long[] Ids { get; } = new long[count];
    public ConceptKind[] Kinds { get; } = new ConceptKind[count];
    public ReleaseLayer[] Layers { get; } = new ReleaseLayer[count];
    public bool[] Active { get; } = new bool[count];

    /// <summary>Active in the package that it came with, and retired by the UK clinical extension.</summary>
    public bool[] RetiredLater { get; } = new bool[count];

    public string[] Terms { get; } = new string[count];
    public string[] Tags { get; } = new string[count];
    public int[][] Above { get; } = new int[count][];

    /// <summary>Of an entry of dm+d: the entry above it, and of an AMPP the AMP; -1 for none.</summary>
    public int[] DmdAbove { get; } = new int[count];
    public int[] DmdOther { get; } = new int[count];

    /// <summary>Of an entry of dm+d: the retired concept whose identifier it once had; -1 for none.</summary>
    public int[] DmdPrevious { get; } = new int[count];
    public bool[] DmdInvalid { get; } = new bool[count];

    public int Subtree { get; set; }
    public int SubtreeSize { get; set; }

    /// <summary>Where the concepts of a kind stand in the international core: the first, and one past the last.</summary>
    public Dictionary<ConceptKind, (int From, int To)> International { get; } = [];

    public Dictionary<long, int> WellKnownNumbers { get; } = [];
}
