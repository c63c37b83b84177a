namespace PcnMedOpt.Data.Columns;

/// <summary>An item of the repeat list on its way into the columns.</summary>
internal readonly record struct PlainRepeat(int Patient, int Code, ushort Since, ushort Until);

/// <summary>Sorts repeat items into the columns of blocks: by code, patient and day.</summary>
internal static class RepeatBuilder
{
    /// <summary>The columns of each block, from items whose codes are places among all codes.</summary>
    public static RepeatColumns[] Build(IEnumerable<PlainRepeat> items, int codes, int blocks)
    {
        var byBlock = items.ToLookup(i => i.Patient / PatientBlock.Most);
        return [.. Enumerable.Range(0, blocks).Select(b => Block([.. byBlock[b].OrderBy(i => i.Code).ThenBy(i => i.Patient).ThenBy(i => i.Since).ThenBy(i => i.Until)], codes))];
    }

    private static RepeatColumns Block(PlainRepeat[] items, int codes)
    {
        var starts = new int[codes + 1];
        foreach (var item in items) starts[item.Code + 1]++;
        for (var code = 1; code < starts.Length; code++) starts[code] += starts[code - 1];
        return new RepeatColumns(
            starts, items.Select(i => (ushort)(i.Patient % PatientBlock.Most)).ToArray(), items.Select(i => i.Since).ToArray(), items.Select(i => i.Until).ToArray());
    }
}
