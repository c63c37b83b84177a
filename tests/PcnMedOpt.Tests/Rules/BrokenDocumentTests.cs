using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Rules;

/// <summary>One slip in sound templates, procedures, letters, workflows, registers and checklists gives one finding, whatever it breaks.</summary>
public sealed class BrokenDocumentTests
{
    private const string Sound = """
        protocol monitoring "Monitoring" { version 1 }
        codes lithium "Lithium" dmd { vtm 16977003 |Lithium carbonate| }
        codes potassium "Potassium result" snomed {
          1000651000000109 |Serum potassium level|
          unit mmol/L plausible 1 to 12
        }
        codes reviewed "Review done" snomed { 1239511000000100 |Structured medication review| }
        parameter often "Interval" = 6 months allow 1 month to 6 months
        template review "Review" {
          for monitored.due
          duration 30 minutes
          framework "Two steps" steps 2
          step 1 "Safe" {
            number potassium_today "Potassium" code 1000651000000109 |Serum potassium level| unit mmol/L expect 2 to 9
            tick bloods "Tests due" uncoded "prompt only"
            date next "Next test" required when bloods ticked uncoded "diary entry"
          }
          step 2 "Plan" {
            outcome done "Review" code 1239511000000100 |Structured medication review| on completion
          }
        }
        sop monitored "Lithium" {
          drug lithium taking when issued in last 6 months
          phase starting "Starting" until stable for 6 weeks, taken as 12 weeks after start { potassium every 2 weeks grace 1 week }
          phase maintenance "Maintenance" { potassium every often }
          limit potassium "Potassium" of potassium {
            red   below 3.5  "Discuss the same day."
            amber 3.5 to below 4
            green 4 and above
          }
          recall first after 0 days, escalate after 4 weeks to prescriber "Do not issue without review."
        }
        letter invitation "Invitation" {
          to monitored.due
          body letter "Dear {{patient.name}}, it lasts {{review.duration}}."
          body sms "Please call {{practice.phone}}."
        }
        workflow after_review "After a review" {
          start when reviewed recorded in last 7 days
          step write "Write to the patient" by pharmacist within 7 days of start
          decision changes "Changes?" { "Yes" -> update "No" -> closed }
          step update "Update" by pharmacist within 1 day of write
          end closed "Closed"
        }
        register alerts "Alerts" {
          column class "Class" one of "Class 2", "Class 3"
          column received "Received" date
          column closed "Closed" date not before received
          deadline of class from received { "Class 2" within 48 hours "Class 3" by closed }
        }
        checklist quarterly "Each quarter" { item "Alerts are closed" from alerts quarterly }
        pack everything "Everything" { contains review, monitored, invitation, after_review, alerts, quarterly }
        """;

    [Fact]
    public void The_documents_are_sound() => Assert.Empty(TestProject.Of(Sound).Diagnostics.Where(d => d.Severity >= Severity.Warning).Select(TestProject.Shown));

    [Theory]
    [InlineData("for monitored.due", "for monitored.deu", "derived-cohort")]
    [InlineData("steps 2", "steps 3", "framework-steps")]
    [InlineData("step 2 \"Plan\"", "step 1 \"Plan\"", "framework-steps")]
    [InlineData(" unit mmol/L expect", " expect", "number-without-range")]
    [InlineData("unit mmol/L expect", "unit mg/L expect", "field-unit-differs")]
    [InlineData("unit mmol/L expect", "unit mmoll expect", "unit-unknown-in-set")]
    [InlineData("expect 2 to 9", "expect 2 to 90", "expected-not-plausible")]
    [InlineData("expect 2 to 9", "expect 9 to 2", "range-reversed")]
    [InlineData("code 1239511000000100 |Structured medication review| on", "code 1239511000000101 |Structured medication review| on", "bad-check-digit")]
    [InlineData("when bloods ticked", "when blood ticked", "required-when")]
    [InlineData("tick bloods", "tick next", "part-twice", "required-when")]
    [InlineData("drug lithium", "drug potassium", "snomed-issued", "unused-code-set")]
    [InlineData("taken as 12 weeks", "taken as 2 weeks", "taken-as-shorter")]
    [InlineData("grace 1 week", "grace 2 weeks", "grace-too-long")]
    [InlineData("potassium every 2 weeks", "lithium every 2 weeks", "dmd-recorded")]
    [InlineData("allow 1 month to 6 months", "allow 1 month to 1 year", "parameter-lengthens")]
    [InlineData("\"Maintenance\" {", "\"Maintenance\" for 1 year {", "last-phase-ends")]
    [InlineData("amber 3.5 to", "amber 3.6 to", "limit-bands")]
    [InlineData("green 4 and above", "green above 4", "limit-bands")]
    [InlineData("of potassium {", "of potassium in umol {", "unit-dimension")]
    [InlineData("first after 0 days", "first after 5 weeks", "recall-order")]
    [InlineData("{{patient.name}}", "{{patient.nam}}", "unknown-placeholder")]
    [InlineData("{{patient.name}}", "{{patient.name}", "unknown-placeholder")]
    [InlineData("Please call {{practice", "Lithium: call {{practice", "sms-names")]
    [InlineData("  duration 30 minutes\n", "", "unknown-placeholder")]
    [InlineData("-> update", "-> updaet", "step-unknown")]
    [InlineData(" \"No\" -> closed", "", "decision-without-choice")]
    [InlineData("within 7 days of start", "within 7 days of start -> write", "loop-without-end")]
    [InlineData("of write", "of update", "deadline-order")]
    [InlineData("  start when reviewed recorded in last 7 days\n", "", "deadline-order", "unused-code-set")]
    [InlineData("not before received", "not before recieved", "register-column")]
    [InlineData("\"Class 3\" by closed", "", "deadline-class")]
    [InlineData("{ \"Class 2\" within", "{ \"Class 4\" within", "deadline-class")]
    [InlineData(" from alerts quarterly", " quarterly", "item-without-evidence")]
    [InlineData(", quarterly }", " }", "in-no-pack")]
    public void A_mistake_is_found_once(string right, string wrong, params string[] slugs)
    {
        Assert.Contains(right, Sound, StringComparison.Ordinal);
        var found = TestProject.Of(Sound.Replace(right, wrong, StringComparison.Ordinal)).Diagnostics.Where(d => d.Severity >= Severity.Warning).ToList();
        Assert.True(
            slugs.Order(StringComparer.Ordinal).SequenceEqual(found.Select(d => d.Diagnostic.Kind.Slug).Order(StringComparer.Ordinal)),
            string.Join('\n', found.Select(TestProject.Shown)));
    }
}
