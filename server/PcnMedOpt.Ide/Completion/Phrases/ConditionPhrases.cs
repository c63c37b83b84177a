using PcnMedOpt.Core.Parsing;
using static PcnMedOpt.Core.Syntax.TokenKind;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Conditions, what happened, values, periods (language §4.1). A value to be compared is 0 until it is filled in: a rule then finds it.</summary>
internal static class ConditionPhrases
{
    public static readonly Phrase[] All =
    [
        .. Windows(Slot.Filter).Take(1),
        .. Windows(Slot.Window).Take(1),
        new(Slot.Condition, AndWord, "and", "both hold"),
        new(Slot.Condition, OrWord, "or", "at least one holds"),
        .. Windows(Slot.Filter).Skip(1),
        .. Windows(Slot.Window).Skip(1),

        new(Slot.Condition, AgeWord, "age >= …", "age >= ${1:75 years}", "that age or older on the day"),
        new(Slot.Condition, AgeWord, "age < …", "age < ${1:18 years}", "younger on the day"),
        new(Slot.Condition, AgeWord, "age between … and …", "age between ${1:18} and ${2:64} ${3|years,months,weeks,days|}", "both ends included"),
        new(Slot.Condition, BornWord, "born since …", "born since ${1:@today}", "by the date of birth"),
        new(Slot.Condition, SexWord, "sex is …", "sex is ${1|female,male,indeterminate,unknown|}", "as the record has it"),
        new(Slot.Condition, RegisteredWord, "registered for >= …", "registered for >= ${1:6 months}", "how long at this practice"),
        new(Slot.Condition, RegisteredWord, "registered at age …", "registered at age >= ${1:18 years}", "how old when they registered"),
        new(Slot.Condition, InWord, "in … (a cohort)", "in ${1:@cohort}", "is in another cohort"),
        new(Slot.Condition, NoWord, "no … recorded", "no ${1:@set} recorded in last ${2:12 months}", "there is no such record"),
        new(Slot.Condition, NoWord, "no … issued", "no ${1:@medicine} issued in last ${2:6 months}", "there is no such issue"),
        new(Slot.Condition, LatestWord, "latest … value …", "latest ${1:@result} value ${2:>=} ${3:0}", "the latest result compared"),
        new(Slot.Condition, LatestWord, "latest of …, … is …", "latest of ${1:@set}, ${2:@set} is ${1:@set}", "which of several was recorded last: diagnosed or resolved"),
        new(Slot.Condition, LatestWord, "latest … value rose by …", "latest ${1:@result} value rose by ${2:30} % in last ${3:12 months}", "against the lowest result before it"),
        new(Slot.Condition, EarliestWord, "earliest … value …", "earliest ${1:@result} value ${2:>=} ${3:0}", "the first result compared"),
        new(Slot.Condition, CountWord, "count of distinct medicines …", "count of distinct medicines by substance issued in last ${1:6 months} >= ${2:10}", "how many different medicines"),
        new(Slot.Condition, NotWord, "not ( … )", "not (${1:age >= 75 years})", "the opposite"),
        new(Slot.Condition, OpenParen, "( … )", "(${1:age >= 75 years})", "brackets: and, or are never mixed without"),

        new(Slot.CodeSet, OfWord, "of …, … is …", "of ${1:@set}, ${2:@set} is ${1:@set}", "which of several was recorded last: diagnosed or resolved"),

        new(Slot.Happened, RecordedWord, "recorded", "stands in the record"),
        new(Slot.Happened, RecordedWord, "recorded in last …", "recorded in last ${1:12 months}", "stands in the record, in a period"),
        new(Slot.Happened, IssuedWord, "issued in last …", "issued in last ${1:6 months}", "was issued by the practice, in a period"),
        new(Slot.Happened, IssuedWord, "issued", "was issued by the practice; say when"),
        new(Slot.Happened, OnWord, "on repeat", "is on the repeat list"),
        new(Slot.Happened, RepeatWord, "repeat", "is on the repeat list"),
        new(Slot.Happened, OrWord, "or issued", "or was issued by the practice"),
        new(Slot.EachOther, WithinWord, "within … of each other", "within ${1:28 days} of each other", "an issue of each, at most so far apart"),
        new(Slot.EachOther, AndWord, "and … issued within … of each other", "and ${1:@medicine} issued within ${2:28 days} of each other in last ${3:6 months}", "both medicines together"),
        new(Slot.EachOther, EachWord, "each other", "of the issue of the other medicine"),

        new(Slot.Event, RecordedWord, "recorded …", "recorded ${1:@today}", "stands in the record on that day"),
        new(Slot.Event, RecordedWord, "recorded … value …", "recorded ${1:@today} value ${2:0}", "a result on that day"),
        new(Slot.Event, IssuedWord, "issued …", "issued ${1:@today}", "was issued on that day"),
        new(Slot.Event, OnWord, "on repeat since …", "on repeat since ${1:@today}", "is on the repeat list from that day"),

        new(Slot.Times, AtWord, "at least … times", "at least ${1:2} times", "on so many different days"),
        new(Slot.Times, LeastWord, "least … times", "least ${1:2} times", "on so many different days"),
        new(Slot.Filter, AtWord, "at age …", "at age >= ${1:18 years}", "how old on the day of the record"),
        new(Slot.Filter, WithWord, "with value …", "with value ${1:>=} ${2:0}", "of results: only those"),
        new(Slot.Filter, AsWord, "as …", "as ${1|first,new,review,ended,flare,unmarked|}", "only that kind of episode"),
        new(Slot.Filter, NotWord, "not as …", "not as ${1|ended,review,first,new,flare,unmarked|}", "any other kind of episode"),

        new(Slot.Range, BetweenWord, "between … and …", "between ${1:0} and ${2:0}", "both ends included"),
        new(Slot.Range, NotWord, "not between … and …", "not between ${1:0} and ${2:0}", "below the one or above the other"),
        new(Slot.Range, RoseWord, "rose by …", "rose by ${1:30} % in last ${2:12 months}", "against the lowest result before it in the period"),
        new(Slot.Range, FellWord, "fell by …", "fell by ${1:30} % in last ${2:12 months}", "against the highest result before it in the period"),
        new(Slot.Comparison, BetweenWord, "between … and …", "between ${1:18} and ${2:64} ${3|years,months,weeks,days|}", "both ends included"),

        new(Slot.Anchor, RegistrationWord, "registration", "the day on which the patient registered"),
        new(Slot.Anchor, ItWord, "it", "the record that the measure counts"),
        new(Slot.Anchor, LatestWord, "latest … recorded", "latest ${1:@set} recorded", "the day of another record, the last one"),
        new(Slot.Anchor, EarliestWord, "earliest … recorded", "earliest ${1:@set} recorded", "the day of another record, the first one"),
        new(Slot.Anchor, AnyWord, "any … recorded", "any ${1:@set} recorded", "the day of any such record"),
        new(Slot.Anchor, OpenParen, "( … )", "(latest ${1:@set} recorded in last ${2:12 months})", "another record that must itself satisfy something"),

        new(Slot.Window, LastWord, "last …", "last ${1:6 months}", "up to the day on which it is run"),
        new(Slot.Window, MonthWord, "month", "the calendar month"),
        new(Slot.Window, QuarterWord, "quarter", "a quarter of the financial year"),
        new(Slot.Window, FinancialWord, "financial year", "from 1 April"),

        .. Durations(Slot.Duration, "6 months", "12 months", "3 months", "28 days", "2 weeks"),
        new(Slot.Ago, Number, "… ago", "${1:12 weeks} ago", "the day so long ago and after it"),
        .. Durations(Slot.Age, "18 years", "65 years", "75 years"),
        .. Durations(Slot.Time, "30 minutes", "48 hours", "1 working day", "7 days"),
    ];

    private static Phrase[] Windows(Slot slot) =>
    [
        new(slot, InWord, "in last …", "in last ${1:6 months}", "up to the day on which it is run"),
        new(slot, InWord, "in this quarter", "since the first day of the quarter"),
        new(slot, InWord, "in this financial year", "since 1 April"),
        new(slot, InWord, "in this month", "since the first day of the month"),
        new(slot, InWord, "in previous quarter", "the whole quarter before"),
        new(slot, InWord, "in previous financial year", "the whole year before, from 1 April"),
        new(slot, InWord, "in previous month", "the whole month before"),
        new(slot, MoreWord, "more than … ago", "more than ${1:6 months} ago", "that long ago or longer"),
        new(slot, BetweenWord, "between … and … ago", "between ${1:3 months} and ${2:6 months} ago", "the nearer end first"),
        new(slot, BetweenWord, "between two dates", "between ${1:@today} and ${2:@today}", "both days included"),
        new(slot, SinceWord, "since …", "since ${1:@today}", "that day and after it"),
        new(slot, SinceWord, "since … ago", "since ${1:12 weeks} ago", "the day so long ago and after it"),
        new(slot, SinceWord, "since latest …", "since latest ${1:@set} recorded", "the day of another record and after it"),
        new(slot, UntilWord, "until …", "until ${1:@today}", "that day and before it"),
        new(slot, BeforeWord, "before …", "before ${1:@today}", "before that day"),
        new(slot, AfterWord, "after …", "after ${1:@today}", "after that day"),
        new(slot, OnWord, "on …", "on ${1:@today}", "on that day"),
        new(slot, WithinWord, "within … after …", "within ${1:28 days} after latest ${2:@set} recorded", "from the day of another record"),
        new(slot, WithinWord, "within … before …", "within ${1:28 days} before latest ${2:@set} recorded", "up to the day of another record"),
        new(slot, WithinWord, "within … of …", "within ${1:28 days} of latest ${2:@set} recorded", "before or after the day of another record"),
        new(slot, EverWord, "ever", "at any time up to the day"),
    ];

    private static IEnumerable<Phrase> Durations(Slot slot, params string[] texts) =>
        texts.Select(text => new Phrase(slot, Number, text, $"${{1:{text.Split(' ', 2)[0]}}} {text.Split(' ', 2)[1]}", "or another length of time"));
}
