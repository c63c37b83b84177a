using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide;
using PcnMedOpt.Ide.Pasting;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide.Pasting;

/// <summary>Whatever is pasted: no exception, and what is inserted has no error in it, so no damaged code and nothing that is not of the language.
/// A number of a patient that is pasted is found in a comment as anywhere else, and so it should be.</summary>
public sealed class AnyPasteTests
{
    private static readonly string[] Pieces =
    [
        "195967001", "304527002", "195967002", "1.2395E+15", "12816911000001100", "301485011", "12345", "1959670010000000000", "195,967,001", "20240101",
        "Asthma", "code", "term", "|Asthma|", "|", "||", "\"", "'", "=\"", "\t", ",", ";", "\n", "\r\n", "\n", "\t", " ", "\u00a0", "\ufeff", "\u2028", "{", "}", "//", "/*", "*/", "/// allow",
        "// allow bad-check-digit until 2027-01-01: no", "except", "include a", "cohort b \"B\" {", "<<", "^", "only", "codes asthma \"Asthma\" snomed {", "\0", "\ud83d\ude00", "\ud83d", "é", "…",
    ];

    private static readonly string[] Places =
    [
        "codes asthma \"Asthma\" snomed {\n  $0\n}\n", "codes asthma \"Asthma\" dmd { $0 }", "codes asthma \"Asthma\" snomed {\n  195967001 |Asthma|$0\n  $[\n$]}", "codes asthma \"Asthma\" snomed {\r\n$0\r\n}\r\n",
        "codes asthma \"Asthma\" snomed { $0", "cohort c \"C\" { $0 }", "$0",
    ];

    [Fact]
    public void What_is_inserted_is_sound() => Prop.ForAll<byte[]>(numbers =>
    {
        var choices = new Choices(numbers);
        var read = IdeText.Of(choices.Of(Places));
        var pasted = string.Concat(choices.Many(40, () => choices.Of(Pieces)));
        var before = Errors(read.Compilation).ToList();
        for (int? column = null; column is null or < 3; column = column + 1 ?? 0)
        {
            var answer = CodePaste.Of(read.Compilation, read.Path, read.Selection, pasted, column);
            if (answer.Text is null) continue;
            var after = read.Compilation.WithFile(read.Path, ProjectEdit.Of([new FileEdit(read.Path, read.Selection, answer.Text)]).Apply(read.Path, read.Text));
            var empty = answer.Count == 0 ? ["empty-code-set"] : Array.Empty<string>();
            Assert.Equal([], Errors(after).Except(before).Except(empty));
            Assert.Equal(answer.Count, Entries(after) - Entries(read.Compilation.WithFile(read.Path, ProjectEdit.Of([new FileEdit(read.Path, read.Selection, "")]).Apply(read.Path, read.Text))));
            Assert.Equal(answer.NotTaken.Length, answer.Text.Split('\n').Count(l => l.TrimStart().StartsWith("// not taken: ", StringComparison.Ordinal)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithStartSize(20).WithEndSize(80).WithReplay(20261126, 1));

    private static IEnumerable<string> Errors(Core.Compilation compilation) =>
        compilation.Diagnostics.Where(d => (d.Severity == Severity.Error && d.Diagnostic.Kind.Slug is not "personal-data") || d.Diagnostic.Kind.Slug is "code-twice").Select(d => d.Diagnostic.Kind.Slug).Distinct();

    private static int Entries(Core.Compilation compilation) => compilation.Names.Find("asthma")?.Facts.Codes?.Entries.Length ?? 0;
}
