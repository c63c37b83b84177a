using PcnMedOpt.Core.Parsing;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Ide.Completion;

/// <summary>The clauses of templates, procedures, letters, workflows, registers and checklists.</summary>
internal static class DocumentPhrases
{
    private const string Guidance = "\"${1:Title}\" \"\"\"\n  ${2:Text}\n  \"\"\"";

    public static readonly Phrase[] All =
    [
        new(Slot.TemplateClause, ForWord, "for …", "for ${1:@cohort}", "for whom the consultation is"),
        new(Slot.TemplateClause, DurationWord, "duration …", "duration ${1:30 minutes}", "how long it takes"),
        new(Slot.TemplateClause, FrameworkWord, "framework …", "framework \"${1:Seven steps}\" steps ${2:7}", "which framework it follows"),
        new(Slot.TemplateClause, StepWord, "step … { … }", "step ${1:1} \"${2:Title}\" {\n  $0\n}", "a step of the consultation"),
        new(Slot.TemplateItem, TextWord, "text …", "text ${1:name} \"${2:Question}\" uncoded \"${3:free text}\"", "free text"),
        new(Slot.TemplateItem, NumberWord, "number …", "number ${1:name} \"${2:Question}\" code ${3:code} unit ${4:kg} expect ${5:0} to ${6:300}", "a result with its unit"),
        new(Slot.TemplateItem, DateWord, "date …", "date ${1:name} \"${2:Question}\" uncoded \"${3:diary entry}\"", "a day"),
        new(Slot.TemplateItem, TickWord, "tick …", "tick ${1:name} \"${2:Question}\" uncoded \"${3:prompt only}\"", "a box to tick"),
        new(Slot.TemplateItem, ChoiceWord, "choice … { … }", "choice ${1:name} \"${2:Question}\" {\n  \"${3:Yes}\" uncoded \"${4:nothing to record}\"\n  \"${5:No}\" uncoded \"${6:nothing to record}\"\n}", "one of several answers"),
        new(Slot.TemplateItem, ChoicesWord, "choices … { … }", "choices ${1:name} \"${2:Question}\" {\n  \"${3:First}\" uncoded \"${4:nothing to record}\"\n  \"${5:Second}\" uncoded \"${6:nothing to record}\"\n}", "any number of answers"),
        new(Slot.TemplateItem, OutcomeWord, "outcome …", "outcome ${1:name} \"${2:Title}\" code ${3:code} on completion", "the code of the consultation itself"),
        new(Slot.TemplateItem, ShowWord, "show latest …", "show latest ${1:@result} in last ${2:12 months}", "results to look at"),
        new(Slot.TemplateItem, RecallWord, "recall in …", "recall in ${1:12 months}", "when to call again"),

        new(Slot.Attribute, RequiredWord, "required", "must be filled in"),
        new(Slot.Attribute, RequiredWord, "required when … ticked", "required when ${1:field} ticked", "must be filled in when another is ticked"),
        new(Slot.Attribute, CodeWord, "code …", "code $0", "what is recorded"),
        new(Slot.Attribute, UncodedWord, "uncoded …", "uncoded \"${1:free text}\"", "nothing is recorded of it, and why"),
        new(Slot.Attribute, UnitWord, "unit …", "unit ${1:kg}", "of the number"),
        new(Slot.Attribute, ExpectWord, "expect … to …", "expect ${1:0} to ${2:300}", "what is likely; more is asked about"),
        new(Slot.Attribute, OnWord, "on completion", "offered when everything that must be filled in is"),

        new(Slot.SopClause, FromWord, "from …", "from ${1:registered}", "who is monitored"),
        new(Slot.SopClause, DrugWord, "drug … taking when issued …", "drug ${1:@medicine} taking when issued in last ${2:6 months}", "the medicine, and when it counts as taken"),
        new(Slot.SopClause, SettingWord, "setting …", "setting \"${1:GP practice under a shared care agreement}\"", "where, and who is responsible"),
        new(Slot.SopClause, BaselineWord, "baseline … before start", "baseline ${1:@result} within ${2:4 weeks} before start", "tests before the first issue"),
        new(Slot.SopClause, PhaseWord, "phase … for … { … }", "phase ${1:starting} \"${2:Starting}\" for ${3:3 months} {\n  ${4:@result} every ${5:1 month}\n}", "a time with its own tests"),
        new(Slot.SopClause, PhaseWord, "phase … until stable … { … }", "phase ${1:starting} \"${2:Starting}\" until stable for ${3:6 weeks}, taken as ${4:12 weeks} after start {\n  ${5:@result} every ${6:2 weeks}\n}", "until the dose is stable, and what is counted for it"),
        new(Slot.SopClause, PhaseWord, "phase … { … } (the last one)", "phase ${1:maintenance} \"${2:Maintenance}\" {\n  ${3:@result} every ${4:12 weeks}\n}", "without an end"),
        new(Slot.SopClause, AlsoWord, "also taking … { … }", "also taking ${1:@medicine} {\n  ${2:@result} every ${3:1 month}\n}", "more tests with another medicine"),
        new(Slot.SopClause, AlsoWord, "also when … { … }", "also when ${1:age >= 65 years} \"${2:65 and over}\" {\n  ${3:@result} every ${4:8 weeks}\n}", "more tests for some patients"),
        new(Slot.SopClause, AlsoWord, "also after stopping … { … }", "also after stopping for ${1:12 months} {\n  ${2:@result} every ${3:6 months}\n}", "tests after the last issue"),
        new(Slot.SopClause, IntervalWord, "interval … is latest … / …", "interval ${1:@result} is latest ${2:@result} / ${3:10} months when latest ${2:@result} value < ${4:0}", "an interval that follows from a result"),
        new(Slot.SopClause, LimitWord, "limit … { … }", "limit ${1:name} \"${2:Title}\" of ${3:@result} {\n  red   below ${4:0} \"${5:What is done}\"\n  green ${4:0} and above\n}", "which results call for what"),
        new(Slot.SopClause, LimitsWord, "limits as …", "limits as ${1:@procedure}", "the limits of another procedure"),
        new(Slot.SopClause, StepWord, "step … by …", "step ${1:name} \"${2:What is done}\" by ${3:pharmacist} every ${4:1 week}", "who does what, how often"),
        new(Slot.SopClause, RecallWord, "recall first after …", "recall first after ${1:0 days}, second after ${2:2 weeks}, escalate after ${3:4 weeks} to ${4:prescriber} \"${5:Do not issue without review.}\"", "what happens when a test is overdue"),
        new(Slot.SopClause, SectionWord, "section …", "section ${1:name} \"${2:Title}\" \"\"\"\n  ${3:Text}\n  \"\"\"", "a section of the document"),
        new(Slot.Schedule, NoWord, "no routine tests …", "no routine tests \"${1:Why not}\"", "nothing is due, and why"),
        new(Slot.Band, RedWord, "red below …", "red below ${1:0} \"${2:What is done}\"", "act the same day"),
        new(Slot.Band, RedWord, "red above …", "red above ${1:0} \"${2:What is done}\"", "act the same day"),
        new(Slot.Band, AmberWord, "amber … to below …", "amber ${1:0} to below ${2:0} \"${3:What is done}\"", "look at it"),
        new(Slot.Band, AmberWord, "amber rise of more than …", "amber rise of more than ${1:30} % in last ${2:12 months} \"${3:What is done}\"", "a change, whatever the value"),
        new(Slot.Band, GreenWord, "green … and above", "green ${1:0} and above", "nothing to do"),
        new(Slot.Band, GreenWord, "green … and below", "green ${1:0} and below", "nothing to do"),
        new(Slot.Band, BelowWord, "below …", "below ${1:0}", "less than that"),
        new(Slot.Band, AboveWord, "above …", "above ${1:0}", "more than that"),
        new(Slot.Band, RiseWord, "rise of more than …", "rise of more than ${1:30} % in last ${2:12 months}", "against the lowest result before it"),
        new(Slot.Band, FallWord, "fall of more than …", "fall of more than ${1:30} % in last ${2:12 months}", "against the highest result before it"),

        new(Slot.LetterClause, ToWord, "to …", "to ${1:@cohort}", "who gets it"),
        new(Slot.LetterClause, BodyWord, "body letter …", "body letter \"\"\"\n  Dear {{patient.name\\}\\},\n\n  ${1:Text}\n\n  {{practice.name\\}\\}, {{practice.phone\\}\\}\n  \"\"\"", "the letter"),
        new(Slot.LetterClause, BodyWord, "body sms …", "body sms \"${1:Please call us}: {{practice.phone\\}\\}\"", "a text message"),
        new(Slot.LetterClause, BodyWord, "body email …", "body email \"\"\"\n  Dear {{patient.name\\}\\},\n\n  ${1:Text}\n\n  {{practice.name\\}\\}\n  \"\"\"", "an e-mail"),

        new(Slot.WorkflowClause, StartWord, "start when …", "start when ${1:@set} recorded in last ${2:7 days}", "for whom it begins"),
        new(Slot.WorkflowClause, StepWord, "step … by …", "step ${1:name} \"${2:What is done}\" by ${3:pharmacist} within ${4:7 days} of start", "who does what, by when"),
        new(Slot.WorkflowClause, DecisionWord, "decision … { … }", "decision ${1:name} \"${2:Question}\" {\n  \"${3:Yes}\" -> ${4:done}\n  \"${5:No}\" -> ${6:done}\n}", "what follows from an answer"),
        new(Slot.WorkflowClause, EndWord, "end …", "end ${1:done}", "where it ends"),

        new(Slot.RegisterClause, ColumnWord, "column … text", "column ${1:name} \"${2:Title}\" text required", "a column for text"),
        new(Slot.RegisterClause, ColumnWord, "column … date", "column ${1:name} \"${2:Title}\" date required", "a column for days"),
        new(Slot.RegisterClause, ColumnWord, "column … number", "column ${1:name} \"${2:Title}\" number", "a column for numbers"),
        new(Slot.RegisterClause, ColumnWord, "column … one of …", "column ${1:name} \"${2:Title}\" one of \"${3:First}\", \"${4:Second}\" required", "a column with a choice"),
        new(Slot.ColumnKind, TextWord, "text", "any text"),
        new(Slot.ColumnKind, DateWord, "date", "a day"),
        new(Slot.ColumnKind, NumberWord, "number", "a number"),
        new(Slot.ColumnKind, OneWord, "one of …", "one of \"${1:First}\", \"${2:Second}\"", "a choice"),
        new(Slot.RegisterClause, DeadlineWord, "deadline of … { … }", "deadline of ${1:class} from ${2:received} {\n  \"${3:First}\" within ${4:48 hours}\n  \"${5:Second}\" within ${6:5 days}\n}", "by when a row is closed, by what it is"),

        new(Slot.ChecklistClause, ItemWord, "item … evidence …", "item \"${1:What must be there}\" evidence ${2|file,note,link|} ${3|quarterly,monthly,yearly|}", "shown by what is kept"),
        new(Slot.ChecklistClause, ItemWord, "item … from …", "item \"${1:What must be there}\" from ${2:@member} ${3|quarterly,monthly,yearly|}", "shown by something of the project"),

        .. new[]
        {
            Slot.ProtocolClause, Slot.CohortClause, Slot.MeasureClause, Slot.PackClause, Slot.TemplateClause, Slot.TemplateItem, Slot.SopClause, Slot.LetterClause,
            Slot.WorkflowClause, Slot.RegisterClause, Slot.ChecklistClause,
        }.Select(slot => new Phrase(slot, GuideWord, "guide …", $"guide {Guidance}", "guidance that is printed where it stands")),
    ];
}
