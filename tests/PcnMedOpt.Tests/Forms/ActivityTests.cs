using PcnMedOpt.Emit.Forms;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Forms;

/// <summary>The monthly extract: what its columns hold is promised in the documentation.</summary>
public sealed class ActivityTests
{
    [Fact]
    public void The_documentation_has_the_columns_of_the_header()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "templates.md")).ReplaceLineEndings("\n");
        Assert.Contains("| column | what it holds |\n|---|---|\n" + string.Concat(ActivityCsv.Columns.Select(c => $"| `{c.Name}` | {c.Holds} |\n")) + "\n", page, StringComparison.Ordinal);
        Assert.Equal(string.Join(',', ActivityCsv.Columns.Select(c => $"\"{c.Name}\"")) + "\r\n", ActivityCsv.Header);
    }
}
