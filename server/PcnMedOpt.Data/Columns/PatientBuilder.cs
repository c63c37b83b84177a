namespace PcnMedOpt.Data.Columns;

/// <summary>Puts patients into the columns of blocks, in their order.</summary>
internal static class PatientBuilder
{
    public static PatientColumns[] Build(IReadOnlyList<Extracts.PatientRow> rows, IReadOnlyList<string> practices)
    {
        var places = practices.Index().ToDictionary(p => p.Item, p => (ushort)p.Index, StringComparer.Ordinal);
        return
        [
            .. rows.Chunk(PatientBlock.Most).Select(block => new PatientColumns(
                Column(block, r => r.Id), Column(block, r => r.Born), Column(block, r => r.Died), Column(block, r => r.Since), Column(block, r => r.Until),
                Column(block, r => (byte)r.Sex), Column(block, r => places[r.Practice]))),
        ];
    }

    private static T[] Column<T>(Extracts.PatientRow[] block, Func<Extracts.PatientRow, T> of) => Array.ConvertAll(block, r => of(r));
}
