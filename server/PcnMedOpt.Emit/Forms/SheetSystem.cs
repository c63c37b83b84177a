namespace PcnMedOpt.Emit.Forms;

/// <summary>Whose template a person builds, and what the parts of one are called there.</summary>
/// <param name="Name">The system.</param>
/// <param name="Diary">An entry that brings the patient back on a day.</param>
/// <param name="HasOwnCodes">It has an identifier of its own for each code.</param>
internal sealed record SheetSystem(string Name, string Diary, bool HasOwnCodes)
{
    public static readonly SheetSystem Emis = new("EMIS Web", "diary entry", true);

    public static readonly SheetSystem Systmone = new("SystmOne", "recall", false);

    public string DiaryHeading => char.ToUpperInvariant(Diary[0]) + Diary[1..];
}
