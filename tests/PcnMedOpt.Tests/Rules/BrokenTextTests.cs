using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Rules;

/// <summary>One slip in a sound project gives one finding, whatever it breaks.</summary>
public sealed class BrokenTextTests
{
    private const string Sound = """
        protocol reviews "Reviews" {
          version 2026.1
          evidence pcn_des "Network Contract DES" dated 2026-04-01
        }
        parameter many "Many medicines" = 10 allow 8 to 15
        codes white_cells "White cells" snomed {
          << 1022541000000102 |Total white cell count|
          unit 10*9/L plausible 0 to 500
        }
        codes methotrexate "Methotrexate" dmd { 12816911000001103 |Methotrexate 25mg/5ml oral solution| }
        cohort eligible "Eligible" {
          from registered
          include any {
            "Many": count of distinct medicines by substance issued in last 6 months >= many [evidence pcn_des]
            "Low": latest white_cells value < 3.5 10*9/L [evidence pcn_des]
          }
          exclude any {
            "Treated": methotrexate issued in last 6 months
          }
          run every 6 months [evidence pcn_des]
        }
        measure reviewed "Reviewed" {
          of eligible
          count when white_cells recorded in this quarter
        }
        pack reviews_pack "Reviews" {
          contains eligible, reviewed
          targets emis, print
        }
        example "Treated" {
          on 2026-11-20
          patient {
            born 1944-03-02
            methotrexate issued 2026-10-01
          }
          expect not in eligible because "Treated"
        }
        """;

    [Fact]
    public void The_project_is_sound() => Assert.Empty(TestProject.Of(Sound).Slugs());

    [Theory]
    [InlineData("protocol reviews", "portocol reviews")]
    [InlineData("protocol reviews", "reviews")]
    [InlineData("protocol reviews \"Reviews\" {", "protocol reviews \"Reviews\" { {")]
    [InlineData("parameter many", "praameter many")]
    [InlineData("codes white_cells", "code white_cells")]
    [InlineData("codes white_cells", "white_cells")]
    [InlineData("unit 10*9/L plausible", "unti 10*9/L plausible")]
    [InlineData("plausible 0 to 500", "plausibel 0 to 500")]
    [InlineData("cohort eligible", "chort eligible")]
    [InlineData("from registered", "from")]
    [InlineData("from registered", "from registered registered")]
    [InlineData("include any {", "include any")]
    [InlineData("include any {", "include any { {")]
    [InlineData("  }\n  exclude", "  exclude")]
    [InlineData("  }\n  exclude", "  } }\n  exclude")]
    [InlineData("  }\n  run", "  run")]
    [InlineData("in last 6 months >= many", "in last last 6 months >= many")]
    [InlineData("run every 6 months", "run every every 6 months")]
    [InlineData("contains eligible, reviewed", "contains eligible,")]
    [InlineData("contains eligible, reviewed", "contains eligible, reveiwed")]
    [InlineData("    methotrexate issued 2026-10-01\n  }", "    methotrexate issued 2026-10-01")]
    [InlineData("expect not in eligible", "expect not in")]
    [InlineData("latest white_cells value", "latest white_cels value")]
    public void A_mistake_is_found_once(string right, string wrong)
    {
        Assert.Contains(right, Sound, StringComparison.Ordinal);
        var found = TestProject.Of(Sound.Replace(right, wrong, StringComparison.Ordinal)).Diagnostics.Where(d => d.Severity >= Severity.Warning).ToList();
        Assert.True(found.Count == 1, string.Join('\n', found.Select(TestProject.Shown)));
    }
}
