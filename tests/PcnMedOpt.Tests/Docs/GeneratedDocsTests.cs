using System.Text;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Commands;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Docs;

/// <summary>The documentation that is written from the code: the rules, and the spellings of units.</summary>
public sealed class GeneratedDocsTests
{
    [Fact]
    public void Every_rule_has_its_page_in_the_documentation()
    {
        var index = new StringBuilder("# Rules\n\nEvery finding has an id, a slug, a severity and a page. An error cannot be silenced; a warning or note can, with a day and a reason:\n`// allow unused-code-set until 2027-01-01: kept for the next version` on the line before it.\n\n| id | rule | severity | |\n|---|---|---|---|\n");
        foreach (var kind in AllKinds.All)
        {
            Snapshot.Check(Repository.PathOf("docs", "rules", kind.Slug + ".md"), RulePages.Markdown(kind));
            index.Append($"| {kind.Id} | [{kind.Slug}]({kind.Slug}.md) | {kind.Severity.ToString().ToLowerInvariant()} | {kind.Title} |\n");
        }
        Snapshot.Check(Repository.PathOf("docs", "rules", "README.md"), index.ToString());
        var pages = Directory.GetFiles(Repository.PathOf("docs", "rules"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "README");
        Assert.Equal(AllKinds.All.Select(k => k.Slug).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_spellings_of_units()
    {
        var text = new StringBuilder("# Units\n\nUnits are written as UCUM writes them (case sensitive): `10*9/L`, `umol/L`, `mL/min/{1.73_m2}`, `mm[Hg]`. What braces hold counts: `mL/min` and `mL/min/{1.73_m2}` never convert into each other. An amount of substance (mol) is a dimension of its own here, and `Cel` converts to nothing else.\n\nIn a protocol another spelling is an error that offers the UCUM form. In a patient's record these spellings are read, besides superscripts, the micro sign and powers written as `10^9` or `x10^9`:\n\n| spelling | read as |\n|---|---|\n");
        foreach (var (spelling, unit) in UnitSpellings.Documented) text.Append($"| `{spelling}` | `{unit}` |\n");
        Snapshot.Check(Repository.PathOf("docs", "units.md"), text.ToString());
    }
}
