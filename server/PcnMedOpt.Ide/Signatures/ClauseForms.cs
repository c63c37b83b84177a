using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using static PcnMedOpt.Ide.Signatures.PartKind;

namespace PcnMedOpt.Ide.Signatures;

/// <summary>The forms of the language, in the words of docs/language.md. A test fills each with its examples and reads it.</summary>
public static class ClauseForms
{
    private static readonly ImmutableArray<TokenKind> Conditions = [TokenKind.CohortWord, TokenKind.MeasureWord, TokenKind.SopWord, TokenKind.WorkflowWord];
    private static readonly ImmutableArray<TokenKind> Procedures = [TokenKind.SopWord];
    private static readonly ImmutableArray<TokenKind> Templates = [TokenKind.TemplateWord];
    private static readonly ImmutableArray<TokenKind> CodeSets = [TokenKind.CodesWord];
    private static readonly ImmutableArray<TokenKind> Parameters = [TokenKind.ParameterWord];

    private static readonly Part Set = new("code set", Names, "smr_done", "A code set of the project; several with 'or' between them are one.");
    private static readonly Part Medicines = new("medicines", Names, "methotrexate", "A code set of medicines; several with 'or' between them are one.");
    private static readonly Part Results = new("results", Names, "white_cells", "A code set of results, best with a unit of its own.");
    private static readonly Part Tests = new("tests", Names, "white_cells", "The code sets of the tests, with commas between them.");
    private static readonly Part Compared = new("comparison", Comparison, ">=", ">= that or more, > more, <= that or less, < less, = exactly.");
    private static readonly Part Value = new("value", Quantity, "3.5 10*9/L", "A number with its unit; results in other units are converted where that is exact.");
    private static readonly Part Period = new("period", Rest, "in last 12 months", "Which records are looked at, by their day; left out: at any time up to the day.");
    private static readonly Part Length = new("time", Duration, "6 months", "A number of days, weeks, months or years, or a parameter.");
    private static readonly Part Title = new("title", Text, "\"Title\"", "What people read, in quotation marks.");
    private static readonly Part Name = new("name", Word, "first", "A short name of your own, in lower case.");
    private static readonly Part Coding = new("coding", Rest, "uncoded \"free text\"", "'required', a code that is recorded, or 'uncoded' and why not.");

    public static readonly ImmutableArray<Form> All =
    [
        new("latest ‹results› value ‹comparison› ‹value› ‹period?›", "The latest result is compared; an unusable one is not passed over.", Conditions, Results, Compared, Value, Period),
        new("latest ‹results› value between ‹low› and ‹high› ‹period?›", "The latest result lies between two values, both included.", Conditions,
            Results, Value with { Name = "low", Says = "The lower end, which counts." }, Value with { Name = "high", Example = "4.5 10*9/L", Says = "The upper end, which counts." }, Period),
        new("latest ‹results› value not between ‹low› and ‹high› ‹period?›", "The latest result lies below the one or above the other value.", Conditions,
            Results, Value with { Name = "low", Says = "The lower end, which does not count." }, Value with { Name = "high", Example = "4.5 10*9/L", Says = "The upper end, which does not count." }, Period),
        new("latest ‹results› value rose by ‹amount› ‹period›", "The latest result against the lowest usable one before it in the period.", Conditions,
            Results, Value with { Name = "amount", Example = "30 %", Says = "That much or more; a percentage is of the lowest value." }, Period with { Says = "In which results are compared." }),
        new("latest ‹results› value fell by ‹amount› ‹period›", "The latest result against the highest usable one before it in the period.", Conditions,
            Results, Value with { Name = "amount", Example = "30 %", Says = "That much or more; a percentage is of the highest value." }, Period with { Says = "In which results are compared." }),
        new("earliest ‹results› value ‹comparison› ‹value› ‹period?›", "The first result is compared.", Conditions, Results, Compared, Value, Period),
        new("latest of ‹code sets› is ‹code set›", "Which of several code sets was recorded last: diagnosed or resolved.", Conditions,
            Set with { Name = "code sets", Example = "smr_done, smr_declined", Says = "All that are compared, with commas between them." }, Set with { Says = "The one that must be the latest." }),
        new("count of distinct medicines by ‹substance or product› issued ‹period› ‹comparison› ‹number›", "How many different medicines were issued.", Conditions,
            new Part("substance or product", Word, "substance", "By substance, strengths and forms of one medicine count once."), Period with { Name = "period", Kind = Duration, Example = "in last 6 months" }, Compared, new Part("number", Number, "10", "How many.")),
        new("age ‹comparison› ‹age›", "How old on the day: >= that age or older, < younger.", Conditions, Compared with { Says = ">= that age or older, < younger." }, Length with { Name = "age", Example = "75 years", Says = "In years, months, weeks or days." }),
        new("age between ‹from› and ‹to› ‹unit›", "Both ends included, in full units.", Conditions,
            new Part("from", Number, "18", "The youngest."), new Part("to", Number, "64", "The oldest: 64 up to the day before the 65th birthday."), new Part("unit", Word, "years", "years, months, weeks or days.")),
        new("registered for ‹comparison› ‹time›", "How long the patient has been registered here.", Conditions, Compared with { Says = ">= that long or longer, < shorter." }, Length),
        new("no ‹code set› recorded ‹period?›", "There is no such record.", Conditions, Set, Period),
        new("no ‹medicines› issued ‹period›", "There is no such issue.", Conditions, Medicines, Period with { Says = "An issue always needs a period." }),
        new("‹code set› recorded ‹period?›", "There is such a record.", Conditions, Set, Period),
        new("‹medicines› issued ‹period›", "The practice issued one of them; hospital and homecare supply is no issue.", Conditions, Medicines, Period with { Says = "An issue always needs a period." }),
        new("‹medicines› and ‹others› issued within ‹time› of each other ‹period›", "An issue of each, at most so far apart.", Conditions,
            Medicines, Medicines with { Name = "others", Says = "The other code set of medicines." }, Length with { Example = "28 days", Says = "How far apart the two issues may be." }, Period),

        new("in last ‹time›", "After the day so long ago, and up to the day on which it is run.", Conditions, Length),
        new("in this ‹unit›", "Since the first day of the month, the quarter or the financial year.", Conditions, new Part("unit", Rest, "quarter", "month, quarter or financial year; financial years begin on 1 April.")),
        new("in previous ‹unit›", "The whole month, quarter or financial year before.", Conditions, new Part("unit", Rest, "quarter", "month, quarter or financial year; financial years begin on 1 April.")),
        new("more than ‹time› ago", "On the day so long ago, or before it.", Conditions, Length),
        new("between ‹near› and ‹far› ago", "The nearer end first: between 3 months and 6 months ago.", Conditions,
            Length with { Name = "near", Example = "3 months", Says = "The nearer end." }, Length with { Name = "far", Says = "The farther end." }),
        new("between ‹from› and ‹to›", "Both days included.", Conditions, new Part("from", Date, "2026-04-01", "The first day."), new Part("to", Date, "2026-06-30", "The last day.")),
        new("since ‹day›", "That day and after it.", Conditions, new Part("day", Rest, "latest smr_done recorded", "A date, the day of another record, or a time and 'ago'.")),
        new("until ‹day›", "That day and before it.", Conditions, new Part("day", Rest, "2026-04-01", "A date, or the day of another record.")),
        new("within ‹time› after ‹record›", "From the day of another record, at most so much later.", Conditions, Length, new Part("record", Rest, "latest smr_done recorded", "latest, earliest or any of a code set, and recorded or issued.")),
        new("within ‹time› before ‹record›", "At most so long before the day of another record.", Conditions, Length, new Part("record", Rest, "latest smr_done recorded", "latest, earliest or any of a code set, and recorded or issued.")),
        new("within ‹time› of ‹record›", "At most so far from the day of another record, before or after.", Conditions, Length, new Part("record", Rest, "latest smr_done recorded", "latest, earliest or any of a code set, and recorded or issued.")),
        new("at least ‹number› times ‹apart?›", "On so many different days.", Conditions, new Part("number", Number, "2", "How many days."), new Part("apart", Rest, "7 days apart", "How far each is at least from the one before.")),

        new("drug ‹medicines› taking when issued ‹period›", "The medicine that is monitored, and when it counts as taken.", Procedures, Medicines, Period with { Example = "in last 6 months", Says = "A gap longer than this begins a new course." }),
        new("baseline ‹tests› within ‹time› before start", "The tests before the first issue.", Procedures, Tests, Length with { Example = "4 weeks", Says = "How old they may be at the first issue." }),
        new("phase ‹name› ‹title› for ‹time› { … }", "A time with its own tests.", Procedures, Name, Title, Length with { Example = "3 months", Says = "How long it lasts; the last phase has no end." }),
        new("phase ‹name› ‹title› until stable for ‹time› , taken as ‹counted› after start { … }", "Until the dose is stable, which no record shows.", Procedures,
            Name, Title, Length with { Example = "6 weeks", Says = "What the guidance says." }, Length with { Name = "counted", Example = "12 weeks", Says = "What is counted for it, from the first issue; not shorter." }),
        new("interval ‹test› is latest ‹results› / ‹number› ‹unit› when ‹condition›", "An interval that follows from a result, rounded down; it only shortens.", Procedures,
            Tests with { Name = "test", Says = "The test whose interval it is." }, Results with { Says = "The result that is divided." }, new Part("number", Number, "10", "By what it is divided."),
            new Part("unit", Word, "months", "weeks or months."), new Part("condition", Rest, "latest white_cells value < 60 10*9/L", "When the interval holds.")),
        new("limit ‹name› ‹title› of ‹results› in ‹unit› { … }", "Which results call for what.", Procedures, Name, Title, Results, new Part("unit", Unit, "10*9/L", "The unit of the numbers below.")),
        new("limits as ‹procedure›", "The limits of another procedure.", Procedures, new Part("procedure", Word, "monitoring", "A procedure of the project.")),
        new("also taking ‹medicines› { … }", "More tests while another medicine is issued too.", Procedures, Medicines),
        new("also after stopping for ‹time› { … }", "Tests after the last issue.", Procedures, Length with { Example = "12 months", Says = "How long, from the last issue." }),
        new("step ‹name› ‹title› by ‹role› every ‹time›", "Who does what, and how often.", Procedures, Name, Title, new Part("role", Word, "pharmacist", "Who does it."), Length with { Example = "1 week", Says = "How often." }),
        new("‹tests› every ‹interval› grace ‹grace›", "How often; a test is overdue after the grace.", Procedures, Tests,
            Length with { Name = "interval", Example = "12 weeks", Says = "From one result to the next." }, Length with { Name = "grace", Example = "2 weeks", Says = "How long after the day it was due it becomes overdue; may be left out." }),

        new("text ‹name› ‹title› ‹coding›", "A field for text.", Templates, Name, Title, Coding),
        new("tick ‹name› ‹title› ‹coding›", "A box to tick.", Templates, Name, Title, Coding),
        new("date ‹name› ‹title› ‹coding›", "A field for a day.", Templates, Name, Title, Coding),
        new("number ‹name› ‹title› ‹coding›", "A field for a result.", Templates, Name, Title, Coding with { Example = "code 27113001 |Body weight| unit kg expect 20 to 300", Says = "'required', its code, its unit, and 'expect' with the range that is likely." }),
        new("outcome ‹name› ‹title› ‹coding›", "The code of the consultation itself.", Templates, Name, Title, Coding with { Example = "code 1239511000000100 |Structured medication review| on completion", Says = "Its code, and 'on completion' to offer it when all is filled in." }),
        new("choice ‹name› ‹title› ‹coding?› { … }", "One of several answers.", Templates, Name, Title, Coding with { Example = "required" }),
        new("show latest ‹results› ‹period?›", "Results to look at.", Templates, Results, Period),

        new("<< ‹identifier› ‹term›", "The concept and everything below it.", CodeSets, Identifier, Term),
        new("< ‹identifier› ‹term›", "Everything below the concept, without it.", CodeSets, Identifier, Term),
        new("^ ‹identifier› ‹term› cluster ‹cluster›", "The members of a reference set.", CodeSets, Identifier, Term, new Part("cluster", Text, "\"HB_COD\"", "The name of the published cluster; may be left out.")),
        new("‹identifier› ‹term›", "The concept alone; in dm+d also what is below it.", CodeSets, Identifier, Term),
        new("from ‹path› column ‹codes› term ‹terms›", "The codes of a CSV file of the project.", CodeSets,
            new Part("path", Text, "\"codelists/done.csv\"", "The file, from the folder of the project."), new Part("codes", Text, "\"code\"", "The column with the identifiers."), new Part("terms", Text, "\"name\"", "The column with the terms; may be left out.")),
        new("unit ‹unit› plausible ‹low› to ‹high›", "The unit of its results, and what is possible.", CodeSets,
            new Part("unit", Unit, "10*9/L", "In UCUM, or 'none' for INR and scores."), new Part("low", Quantity, "0", "The lowest result that is possible."), new Part("high", Quantity, "500", "The highest result that is possible.")),

        new("parameter ‹name› ‹title› = ‹value› allow ‹low› to ‹high›", "What a practice may change, and how far.", Parameters,
            Name, Title, Length with { Name = "value", Says = "What holds unless medopt.json sets another." }, Length with { Name = "low", Example = "3 months", Says = "The least that may be set." },
            Length with { Name = "high", Example = "12 months", Says = "The most that may be set." }),
    ];

    private static Part Identifier => new("identifier", Code, "1239511000000100", "The digits of a SNOMED CT or dm+d identifier.");

    private static Part Term => new("term", PartKind.Term, "|Structured medication review|", "Its term between bars, as the release has it.");
}
