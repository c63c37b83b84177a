using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tool.Databases;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Databases;

/// <summary>Amounts are exact, and addresses are read without telling what is secret.</summary>
public sealed class ExactAmountTests
{
    [Theory]
    [InlineData("100", "umol/L", "0.1", "1", "L-3N1")]
    [InlineData("-0.05", "", "-0.05", "1", null)]
    [InlineData("1", "U/L", "0.00005", "3", "L-3N1T-1")]
    [InlineData("3", "U/L", "0.00005", "1", "L-3N1T-1")]
    [InlineData("3.50", "10*9/L", "3500000000000", "1", "L-3")]
    [InlineData("45", "mL/min/{1.73_m2}", "0.00000075", "1", "L3T-1{1.73_m2}")]
    [InlineData("5", "%", "0.05", "1", "1")]
    public void An_amount_is_a_decimal_and_a_divisor(string number, string unit, string text, string per, string? kind)
    {
        var known = unit.Length == 0 ? Unit.None : Ucum.Find(unit)!;
        var exact = ExactAmount.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), known);
        Assert.Equal((text, per, kind), (exact.Text, exact.PerText, ExactAmount.KindOf(known)));
    }

    [Theory]
    [InlineData("postgres://me@db.example:6000/network", "postgres://me@db.example:6000/network")]
    [InlineData("postgresql://me:a%40b@db.example/network", "postgres://me@db.example:5432/network")]
    [InlineData("postgres://me:secret@/network?host=%2Frun%2Fpostgresql", "postgres://me@/run/postgresql:5432/network")]
    public void An_address_is_shown_without_its_password(string address, string shown) => Assert.Equal(shown, DatabaseAddress.Read(address).ToString());

    [Theory]
    [InlineData("mysql://me:secret@db.example/network")]
    [InlineData("postgres://me:secret@/network")]
    [InlineData("postgres://me:secret@db.example:port/network")]
    [InlineData("postgres://me:secret@db.example/network?pooling=secret")]
    public void An_address_that_cannot_be_read_is_not_repeated(string address) =>
        Assert.DoesNotContain("secret", Assert.Throws<UsageException>(() => DatabaseAddress.Read(address)).Message, StringComparison.Ordinal);
}
