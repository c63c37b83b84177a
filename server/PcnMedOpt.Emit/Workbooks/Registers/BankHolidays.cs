using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Workbooks.Registers;

/// <summary>A day on which England does not work.</summary>
internal sealed record BankHoliday(DateOnly Day, string Name);

/// <summary>
/// Bank holidays of England and Wales. Source: GOV.UK, https://www.gov.uk/bank-holidays, as the Ministry of Justice keeps it in
/// https://github.com/ministryofjustice/govuk-bank-holidays (commit 4a2b76d of 25 February 2026), read on 21 November 2026. Later years are not published there.
/// </summary>
internal static class BankHolidays
{
    public const string Source =
        "GOV.UK, bank holidays in England and Wales (https://www.gov.uk/bank-holidays), as the Ministry of Justice keeps the list (github.com/ministryofjustice/govuk-bank-holidays, 25 February 2026), read on 21 November 2026.";

    public static readonly ImmutableArray<BankHoliday> All =
    [
        new(new(2026, 1, 1), "New Year's Day"), new(new(2026, 4, 3), "Good Friday"), new(new(2026, 4, 6), "Easter Monday"), new(new(2026, 5, 4), "Early May bank holiday"),
        new(new(2026, 5, 25), "Spring bank holiday"), new(new(2026, 8, 31), "Summer bank holiday"), new(new(2026, 12, 25), "Christmas Day"), new(new(2026, 12, 28), "Boxing Day (substitute day)"),
        new(new(2027, 1, 1), "New Year's Day"), new(new(2027, 3, 26), "Good Friday"), new(new(2027, 3, 29), "Easter Monday"), new(new(2027, 5, 3), "Early May bank holiday"),
        new(new(2027, 5, 31), "Spring bank holiday"), new(new(2027, 8, 30), "Summer bank holiday"), new(new(2027, 12, 27), "Christmas Day (substitute day)"), new(new(2027, 12, 28), "Boxing Day (substitute day)"),
        new(new(2028, 1, 3), "New Year's Day (substitute day)"), new(new(2028, 4, 14), "Good Friday"), new(new(2028, 4, 17), "Easter Monday"), new(new(2028, 5, 1), "Early May bank holiday"),
        new(new(2028, 5, 29), "Spring bank holiday"), new(new(2028, 8, 28), "Summer bank holiday"), new(new(2028, 12, 25), "Christmas Day"), new(new(2028, 12, 26), "Boxing Day"),
    ];
}
