using PcnMedOpt.Core.Parsing;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Ide.Completion;

/// <summary>The clauses of protocols, code sets, cohorts, measures, packs and examples.</summary>
internal static class ClausePhrases
{
    public static readonly Phrase[] All =
    [
        new(Slot.ProtocolClause, VersionWord, "version …", "version ${1:0.1}", "which version this is"),
        new(Slot.ProtocolClause, StatusWord, "status …", "status ${1|draft,active,withdrawn|}", "draft until it is approved"),
        new(Slot.ProtocolClause, OwnerWord, "owner …", "owner \"${1:Lead pharmacist}\"", "who answers for it: a role"),
        new(Slot.ProtocolClause, AuthorWord, "author …", "author \"${1:Author}\"", "who wrote it"),
        new(Slot.ProtocolClause, ReviewerWord, "reviewer …", "reviewer \"${1:Reviewer}\"", "who checked it: another person than the author"),
        new(Slot.ProtocolClause, ApprovedWord, "approved …", "approved ${1:@today} by \"${2:Clinical governance group}\"", "when, and by whom"),
        new(Slot.ProtocolClause, ReviewWord, "review by …", "review by ${1:@today}", "the day by which it is looked at again"),
        new(Slot.ProtocolClause, EvidenceWord, "evidence …", "evidence ${1:source} \"${2:What it is, and where it stands}\" read ${3:@today}", "a source that thresholds cite"),
        new(Slot.ProtocolClause, ChangeWord, "change …", "change ${1:0.2} on ${2:@today} \"${3:What changed}\"", "what changed, in which version"),

        new(Slot.CodesClause, IncludeWord, "include …", "include ${1:@set}", "the codes of another code set"),
        new(Slot.CodesClause, ExceptWord, "except …", "except ", "a code or code set that is left out"),
        new(Slot.CodesClause, FromWord, "from … column …", "from \"${1:codelists/list.csv}\" column \"${2:code}\" term \"${3:term}\"", "the codes of a CSV file"),
        new(Slot.CodesClause, AwaitingWord, "awaiting …", "awaiting \"${1:Which code, and who was asked}\"", "unfinished: it matches nothing, and says so"),
        new(Slot.CodesClause, UnitWord, "unit … plausible …", "unit ${1:10*9/L} plausible ${2:0} to ${3:500}", "the unit of its results, and what is possible"),
        new(Slot.CodesClause, UnitWord, "unit …", "unit ${1:10*9/L}", "the unit of its results"),
        new(Slot.CodesClause, WithWord, "with history …", "with history ${1|minimum,none,moderate,maximum|}", "how much of retired codes is taken in"),
        new(Slot.CodesClause, OnlyWord, "only", "the entry itself, and nothing below it"),
        new(Slot.CodesClause, ShiftLeft, "<< …", "<< ", "the concept and everything below it"),
        new(Slot.CodesClause, Less, "< …", "< ", "everything below the concept, without it"),
        new(Slot.CodesClause, Caret, "^ …", "^ ", "the members of a reference set"),

        new(Slot.CohortClause, FromWord, "from …", "from ${1:registered}", "whom it starts from; without it the registered"),
        new(Slot.CohortClause, IncludeWord, "include any { … }", "include any {\n  \"${1:Label}\": $0\n}", "in it is who satisfies one of the criteria"),
        new(Slot.CohortClause, IncludeWord, "include all { … }", "include all {\n  \"${1:Label}\": $0\n}", "in it is who satisfies all criteria"),
        new(Slot.CohortClause, IncludeWord, "include at least … { … }", "include at least ${1:2} {\n  \"${2:Label}\": $0\n}", "in it is who satisfies so many criteria"),
        new(Slot.CohortClause, ExcludeWord, "exclude any { … }", "exclude any {\n  \"${1:Label}\": $0\n}", "who satisfies one of these is left out"),
        new(Slot.CohortClause, RunWord, "run every …", "run every ${1:6 months}", "how often the search is run"),
        new(Slot.Quantifier, AnyWord, "any { … }", "any {\n  \"${1:Label}\": $0\n}", "one of the criteria is enough"),
        new(Slot.Quantifier, AllWord, "all { … }", "all {\n  \"${1:Label}\": $0\n}", "all criteria must hold"),
        new(Slot.Quantifier, AtWord, "at least … { … }", "at least ${1:2} {\n  \"${2:Label}\": $0\n}", "so many criteria must hold"),
        new(Slot.Criterion, Core.Syntax.TokenKind.String, "\"…\": a criterion", "\"${1:Label}\": $0", "its label is its name everywhere"),

        new(Slot.MeasureClause, OfWord, "of …", "of ${1:@cohort}", "whom it is about"),
        new(Slot.MeasureClause, OfWord, "of registered", "all registered patients"),
        new(Slot.MeasureClause, OfWord, "of each … for …", "of each ${1:@set} recorded in this quarter for registered", "records in the place of patients"),
        new(Slot.MeasureClause, CountWord, "count when …", "count when $0", "who of them is counted"),
        new(Slot.MeasureClause, TargetWord, "target …", "target >= ${1:60} %", "what is aimed at"),
        new(Slot.MeasureClause, ByWord, "by …", "by ${1:practice, age band, sex}", "how it is broken down"),
        new(Slot.MeasureClause, ReportedWord, "reported …", "reported ${1|quarterly,monthly,yearly|}", "for which periods"),

        new(Slot.PackClause, ContainsWord, "contains …", "contains ${1:@member}", "what a practice downloads"),
        new(Slot.PackClause, TargetsWord, "targets …", "targets ${1:emis, systmone, print, workbook}", "for which systems"),
        new(Slot.PackClause, ForWord, "for practice …", "for practice \"${1:What to do with it}\"", "a sentence on the installation page"),

        new(Slot.ExampleClause, OnWord, "on …", "on ${1:@today}", "the day that it is looked at"),
        new(Slot.ExampleClause, PatientWord, "patient { … }", "patient {\n  born ${1:1950-06-15}\n  $0\n}", "somebody with a record"),
        new(Slot.ExampleClause, PatientWord, "patient \"…\" { … }", "patient \"${1:First}\" {\n  born ${2:1950-06-15}\n  $0\n}", "one of several"),
        new(Slot.ExampleClause, ExpectWord, "expect in …", "expect in ${1:@cohort}", "the patient is in the cohort"),
        new(Slot.ExampleClause, ExpectWord, "expect not in …", "expect not in ${1:@cohort}", "the patient is not in the cohort"),
        new(Slot.PatientLine, BornWord, "born …", "born ${1:1950-06-15}", "the date of birth"),
        new(Slot.PatientLine, DiedWord, "died …", "died ${1:@today}", "the date of death"),
        new(Slot.PatientLine, SexWord, "sex …", "sex ${1|female,male,indeterminate,unknown|}", "unknown unless it is said"),
        new(Slot.PatientLine, RegisteredWord, "registered since …", "registered since ${1:2010-05-01}", "since birth unless it is said"),
        new(Slot.PatientLine, CodeWord, "code … recorded …", "code $0", "a code that is recorded"),
        new(Slot.PatientLine, MedicineWord, "medicine … issued …", "medicine $0", "a medicine that is issued"),
        new(Slot.PatientLine, Number, "… distinct medicines issued …", "${1:8} distinct medicines issued ${2:@today}", "medicines in no code set of the project"),
    ];
}
