using PcnMedOpt.Core;
using PcnMedOpt.Ide.Lenses;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The lines above declarations: what they say, and what a click does.</summary>
public sealed class CodeLensTests
{
    [Fact]
    public void Lines_say_who_uses_a_declaration_and_where_it_is() => Assert.Equal(
        """
        preventer: used by 2 (medopt.showReferences, 3 places)
        preventer: run 1 example (medopt.runExamples, 1 places)
        preventer: preview (medopt.preview, 0 places)
        late: not used (medopt.showReferences, 0 places)
        late: preview (medopt.preview, 0 places)
        review_form: used by 1 (medopt.showReferences, 1 places)
        review_form: in pack asthma_pack (medopt.showReferences, 1 places)
        review_form: preview (medopt.preview, 0 places)
        discharge: not used (medopt.showReferences, 0 places)
        discharge: preview (medopt.preview, 0 places)
        alerts: not used (medopt.showReferences, 0 places)
        alerts: preview (medopt.preview, 0 places)
        A patient with asthma: run (medopt.runExamples, 1 places)
        unused: not used (medopt.showReferences, 0 places)
        """.ReplaceLineEndings("\n"),
        string.Join('\n', Lines(ShownProject.Compilation, "documents.medopt")));

    [Theory]
    [InlineData("", "")]
    [InlineData("cohort", "")]
    [InlineData("codes a \"A\" snomed {", "a: not used (medopt.showReferences, 0 places)")]
    [InlineData("protocol p \"P\" { }\n// comment", "")]
    public void Damaged_text_has_what_can_be_told(string text, string expected) => Assert.Equal(expected, string.Join('\n', Lines(IdeText.Of(text + "$0").Compilation, "test.medopt")));

    [Fact]
    public void At_every_declaration_of_the_shipped_protocols()
    {
        foreach (var file in ShippedText.Compilation.Files.Values)
            foreach (var lens in CodeLenses.In(ShippedText.Compilation, file))
            {
                ShippedText.AssertInside(file, lens.Span);
                var command = CodeLenses.Resolve(ShippedText.Compilation, file.Path, lens);
                Assert.NotEqual("", command?.Title ?? "");
                Assert.All(command?.Places ?? [], p => ShippedText.AssertInside(ShippedText.Compilation.Files[p.Path], p.Span));
            }
    }

    private static IEnumerable<string> Lines(Compilation compilation, string path) =>
        from lens in CodeLenses.In(compilation, compilation.Files[path])
        let command = CodeLenses.Resolve(compilation, path, lens)
        where command is not null
        select $"{command.Subject}: {command.Title} ({command.Name}, {command.Places.Length} places)";
}
