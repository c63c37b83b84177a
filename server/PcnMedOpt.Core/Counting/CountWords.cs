using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>What every form of a count says in the same words.</summary>
public static class CountWords
{
    public const string NotSuppressed = "NOT SUPPRESSED: small numbers are shown. For use inside the practice only; it must not leave it.";

    public const string None = "No fault was found in the data.";

    /// <summary>What became of small numbers.</summary>
    public static string Suppressed(int? below) => below is not { } limit
        ? NotSuppressed
        : string.Create(CultureInfo.InvariantCulture, $"Numbers from 1 to {limit - 1} are shown as <{limit}. ≥{limit} and * stand for numbers that would give one of these away: {limit} or more, and any number.");

    /// <summary>Why a count may be wrong, in a sentence or two each; none where nothing is known against it.</summary>
    public static IEnumerable<string> Of(Caveats caveats)
    {
        if (!caveats.Incomplete.IsEmpty) yield return Incomplete(caveats.Incomplete);
        if (caveats.HasMedicinesByCode)
            yield return "Different medicines are told apart by their dm+d identifiers: two strengths, forms or brands of one substance count as two. The number of a patient's medicines may be too high.";
    }

    private static string Incomplete(ImmutableArray<string> sets) =>
        $"{(sets.Length == 1 ? "This code set is" : "These code sets are")} not wholly known: {string.Join(", ", sets)}. The count may be too low because of {(sets.Length == 1 ? "it; where it" : "them; where one of them")} stands in an exclusion, too high.";

    public static string Of(Population population) => population switch
    {
        OfCohort of => $"in {of.FullName}",
        Everyone => "in the data, also those who left or died",
        _ => "registered",
    };

    public static string Of(Denominator denominator) => denominator is RecordsOf records ? $"records of {records.Set}, {Of(records.Population)}" : Of(denominator.Population);

    public static string Of(Inclusion inclusion) => inclusion.Quantifier switch
    {
        Quantifier.Any => "include any of",
        Quantifier.All => "include all of",
        _ => string.Create(CultureInfo.InvariantCulture, $"include at least {inclusion.AtLeast} of"),
    };

    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.Practice => "practice",
        Dimension.AgeBand => "age band",
        Dimension.Sex => "sex",
        _ => "reason",
    };

    /// <summary>Whether a target is met; empty where it has none, or the share is not told.</summary>
    public static string Met(Target? target, Figure numerator, Figure? denominator) =>
        target is null || Shares.Percent(numerator, denominator) is not { } percent ? "" : target.IsMet(percent) ? "met" : "not met";
}
