using PcnMedOpt.Ide.Renaming;

namespace PcnMedOpt.Tests.Ide.Renaming;

/// <summary>Paths follow the files that they name.</summary>
public sealed class FileRenameTests
{
    private const string Project = """
        codes a "A" snomed { from "lists/a.csv" column "code" from "./lists//b.csv" column "code" }
        codes c "C" snomed { from "lists_old/a.csv" column "code" }$0
        --- medopt.json
        { "name": "lists", "emisCodes": "lists/emis.csv", "templates" : "own/pages" }
        """;

    [Theory]
    [InlineData("lists/a.csv", "published/fbc.csv", "from \"published/fbc.csv\" column \"code\" from \"./lists//b.csv\"", "\"lists/emis.csv\", \"templates\" : \"own/pages\"")]
    [InlineData("lists", "published", "from \"published/a.csv\" column \"code\" from \"published/b.csv\"", "\"published/emis.csv\", \"templates\" : \"own/pages\"")]
    [InlineData("own", "ours/all", "from \"lists/a.csv\" column \"code\" from \"./lists//b.csv\"", "\"lists/emis.csv\", \"templates\" : \"ours/all/pages\"")]
    [InlineData("test.medopt", "other.medopt", "from \"lists/a.csv\" column \"code\" from \"./lists//b.csv\"", "\"lists/emis.csv\", \"templates\" : \"own/pages\"")]
    public void Paths_follow(string from, string to, string inCodes, string inSettings)
    {
        var text = IdeText.Of(Project);
        var answer = FileRenames.Of(text.Compilation, [new FileMove(from, to)]);
        Assert.Empty(answer.Refusals);
        Assert.Contains(inCodes, answer.Edit.Apply("test.medopt", text.TextOf("test.medopt")), StringComparison.Ordinal);
        Assert.Contains("from \"lists_old/a.csv\"", answer.Edit.Apply("test.medopt", text.TextOf("test.medopt")), StringComparison.Ordinal);
        Assert.Contains(inSettings, answer.Edit.Apply("medopt.json", text.TextOf("medopt.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a\"b.csv")]
    [InlineData("../a.csv")]
    public void A_path_that_cannot_be_written_is_told(string? to)
    {
        var answer = FileRenames.Of(IdeText.Of(Project).Compilation, [new FileMove("lists/a.csv", to)]);
        Assert.Empty(answer.Edit.Edits);
        Assert.Equal(["'lists/a.csv' leaves the project, or gets a name that cannot be written, and is still named in test.medopt, line 1."], answer.Refusals);
    }
}
