using PcnMedOpt.Core;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Codes;

/// <summary>A published list that a spreadsheet damaged, beside its intact version.</summary>
public sealed class SpreadsheetDamageTests
{
    private const string Damaged = "opensafely-methotrexate-oral.DAMAGED-ids.csv";
    private const string Intact = "opensafely-methotrexate-oral.csv";

    [Fact]
    public void Each_damaged_row_of_a_published_list_is_found_once_and_its_identifier_named()
    {
        if (Published(Damaged) is not { } damaged || Published(Intact) is not { } intact) return;
        var findings = Damages(Project(new(Damaged, damaged), new(Intact, intact)));
        Assert.Equal(97, findings.Count);
        Assert.All(findings, f => Assert.Equal(Damaged, f.Path));
        Assert.Equal(97, findings.Select(f => f.From.Line).Distinct().Count());
        Assert.Equal(97, findings.Count(f => f.Diagnostic.Hint.StartsWith("It was probably ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_the_intact_list_nothing_is_guessed()
    {
        if (Published(Damaged) is not { } damaged) return;
        var findings = Damages(Project(new KeyValuePair<string, string>(Damaged, damaged)));
        Assert.Equal(97, findings.Count);
        Assert.DoesNotContain(findings, f => f.Diagnostic.Hint.StartsWith("It was probably ", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_code_sets_that_take_in_one_list_report_its_rows_once()
    {
        const string list = "code,term\n12816911000001100,Methotrexate 25mg/5ml oral solution\n";
        const string sets = """
            codes one "One" dmd { from "list.csv" column "code" }
            codes two "Two" dmd { from "list.csv" column "code" term "term" }
            """;
        Assert.Single(Damages(TestProject.Of([new("test.medopt", sets), new("list.csv", list)])));
    }

    private static string? Published(string name) => Repository.Shared("data", "codelists", name) is { } path ? File.ReadAllText(path) : null;

    private static Compilation Project(params KeyValuePair<string, string>[] lists)
    {
        var sets = lists.Select((l, i) => $"codes set_{i} \"Set {i}\" dmd {{ from \"{l.Key}\" column \"code\" term \"term\" }}");
        return TestProject.Of([new("test.medopt", string.Join('\n', sets)), .. lists]);
    }

    private static List<LocatedDiagnostic> Damages(Compilation project) => [.. project.Diagnostics.Where(d => d.Diagnostic.Kind.Slug == "spreadsheet-damage")];
}
