using PcnMedOpt.Ide.Signatures;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The form of the clause that is being written, and which part of it comes next: marked with [ ].</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("latest $0", "latest [‹results›] value ‹comparison› ‹value› ‹period›")]
    [InlineData("latest white_cells $0", "latest ‹results› value ‹comparison› ‹value› ‹period›")]
    [InlineData("latest white_cells value $0", "latest ‹results› value [‹comparison›] ‹value› ‹period›")]
    [InlineData("latest white_cells value >$0", "latest ‹results› value ‹comparison› [‹value›] ‹period›")]
    [InlineData("latest white_cells value >= $0", "latest ‹results› value ‹comparison› [‹value›] ‹period›")]
    [InlineData("latest white_cells value >= 3.5 $0", "latest ‹results› value ‹comparison› [‹value›] ‹period›")]
    [InlineData("latest white_cells value >= 3.5 10*9/L $0", "latest ‹results› value ‹comparison› ‹value› [‹period›]")]
    [InlineData("latest white_cells value between 3 and $0", "latest ‹results› value between ‹low› and [‹high›] ‹period›")]
    [InlineData("latest white_cells value rose by $0", "latest ‹results› value rose by [‹amount›] ‹period›")]
    [InlineData("latest white_cells value rose by 30 % in last $0", "in last [‹time›]")]
    [InlineData("latest of $0", "latest of [‹code sets›] is ‹code set›")]
    [InlineData("latest of smr_done, smr_declined is $0", "latest of ‹code sets› is [‹code set›]")]
    [InlineData("count of distinct medicines by $0", "count of distinct medicines by [‹substance or product›] issued ‹period› ‹comparison› ‹number›")]
    [InlineData("count of distinct medicines by substance issued in last 6 months >= $0", "count of distinct medicines by ‹substance or product› issued ‹period› ‹comparison› [‹number›]")]
    [InlineData("age $0", "age [‹comparison›] ‹age›")]
    [InlineData("age >= 75 $0", "age ‹comparison› [‹age›]")]
    [InlineData("age between 18 and $0", "age between ‹from› and [‹to›] ‹unit›")]
    [InlineData("no smr_done $0", "no ‹code set› recorded ‹period›")]
    [InlineData("smr_done recorded $0", "‹code set› recorded [‹period›]")]
    [InlineData("age >= 75 years and smr_done recorded $0", "‹code set› recorded [‹period›]")]
    [InlineData("smr_done recorded in last $0", "in last [‹time›]")]
    [InlineData("smr_done recorded between 3 months and $0", "between ‹near› and [‹far›] ago")]
    [InlineData("smr_done recorded within 28 days of $0", "within ‹time› of [‹record›]")]
    [InlineData("smr_done recorded at least $0", "at least [‹number›] times ‹apart›")]
    [InlineData("$0", "")]
    public void In_conditions(string condition, string expected) => Check($"cohort a \"A\" {{ include any {{ \"B\": {condition} }} }}", expected);

    [Theory]
    [InlineData("sop a \"A\" { drug $0 }", "drug [‹medicines›] taking when issued ‹period›")]
    [InlineData("sop a \"A\" { drug methotrexate taking when issued $0 }", "drug ‹medicines› taking when issued [‹period›]")]
    [InlineData("sop a \"A\" { baseline white_cells within $0 }", "baseline ‹tests› within [‹time›] before start")]
    [InlineData("sop a \"A\" { phase x \"X\" until stable for 6 weeks, taken as $0 }", "phase ‹name› ‹title› until stable for ‹time› , taken as [‹counted›] after start { … }")]
    [InlineData("sop a \"A\" { phase x \"X\" { white_cells every $0 } }", "‹tests› every [‹interval›] grace ‹grace›")]
    [InlineData("sop a \"A\" { limit x \"X\" of $0 }", "limit ‹name› ‹title› of [‹results›] in ‹unit› { … }")]
    [InlineData("sop a \"A\" { interval white_cells is latest white_cells / $0 }", "interval ‹test› is latest ‹results› / [‹number›] ‹unit› when ‹condition›")]
    [InlineData("codes a \"A\" snomed { << $0 }", "<< [‹identifier›] ‹term›")]
    [InlineData("codes a \"A\" snomed { 1239511000000100 $0 }", "‹identifier› [‹term›]")]
    [InlineData("codes a \"A\" snomed { from \"x.csv\" column $0 }", "from ‹path› column [‹codes›] term ‹terms›")]
    [InlineData("codes a \"A\" snomed { from \"x.$0", "from [‹path›] column ‹codes› term ‹terms›")]
    [InlineData("template a \"A\" { step 1 \"S\" { text x \"X\" $0 } }", "text ‹name› ‹title› [‹coding›]")]
    [InlineData("parameter a \"A\" = 6 months allow $0", "parameter ‹name› ‹title› = ‹value› allow [‹low›] to ‹high›")]
    [InlineData("cohort a \"A\" { } // latest $0", "")]
    [InlineData("$0", "")]
    public void In_clauses(string text, string expected) => Check(text, expected);

    [Fact]
    public void Where_several_are_possible_each_is_there()
    {
        var ide = IdeText.Of("cohort a \"A\" { include any { \"B\": latest white_cells value $0 } }" + CompletionText.Project);
        Assert.Equal(
            ["latest ‹results› value ‹comparison› ‹value› ‹period›", "latest ‹results› value between ‹low› and ‹high› ‹period›", "latest ‹results› value not between ‹low› and ‹high› ‹period›", "latest ‹results› value rose by ‹amount› ‹period›", "latest ‹results› value fell by ‹amount› ‹period›"],
            Signatures.At(ide.Compilation, ide.Path, ide.Offset)?.Forms.Select(f => f.Label));
    }

    public static TheoryData<string> AllForms => [.. ClauseForms.All.Select(f => f.Text)];

    [Theory]
    [MemberData(nameof(AllForms))]
    public void A_form_with_its_examples_can_be_read(string text)
    {
        var form = ClauseForms.All.First(f => f.Text == text);
        var example = form.Example.Replace("{ … }", "{ }", StringComparison.Ordinal);
        var declaration = form.In[0] switch
        {
            Core.Syntax.TokenKind.CohortWord => $"cohort a \"A\" {{ include any {{ \"B\": {(IsFilter(form) ? "smr_done recorded " : "")}{example} }} }}",
            Core.Syntax.TokenKind.SopWord => text.StartsWith("‹tests›", StringComparison.Ordinal) ? $"sop a \"A\" {{ phase p \"P\" {{ {example} }} }}" : $"sop a \"A\" {{ {example} }}",
            Core.Syntax.TokenKind.TemplateWord => $"template a \"A\" {{ step 1 \"S\" {{ {example} }} }}",
            Core.Syntax.TokenKind.CodesWord => $"codes a \"A\" snomed {{ {example} }}",
            _ => example,
        };
        var slugs = TestProject.Of([new("test.medopt", declaration + "\n"), .. IdeText.Of("$0" + CompletionText.Project).Compilation.Files.Select(f => KeyValuePair.Create(f.Key, f.Value.Text)).Where(f => f.Key != "test.medopt")])
            .Diagnostics.Where(d => d.Path == "test.medopt").Select(d => d.Diagnostic.Kind.Slug);
        Assert.DoesNotContain(slugs, s => s is "not-understood" or "missing-brace" or "stray-text" or "unclosed" or "unknown-unit");
    }

    [Fact]
    public void Every_place_of_the_shipped_protocols_has_an_answer()
    {
        var protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;
        Parallel.ForEach(protocols.Files.Values, file =>
        {
            for (var offset = 0; offset <= file.Text.Length; offset += 13)
                foreach (var form in Signatures.At(protocols, file.Path, offset)?.Forms ?? [])
                    Assert.All(form.Parts, p => Assert.StartsWith("‹", p.Span.Of(form.Label), StringComparison.Ordinal));
        });
    }

    private static bool IsFilter(Form form) => form.Text.Split(' ')[0] is "in" or "more" or "between" or "since" or "until" or "within" or "at";

    private static void Check(string text, string expected)
    {
        var ide = IdeText.Of(text + CompletionText.Project);
        var found = Signatures.At(ide.Compilation, ide.Path, ide.Offset);
        var form = found?.Forms[found.Active];
        Assert.Equal(expected, form is null ? "" : form.ActivePart is { } part ? form.Label.Insert(form.Parts[part].Span.End, "]").Insert(form.Parts[part].Span.Start, "[") : form.Label);
    }
}
