using PcnMedOpt.Core.Parsing;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Whole declarations. Each is sound as it stands, before anything is filled in.</summary>
internal static class DeclarationPhrases
{
    public static readonly Phrase[] All =
    [
        Whole(ProtocolWord, "protocol", "what the file is, and who answers for it", """
            protocol ${1:my_protocol} "${2:Title}" {
              version ${3:0.1}
              status draft
              owner "${4:Lead pharmacist of the network}"
              author "${5:To be named by the network}"
            }
            """),
        Whole(CodesWord, "codes (SNOMED CT)", "a code set of SNOMED CT", """
            codes ${1:my_codes} "${2:Title}" snomed {
              ${3:1239511000000100 |Structured medication review|}
            }
            """),
        Whole(CodesWord, "codes (dm+d)", "a code set of medicines", """
            codes ${1:my_medicines} "${2:Title}" dmd {
              ${3:319775004 |Aspirin 75mg tablets|}
            }
            """),
        Whole(CohortWord, "cohort", "who: a named group of patients", """
            cohort ${1:my_cohort} "${2:Title}" {
              include any {
                "${3:75 or over}": ${4:age >= 75 years}
              }
            }
            """),
        Whole(MeasureWord, "measure", "how many of whom", """
            measure ${1:my_measure} "${2:Title}" {
              of ${3:@cohort}
              count when ${4:@set recorded in this quarter}
              by practice
              reported quarterly
            }
            """),
        Whole(TemplateWord, "template", "a coded consultation", """
            template ${1:my_template} "${2:Title}" {
              for ${3:@cohort}
              duration ${4:30 minutes}
              step 1 "${5:Aim}" {
                text ${6:matters_most} "${7:What matters most to you about your medicines?}" required uncoded "${8:patient's own words}"
              }
            }
            """),
        Whole(SopWord, "sop (monitoring)", "a procedure that monitors a medicine", """
            sop ${1:my_monitoring} "${2:Title}" {
              from registered
              drug ${3:@medicine} taking when issued in last ${4:6 months}
              setting "${5:GP practice}"
              baseline ${6:@result} within ${7:4 weeks} before start
              phase maintenance "${8:Maintenance}" {
                ${6:@result} every ${9:12 weeks}
              }
              step search "${10:Run the search of who is overdue}" by ${11:pharmacist} every ${12:1 week}
            }
            """),
        Whole(SopWord, "sop (document)", "a procedure as a document", """
            sop ${1:my_procedure} "${2:Title}" {
              setting "${3:GP practice}"
              step first "${4:What is done}" by ${5:pharmacist}
            }
            """),
        Whole(LetterWord, "letter", "a letter or text message to patients", """
            letter ${1:my_letter} "${2:Title}" {
              to ${3:@cohort}
              body sms "${4:Please call us to book a review of your medicines}: {{practice.phone\}\}"
            }
            """),
        Whole(WorkflowWord, "workflow", "who does what, by when, and what follows", """
            workflow ${1:my_workflow} "${2:Title}" {
              start when ${3:@set recorded in last 7 days}
              step ${4:review} "${5:What is done}" by ${6:pharmacist} within ${7:7 days} of start -> done
              end done
            }
            """),
        Whole(RegisterWord, "register", "a table that the practice fills in", """
            register ${1:my_register} "${2:Title}" {
              column ${3:reference} "${4:Reference}" text required unique
              column ${5:received} "${6:Received}" date required
              column closed "${7:Closed}" date not before ${5:received}
            }
            """),
        Whole(ChecklistWord, "checklist", "what must be there, and what shows it", """
            checklist ${1:my_checklist} "${2:Title}" {
              item "${3:What must be there}" evidence file quarterly
            }
            """),
        Whole(PackWord, "pack", "what a practice downloads", """
            pack ${1:my_pack} "${2:Title}" {
              contains ${3:@member}
              targets emis, systmone, print, workbook
              for practice "${4:What to do with it}"
            }
            """),
        Whole(ExampleWord, "example", "a patient, and whether the cohort finds them", """
            example "${1:Who is found}" {
              on @today
              patient {
                born ${2:1950-06-15}
                ${3:@set} recorded ${4:@today}
              }
              expect not in ${5:@cohort}
            }
            """),
        Whole(ParameterWord, "parameter", "what a practice may change, and how far", """
            parameter ${1:my_parameter} "${2:Title}" = ${3:12 months} allow ${4:6 months} to ${5:12 months}
            """),
    ];

    private static Phrase Whole(Core.Syntax.TokenKind keyword, string label, string detail, string text) => new(Slot.Declaration, keyword, label, text.ReplaceLineEndings("\n"), detail);
}
