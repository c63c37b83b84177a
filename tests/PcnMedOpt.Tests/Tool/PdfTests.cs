using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Pdf;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Tool;

/// <summary>Documents as PDF. Where there is no browser these tests are skipped, and with CI=true a skipped test is a failed one.</summary>
public sealed partial class PdfTests : IDisposable
{
    private const string Page = "<!DOCTYPE html><html lang=\"en-GB\"><head><title>A page</title></head><body><h1>Heading</h1><table><tr><th>a</th><td>b</td></tr></table></body></html>";

    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly Medopt medopt = new();

    public void Dispose() => medopt.Dispose();

    [Fact]
    public void Two_builds_are_equal_byte_for_byte_and_the_manifest_holds_the_pdf()
    {
        Browser();
        medopt.Write("p/medopt.json", "{}");
        medopt.Write("p/case.medopt", File.ReadAllText(Repository.PathOf("tests", "cases", "printed-documents", "case.medopt")));
        foreach (var folder in new[] { "one", "two" }) Assert.Equal(0, medopt.Run("build", "p", "--pdf", "--out", folder, "--today", "2026-11-20").ExitCode);
        string[] Files(string folder) => [.. Directory.GetFiles(Path.Combine(medopt.Folder, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(8, Files("one").Count(f => f.EndsWith(".pdf", StringComparison.Ordinal)));
        Assert.All(Files("one").Zip(Files("two")), pair => Assert.True(File.ReadAllBytes(pair.First).SequenceEqual(File.ReadAllBytes(pair.Second)), pair.First));
        Assert.Contains("\"path\": \"print/weekly.pdf\"", medopt.Read("one/packs/documents-1.2/manifest.json"), StringComparison.Ordinal);
        Assert.Contains("href=\"print/weekly.pdf\"", medopt.Read("one/packs/documents-1.2/install.html"), StringComparison.Ordinal);
        Assert.Equal(0, medopt.Run("verify", "one/packs/documents-1.2.zip").ExitCode);
        foreach (var file in Files("one").Where(f => f.EndsWith(".pdf", StringComparison.Ordinal))) IsSound(File.ReadAllBytes(file));
    }

    /// <summary>The same whatever was printed in the same browser before.</summary>
    [Fact]
    public async Task A_page_is_the_same_whatever_is_printed_beside_it()
    {
        var browser = Browser();
        var alone = await PdfPrinter.Print(browser, [Page], Day, PdfPrinter.Patience);
        var among = await PdfPrinter.Print(browser, [.. Enumerable.Repeat(Page.Replace("Heading", "Other", StringComparison.Ordinal), 5), Page], Day, PdfPrinter.Patience);
        Assert.Equal(alone[0], among[^1]);
        IsSound(alone[0]);
    }

    [Fact]
    public void Without_a_browser_it_is_said_what_to_install()
    {
        medopt.Run("new", "ours");
        var run = medopt.Run("build", "ours", "--pdf", "--browser", "nowhere/chrome");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--browser names nowhere/chrome, and there is no such file", run.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(medopt.Folder, "ours", "dist")));
    }

    [Fact]
    public async Task A_program_that_is_no_browser_ends_with_a_message()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program of this test is one of Unix.");
        var fault = await Assert.ThrowsAsync<UsageException>(() => PdfPrinter.Print("/bin/true", [Page], Day, PdfPrinter.Patience));
        Assert.Contains("/bin/true ended before it had printed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_does_not_answer_is_stopped_with_a_message()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The program of this test is one of Unix.");
            return;
        }
        var silent = medopt.Write("silent.sh", "#!/bin/sh\nexec cat <&3 >/dev/null\n");
        File.SetUnixFileMode(silent, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var fault = await Assert.ThrowsAsync<UsageException>(() => PdfPrinter.Print(silent, [Page], Day, TimeSpan.FromSeconds(1)));
        Assert.Contains("did not answer within 1 seconds", fault.Message, StringComparison.Ordinal);
    }

    private static string Browser()
    {
        try
        {
            return Browsers.Find(null);
        }
        catch (UsageException none)
        {
            Assert.Skip(none.Message);
            throw;
        }
    }

    /// <summary>Tagged, of the day that was given, and each object where the table at the end says.</summary>
    private static void IsSound(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/CreationDate (D:20261120000000+00'00')", text, StringComparison.Ordinal);
        var table = text.IndexOf("xref", int.Parse(StartOfTable().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var places = Places().Matches(text[table..]).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Matches(@"^\d+ 0 obj", text.Substring(place, 16)));
        Assert.Equal(places.Count, Elements().Count(text));
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"^(\d{10}) 00000 n", RegexOptions.Multiline)]
    private static partial Regex Places();

    [GeneratedRegex(@"^\d+ 0 obj", RegexOptions.Multiline)]
    private static partial Regex Elements();
}
