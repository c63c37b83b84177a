using PcnMedOpt.Ide.Completion;

namespace PcnMedOpt.Tests.Ide;

/// <summary>What is offered where. Rows: a text with the cursor, and the first labels, the best first; "=" before them says that there are no others.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("$0", "protocol | codes (SNOMED CT) | codes (dm+d) | cohort | measure | template")]
    [InlineData("coh$0", "=cohort")]
    [InlineData("protocol p \"P\" { }\n\n$0", "codes (SNOMED CT) | codes (dm+d) | cohort | measure")]
    [InlineData("codes a \"A\" $0", "=dmd | snomed")]
    [InlineData("codes a \"A\" snomed { $0 }", "include … | except … | from … column … | awaiting … | unit … plausible … | unit … | with history … | << … | < … | ^ …")]
    [InlineData("codes a \"A\" dmd { $0 }", "=include … | except … | from … column … | awaiting … | only | amp | ampp | vmp | vmpp | vtm")]
    [InlineData("codes a \"A\" dmd = $0", "=methotrexate")]
    [InlineData("codes a \"A\" dmd = methotrexate $0", "and | except | or")]
    [InlineData("codes a \"A\" snomed { include $0 }", "=creatinine_clearance | listed | smr_declined | smr_done | white_cells")]
    [InlineData("cohort a \"A\" { $0 }", "=from … | include any { … } | include all { … } | include at least … { … } | exclude any { … } | run every … | guide …")]
    [InlineData("cohort a \"A\" {\n  $0\n  exclude any { \"B\": age >= 75 years }\n}", "=from … | include any { … } | include all { … } | include at least … { … } | run every … | guide …")]
    [InlineData("cohort a \"A\" { include $0 }", "=any { … } | all { … } | at least … { … }")]
    [InlineData("cohort a \"A\" { exclude $0 }", "=any { … }")]
    [InlineData("cohort a \"A\" { from $0 }", "adults | monitoring | monitoring.taking | monitoring.due")]
    [InlineData("cohort a \"A\" { include any { $0 } }", "=\"…\": a criterion")]
    [InlineData("sop a \"A\" { $0 }", "from … | drug … taking when issued … | setting … | baseline … before start | phase … for … { … }")]
    [InlineData("sop a \"A\" { drug methotrexate $0 }", "=taking")]
    [InlineData("sop a \"A\" { phase x \"X\" { $0 } }", "creatinine_clearance | white_cells | listed | smr_declined | smr_done | methotrexate | no routine tests …")]
    [InlineData("sop a \"A\" { limits as $0 }", "=monitoring")]
    [InlineData("sop a \"A\" { limits as monitoring except $0 }", "=white_cells")]
    [InlineData("sop a \"A\" { limit x \"X\" of white_cells in 10*9/L { $0 } }", "red below … | red above … | amber … to below …")]
    [InlineData("sop a \"A\" { limit x \"X\" of white_cells in 10*9/L { red $0 } }", "=below … | above … | rise of more than … | fall of more than …")]
    [InlineData("template a \"A\" { step 1 \"S\" {\n text x \"X\" $0 } }", "required | required when … ticked | code … | uncoded … | text …")]
    [InlineData("template a \"A\" { step 1 \"S\" {\n number x \"X\" $0 } }", "required | required when … ticked | code … | uncoded … | unit … | expect … to …")]
    [InlineData("template a \"A\" { step 1 \"S\" {\n text x \"X\" required uncoded \"a\" $0 } }", "code … | text …")]
    [InlineData("template a \"A\" { step 1 \"S\" { tick first \"F\" uncoded \"a\"\n text x \"X\" required when $0 } }", "=first")]
    [InlineData("workflow a \"A\" { step x \"X\" by $0 }", "=pharmacist | technician | prescriber")]
    [InlineData("workflow a \"A\" {\n step x \"X\" by pharmacist $0\n end done\n}", "-> x | -> done | code | within")]
    [InlineData("register a \"A\" { column x \"X\" $0 }", "=text | date | number | one of …")]
    [InlineData("register a \"A\" { column x \"X\" date column y \"Y\" date not before $0 }", "=x")]
    [InlineData("register a \"A\" { column class \"C\" one of \"Red\", \"Blue\" column r \"R\" date deadline of class from r { $0 } }", "=\"Red\" | \"Blue\"")]
    [InlineData("checklist a \"A\" { item \"X\" from $0 }", "adults_counted | adults | consultation | monitoring")]
    [InlineData("pack a \"A\" { contains adults, $0 }", "=adults_counted | consultation | monitoring")]
    [InlineData("letter a \"A\" { body $0 }", "=email | letter | sms")]
    [InlineData("protocol a \"A\" { owner \"x\"\n $0 }", "version … | status … | author … | reviewer …")]
    [InlineData("protocol a \"A\" { status $0 }", "=active | draft | withdrawn")]
    [InlineData("parameter a \"A\" = 6 $0", "years | months | weeks | days | allow | 10*9/L | mL/min")]
    [InlineData("parameter a \"A\" = 6 months $0", "=allow")]
    public void Clauses_and_names_that_may_stand_there(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("$0", "creatinine_clearance | listed | methotrexate | smr_declined | smr_done | white_cells | age >= … | age < …")]
    [InlineData("ag$0", "age >= … | age < … | age between … and …")]
    [InlineData("struct$0", "smr_declined | smr_done")]
    [InlineData("$0 issued in last 6 months", "methotrexate | creatinine_clearance")]
    [InlineData("$0 recorded", "creatinine_clearance | listed | smr_declined | smr_done | white_cells | methotrexate")]
    [InlineData("not $0", "creatinine_clearance | listed | methotrexate")]
    [InlineData("age $0", "=>= | < | between … and …")]
    [InlineData("age >= $0", "=18 years | 65 years | 75 years | review_interval")]
    [InlineData("age >= 75 $0", "=years | months | weeks | days")]
    [InlineData("age >= 1 $0", "=year | month | week | day")]
    [InlineData("age >= 75 mo$0", "=months")]
    [InlineData("sex is $0", "=female | indeterminate | male | unknown")]
    [InlineData("in $0", "adults | monitoring | monitoring.taking")]
    [InlineData("in monitoring.$0", "=taking | due | overdue | outside_limits | unusable")]
    [InlineData("in monitoring.over$0", "=overdue")]
    [InlineData("in monitoring.overdue.$0", "=white_cells")]
    [InlineData("in adults.$0", "=")]
    [InlineData("smr_done $0", "recorded | recorded in last … | or | issued in last … | issued | on repeat")]
    [InlineData("methotrexate $0", "issued in last … | issued | on repeat | and … issued within … of each other | or | recorded")]
    [InlineData("methotrexate on $0", "=repeat")]
    [InlineData("smr_done recorded $0", "or issued | in last … | and | or | in this quarter")]
    [InlineData("smr_done recorded in $0", "=last … | previous | this")]
    [InlineData("smr_done recorded in last $0", "=review_interval | 6 months | 12 months | 3 months | 28 days | 2 weeks")]
    [InlineData("smr_done recorded in last 6 $0", "=years | months | weeks | days")]
    [InlineData("smr_done recorded since $0", "2026-11-20 | 2026-04-01 | review_interval")]
    [InlineData("smr_done recorded at least $0", "=many")]
    [InlineData("smr_done recorded or $0", "issued in last … | issued | smr_done | creatinine_clearance")]
    [InlineData("latest $0", "creatinine_clearance | white_cells | listed | smr_declined | smr_done | methotrexate | of …, … is …")]
    [InlineData("latest white_cells value $0", ">= | > | <= | < | = | between … and … | not between … and … | rose by … | fell by …")]
    [InlineData("earliest white_cells value $0", ">= | > | <= | < | = | between … and … | not between … and …")]
    [InlineData("latest white_cells value >= 3.5 $0", "10*9/L | in last … | and | or")]
    [InlineData("latest creatinine_clearance value >= 30 mL/m$0", "=mL/min")]
    [InlineData("latest creatinine_clearance value >= 30 mL/$0", "=mL/min")]
    [InlineData("latest white_cells value >= 3.5 10$0", "=10*9/L")]
    [InlineData("latest of smr_done, $0", "creatinine_clearance | listed | methotrexate | smr_declined | white_cells")]
    [InlineData("latest of smr_done, smr_declined $0", "recorded | recorded in last … | is")]
    [InlineData("count of distinct $0", "medicines | methotrexate | creatinine_clearance")]
    [InlineData("count of distinct medicines by $0", "=product | substance")]
    [InlineData("age >= 75 years and $0", "creatinine_clearance | listed | methotrexate")]
    [InlineData("age >= 75 years or age < 18 years $0", "or")]
    public void Conditions(string condition, string expected) => Check($"cohort a \"A\" {{ include any {{ \"B\": {condition} }} }}", expected);

    [Theory]
    [InlineData("on $0", "=2026-11-20 | 2026-04-01")]
    [InlineData("on 2026-04$0", "=2026-04-01")]
    [InlineData("on 2026-$0", "=2026-11-20 | 2026-04-01")]
    [InlineData("on 2026-10-02 patient { born 1950-01-01\n smr_done recorded $0 }", "2026-10-02 | 2026-11-20 | 2026-04-01")]
    [InlineData("patient {\n born 1950-01-01\n $0 }", "creatinine_clearance | listed | methotrexate | smr_declined | smr_done | white_cells | died … | sex …")]
    [InlineData("patient { smr_done $0 }", "=recorded … | recorded … value … | issued … | on repeat since …")]
    [InlineData("patient { white_cells recorded 2026-11-01 value 3 $0 }", "10*9/L")]
    [InlineData("patient { code smr$0 }", "=Blood test declined | Structured medication review")]
    [InlineData("patient { medicine asp$0 }", "=Aspirin 75mg tablets")]
    [InlineData("expect in $0", "adults | monitoring")]
    [InlineData("patient \"First\" { born 1950-01-01 } expect $0", "\"First\" | in | not")]
    [InlineData("expect not in adults because $0", "=\"Declined\" | \"Done\"")]
    [InlineData("expect not in adults because \"Declined\", $0", "=\"Done\"")]
    [InlineData("expect in adults because \"$0\"", "=18 or over")]
    [InlineData("expect in adults $0", "because")]
    public void Examples(string body, string expected) => Check($"example \"A\" {{ {body} }}", expected);

    [Theory]
    [InlineData("codes a \"A\" snomed { smr don$0 }", "=Structured medication review")]
    [InlineData("codes a \"A\" snomed { rev med$0 }", "=Structured medication review")]
    [InlineData("codes a \"A\" snomed { << cle$0 }", "=Creatinine clearance")]
    [InlineData("codes a \"A\" snomed { except blo$0 }", "=Blood test declined")]
    [InlineData("codes a \"A\" snomed { 1239$0 }", "=Structured medication review")]
    [InlineData("codes a \"A\" snomed { 1239511000000100 $0 }", "|Structured medication review|")]
    [InlineData("codes a \"A\" snomed { 1239511000000100 |St$0 }", "=|Structured medication review|")]
    [InlineData("codes a \"A\" snomed { 1239511000000100 |Structured medication review|\n struc$0 }", "=")]
    [InlineData("codes a \"A\" snomed { asp$0 }", "=")]
    [InlineData("codes a \"A\" dmd { 75mg$0 }", "=Aspirin 75mg tablets")]
    [InlineData("codes a \"A\" dmd { vmp asp$0 }", "=Aspirin 75mg tablets")]
    [InlineData("template a \"A\" { step 1 \"S\" { tick x \"X\" code struct$0 } }", "Structured medication review")]
    public void Codes_by_the_beginnings_of_their_words(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("codes a \"A\" snomed { from $0 }", "=\"codelists/done.csv\"")]
    [InlineData("codes a \"A\" snomed { from \"code$0\" column \"x\" }", "=codelists/done.csv")]
    [InlineData("codes a \"A\" snomed { from \"codelists/done.csv\" column $0 }", "=\"code\" | \"name\" | \"note\"")]
    [InlineData("codes a \"A\" snomed { from \"codelists/done.csv\" column \"code\" term \"n$0\" }", "=name | note")]
    [InlineData("letter a \"A\" { body sms \"Dear {{pat$0}}\" }", "patient.name | patient.title | patient.first_name")]
    [InlineData("letter a \"A\" { body letter \"\"\"\n  {{review$0\n  \"\"\" }", "=review_interval")]
    [InlineData("letter a \"A\" { body sms \"{{consultation.$0}}\" }", "=consultation.title | consultation.duration")]
    [InlineData("letter a \"A\" { body sms \"{{today}} $0\" }", "=")]
    [InlineData("template a \"A\" { step 1 \"S\" { choice c \"C\" { \"Yes\" uncoded \"y\" \"No\" uncoded \"n\" } text x \"X\" required when c is $0 } }", "=\"Yes\" | \"No\"")]
    [InlineData("protocol p \"P\" { evidence one \"One\" read 2026-11-20 } cohort b \"B\" { include any { \"B\": smr_done recorded [$0 } }", "=evidence one")]
    [InlineData("protocol p \"P\" { evidence one \"One\" read 2026-11-20 } cohort b \"B\" { include any { \"B\": smr_done recorded [evidence $0 } }", "=one")]
    [InlineData("protocol p \"P\" { review by $0 }", "=2027-11-20 | 2026-11-20")]
    [InlineData("// allow threshold$0\ncodes a \"A\" dmd { }", "=threshold-without-evidence")]
    public void Texts_that_stand_for_something(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("codes a \"A$0\" snomed { }")]
    [InlineData("codes a$0 \"A\" snomed { }")]
    [InlineData("codes a \"A\" snomed { } // age$0")]
    [InlineData("/* $0 */ codes a \"A\" snomed { }")]
    [InlineData("/// About $0\ncodes a \"A\" snomed { }")]
    [InlineData("cohort a \"A\" { include any { \"B\": age >= 7$0 years } }")]
    [InlineData("cohort a \"A\" { include any { \"B\": nonsense nonsense $0 } }")]
    [InlineData("cohort a \"A\" { include any { \"B$0\": age >= 75 years } }")]
    [InlineData("codes a \"A\" snomed { |Something \"$0\" else| }")]
    public void Nothing_where_nothing_fits(string text) => Check(text, "=");

    /// <summary>A list that opens by itself behind a blank must not stand in the way of the next line.</summary>
    [Theory]
    [InlineData("cohort a \"A\" { include any { \"B\": age $0 } }", true)]
    [InlineData("cohort a \"A\" { include any { \"B\": smr_done $0 } }", true)]
    [InlineData("cohort a \"A\" { from $0 }", true)]
    [InlineData("codes a \"A\" $0", true)]
    [InlineData("cohort a \"A\" { include any { \"B\": smr_done recorded $0 } }", false)]
    [InlineData("cohort a \"A\" { include any { \"B\": age >= 75 years $0 } }", false)]
    [InlineData("cohort a \"A\" { $0 }", false)]
    [InlineData("$0", false)]
    [InlineData("cohort a \"A $0\" { }", false)]
    [InlineData("// allow $0", false)]
    public void Behind_a_blank_only_what_the_sentence_needs(string text, bool offered)
    {
        var ide = IdeText.Of(text + CompletionText.Project);
        Assert.Equal(offered, !Completions.AfterBlank(ide.Compilation, ide.Path, ide.Offset).Items.IsEmpty);
    }

    [Fact]
    public void A_file_that_is_not_there_has_none() => Assert.Empty(Completions.At(IdeText.Of("$0").Compilation, "other.medopt", 0).Items);

    [Fact]
    public void What_is_typed_is_replaced_to_the_end_of_its_word() => Assert.Equal(
        "cohort a \"A\" { include any { \"B\": smr_done recorded in last 6 months } }\n",
        CompletionText.Taken("cohort a \"A\" { include any { \"B\": smr_d$0one recorded in last 6 months } }", "smr_done"));

    [Fact]
    public void A_code_comes_with_its_term_in_the_place_of_all_that_was_typed()
    {
        var item = CompletionText.At("codes a \"A\" snomed { << smr don$0 }").Items[0];
        Assert.Equal("1239511000000100, in 2 code sets: listed, smr_done", item.Detail);
        Assert.Equal("1239511000000100", item.Beside);
        Assert.StartsWith("smr don", item.FilterText, StringComparison.Ordinal);
        Assert.Equal("codes a \"A\" snomed { << 1239511000000100 |Structured medication review| }\n", CompletionText.Taken("codes a \"A\" snomed { << smr don$0 }", item.Label));
    }

    [Theory]
    [InlineData("codes a \"A\" snomed { $0 }")]
    [InlineData("codes a \"A\" snomed { smr$0 }")]
    [InlineData("codes a \"A\" snomed { zzz$0 }")]
    public void Where_a_code_may_stand_the_next_letter_asks_again(string text) => Assert.True(CompletionText.At(text).IsIncomplete);

    [Fact]
    public void Line_ends_of_another_system_change_nothing()
    {
        var text = "cohort a \"A\" {\r\n  include any {\r\n    \"B\": age \r\n  }\r\n}\r\n";
        var compilation = Support.TestProject.Of(text);
        var items = Completions.At(compilation, "test.medopt", text.IndexOf("age ", StringComparison.Ordinal) + 4).Items;
        Assert.Equal(">=", items[0].Label);
    }

    [Fact]
    public void What_a_withdrawn_protocol_declares_is_struck_through()
    {
        var text = "cohort a \"A\" { include any { \"B\": $0 } }\n--- old.medopt\nprotocol old \"Old\" { status withdrawn }\ncodes old_codes \"Old\" snomed { 1239511000000100 |Structured medication review| }\n";
        var ide = IdeText.Of(text);
        Assert.True(Completions.At(ide.Compilation, ide.Path, ide.Offset).Items.First(i => i.Label == "old_codes").IsDeprecated);
    }

    private static void Check(string text, string expected)
    {
        var labels = CompletionText.Labels(text);
        var wanted = expected.TrimStart('=').Split(" | ", StringSplitOptions.RemoveEmptyEntries);
        var shown = expected.StartsWith('=') ? labels : labels.Take(wanted.Length);
        Assert.Equal(string.Join(" | ", wanted), string.Join(" | ", shown));
    }
}
