using System.Text;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Emis.Reading;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Emis;

/// <summary>What is read of a file that anybody may have written: all of it or a clear refusal.</summary>
public sealed class EmisReadingTests
{
    private const string Head = $"<enquiryDocument xmlns=\"{EmisWriter.XmlNamespace}\"><id>A</id>";

    private const string Report =
        "<report><id>B</id><name>Search</name><populationType>PATIENT</populationType><parent parentType=\"ACTIVE\"/><searchDate>BASELINE</searchDate><population>{0}</population></report></enquiryDocument>";

    [Theory]
    [InlineData("", "1:1", "no sound XML")]
    [InlineData("<a>", "1:1", "no sound XML")]
    [InlineData("<codes/>", "1:1", "no enquiryDocument")]
    [InlineData("<enquiryDocument/>", "1:1", "no enquiryDocument")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>", "1:1", "document type")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "1:1", "document type")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"1\"><!ENTITY y \"&x;&x;&x;\"><!ENTITY z \"&y;&y;&y;\">]><a>&z;</a>", "1:1", "document type")]
    public void What_is_no_file_of_searches_is_refused(string xml, string place, string message) => AssertRefused(Encoding.UTF8.GetBytes(xml), place, message);

    [Fact]
    public void A_file_that_is_too_deep_is_refused() =>
        AssertRefused(Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("<a>", 100_000))), null, "deep in each other");

    [Fact]
    public void A_document_type_is_refused_in_any_encoding() =>
        AssertRefused(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<!DOCTYPE a []><a/>")).ToArray(), null, "document type");

    [Theory]
    [InlineData("<criteriaGroup><definition><memberOperator>XOR</memberOperator></definition></criteriaGroup>", "XOR")]
    [InlineData("<criteriaGroup><definition><memberOperator>AND</memberOperator><criteria/></definition></criteriaGroup>", "asks nothing")]
    [InlineData("<criteriaGroup><definition><memberOperator>AND</memberOperator></definition><actionIfTrue>KEEP</actionIfTrue></criteriaGroup>", "KEEP")]
    [InlineData("<criteriaGroup><actionIfTrue>SELECT</actionIfTrue></criteriaGroup>", "neither definition nor libraryItem")]
    public void What_cannot_be_meant_is_said_with_its_line(string group, string message) =>
        AssertRefused(Encoding.UTF8.GetBytes(Head + "\n" + string.Format(System.Globalization.CultureInfo.InvariantCulture, Report, group)), null, message);

    [Fact]
    public void Reports_that_ask_each_other_in_a_circle_are_refused() => AssertRefused(
        Encoding.UTF8.GetBytes($"{Head}<report><id>B</id><name>One</name><parent parentType=\"POP\"><SearchIdentifier reportGuid=\"b\"/></parent><population/></report></enquiryDocument>"),
        null,
        "depends on itself");

    [Fact]
    public void Nothing_that_is_not_understood_is_lost()
    {
        var (document, fault) = EmisReader.Read(File.ReadAllBytes(Repository.PathOf("tests", "emis", "not-understood.xml")));
        Assert.Null(fault);
        Snapshot.Check(Repository.PathOf("tests", "emis", "not-understood.txt"), string.Join('\n', document!.Others.Select(o => $"{o.Place}: {o.Within}: {o.Name} = {o.Text}{(o.IsLogic ? "" : " (no logic)")}")));
    }

    [Fact]
    public void The_public_example_is_read_whole()
    {
        if (Repository.Shared("reference", "emis-example.xml") is not { } path) return;
        var (document, fault) = EmisReader.Read(File.ReadAllBytes(path));
        Assert.Null(fault);
        Assert.DoesNotContain(document!.Others, o => o.IsLogic);
        Assert.Equal([EmisReportKind.Population, EmisReportKind.Population, EmisReportKind.List], document.Reports.Select(r => r.Kind));
    }

    private static void AssertRefused(byte[] xml, string? place, string message)
    {
        var (document, fault) = EmisReader.Read(xml);
        Assert.Null(document);
        Assert.Contains(message, fault!.Message, StringComparison.Ordinal);
        if (place is not null) Assert.Equal(place, fault.Place.ToString());
    }
}
