using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Emit;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>A project with something of each kind, for what an editor shows: places in it are named by the words around them.</summary>
public static class ShownProject
{
    private const string Review = """"
        protocol review "Medication *reviews*" {
          version 2026.1
          status active
          owner "Lead pharmacist"
          author "One" reviewer "Two"
          approved 2026-04-02 by "Group"
          review by 2026-09-30
          evidence des "Network Contract DES" dated 2026-04-01 url "https://www.england.nhs.uk/gp/"
          evidence plain "A source <script>"
        }

        parameter review_interval "Review interval" = 12 months allow 6 months to 12 months

        /// Asthma, **active** or not. ![picture](http://x/y.png) <b>bold</b>
        codes asthma "Asthma" snomed {
          << 195967001 |Asthma|
          304527002
          ^ 999012891000230104 |Asthma register| cluster "AST_COD"
          from "lists/asthma.csv" column "code" term "term"
          except 281239006 |Exacerbation of asthma|
        }
        codes resolved "Asthma resolved" snomed { 162660004 |Asthma resolved| 195967002 |Wrong digit| }
        codes peak_flow "Peak flow" snomed { 18491006 |Peak expiratory flow rate| unit L/min plausible 0 to 800 awaiting "Home readings" }
        codes inhalers "Inhalers" dmd { vtm 91143003 |Salbutamol| 35908811000001101 |Beclometasone| }
        codes both "Both" dmd = inhalers or unknown_set

        /// Who is asked.
        cohort asthma_review "Asthma review" {
          from registered
          include any {
            "Active": latest of asthma, resolved is asthma and no asthma recorded in last review_interval [evidence des "2"]
            "Many": count of distinct medicines by substance issued in last 6 months >= 10
            "Low": latest peak_flow value < 200 L/min between 3 months and 6 months ago
            "After": asthma recorded within 28 days after latest resolved recorded
            "Old": age >= 75 years or not (sex is female)
          }
          exclude any { "Done": asthma recorded in this quarter [evidence plain] }
          run every 6 months
        }
        measure reviewed "Reviewed" { of asthma_review count when asthma recorded in last 6 months reported monthly }
        letter invitation "Invitation" { to asthma_review body sms "Dear {{patient.name}}, every {{review_interval}}: {{what}} {{review_form.duration}}" }
        pack asthma_pack "Asthma pack" { contains asthma_review, invitation targets emis }
        """";

    private const string Documents = """
        sop preventer "Preventer monitoring" {
          from registered
          drug inhalers taking when issued in last 6 months
          baseline peak_flow within 4 weeks before start
          phase starting "Starting" for 3 months { peak_flow every 1 month }
          phase later "Later" { peak_flow every 12 weeks grace 2 weeks }
          also after stopping for 2 months { peak_flow every 1 month }
          limit flow "Peak flow" of peak_flow in L/min { red below 100 "Call." green 100 and above }
          step search "Run the search" by technician every 1 week
        }
        cohort late "Late" { include any { "Overdue": in preventer.overdue.peak_flow "Taking": in preventer.taking } }
        template review_form "Review form" {
          for asthma_review duration 20 minutes
          step 1 "Aim" { tick bloods "Blood tests due" uncoded "prompt" date next "Next test" required when bloods ticked uncoded "diary" }
        }
        workflow discharge "Discharge" {
          start when asthma recorded in last 7 days
          step triage "Triage" by pharmacist within 1 working day of start -> close
          end close "Closed"
        }
        register alerts "Alerts" { column class "Class" one of "A", "B" required column received "Received" date deadline of class from received { "A" within 2 days } }
        example "A patient with asthma" {
          on 2026-11-20
          patient "First" { born 1950-01-01 sex female asthma recorded 2026-10-01 code 195967001 |Asthma| recorded 2026-10-01 }
          expect "First" in asthma_review because "Active"
          expect "First" not in preventer.due
        }
        // allow unused-code-set until 2027-01-01: kept
        codes unused "Unused" snomed { 195967001 }
        """;

    private const string Settings = "{ \"parameters\": { \"review_interval\": \"6 months\" } }";

    private const string List = "code,term\n195967001,Asthma (disorder)\n370219009,Moderate asthma\n";

    public static Compilation Compilation { get; } = TestProject.Of(
        [new("review.medopt", Review.ReplaceLineEndings("\n")), new("documents.medopt", Documents.ReplaceLineEndings("\n")), new("lists/asthma.csv", List)],
        SettingsReader.Read(Settings),
        targets: Targets.All(null));

    /// <summary>EMIS and SystmOne.</summary>
    public static ImmutableArray<ITarget> Systems { get; } = Targets.Shown(Compilation.Targets);

    /// <summary>The file that has some words, and the place of the cursor <c>$0</c> in them.</summary>
    public static (SourceFile File, int Offset) Place(string words)
    {
        var mark = words.IndexOf("$0", StringComparison.Ordinal);
        var text = words.Remove(mark, 2);
        var file = Compilation.Files.Values.First(f => f.Text.Contains(text, StringComparison.Ordinal));
        return (file, file.Text.IndexOf(text, StringComparison.Ordinal) + mark);
    }
}
