using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Systmone;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Pages;

/// <summary>Pages of generated cohorts of every form: they are sound, and nothing of the cohorts is missing from them.</summary>
public sealed class GeneratedPagesTests
{
    private static readonly int Runs = TestSize.Of(usual: 150, full: 2_000);

    private static readonly PageContents Sets = Contents();

    [Fact]
    public void A_specification_holds_every_label_criterion_and_code() => Prop.ForAll<byte[]>(numbers =>
    {
        var contents = Made(numbers);
        var page = new ParsedPage(SpecPage.Html(SpecView.Of(Meta, contents, new EmisTarget(null))));
        page.IsHarmless();
        Holds(contents, page);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(100).WithEndSize(400).WithReplay(20261126, 1));

    [Fact]
    public void So_does_one_whose_codes_are_all_in_the_code_map()
    {
        var map = EmisCodeMap.Read("emis_code_id,concept_id,term\n301480018,195967001,Asthma\n250598013,162660004,Resolved\n1785291000000110,326874007,Methotrexate\n");
        Prop.ForAll<byte[]>(numbers =>
        {
            var contents = Made(numbers);
            var page = new ParsedPage(SpecPage.Html(SpecView.Of(Meta, contents, new EmisTarget(map))));
            page.IsHarmless();
            Holds(contents, page);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(100).WithEndSize(400).WithReplay(20261127, 1));
    }

    [Fact]
    public void A_build_sheet_holds_every_label_criterion_and_code() => Prop.ForAll<byte[]>(numbers =>
    {
        var contents = Made(numbers);
        var page = new ParsedPage(BuildSheetPage.Html(BuildSheetView.Of(Meta, contents)));
        page.IsHarmless();
        Holds(contents, page);
        foreach (var code in contents.CodeSets.SelectMany(s => contents.Project.CodeSet(s)?.Codes ?? []))
            Assert.Contains($"\"{code.ToString(CultureInfo.InvariantCulture)}\"", CodesCsv.Of(contents), StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(100).WithEndSize(400).WithReplay(20261128, 1));

    private static PageMeta Meta => new PackPages(TestProject.Of("pack p \"P\" { contains a }")).Meta;

    private static PageContents Contents()
    {
        var compilation = TestProject.Of("""
            codes alpha "Alpha" snomed { << 195967001 |Asthma|  ^ 999012891000230104 |asthma diagnoses| cluster "AST_COD" }
            codes beta "Beta" snomed { 162660004 |Asthma resolved| unit umol/L }
            codes gamma_delta "Gamma" dmd { 326874007 |Methotrexate 2.5mg tablets| }
            codes epsilon "Epsilon" snomed { ^ 999009771000230104 |under palliative care| cluster "PALCARE_COD" }
            pack p "P" { contains alpha }
            """);
        return PageContents.Of(compilation, compilation.Models<Core.Model.Packs.Pack>().Single());
    }

    private static PageContents Made(byte[] numbers)
    {
        var choices = new Choices(numbers);
        var forms = new GeneratedForms(choices);
        var first = Cohort("first_cohort", null);
        var second = Cohort("second_cohort", "first_cohort");
        var measure = new Measure("m", "Measure of it", null, new PatientsOf(new OfCohort("second_cohort", null)), Named(forms.Condition(2)), default, null, [], [], [], []);
        return Sets with
        {
            Project = Sets.Project with { Cohort = name => name == "first_cohort" ? first : name == "second_cohort" ? second : null },
            Cohorts = [second],
            Measures = [measure],
            TitleOf = name => Sets.TitleOf(name) ?? GeneratedForms.TitleOf(name),
        };

        Cohort Cohort(string name, string? from) => new(
            name,
            $"Title of {name}",
            null,
            from is null ? choices.Maybe() ? new Registered() : new Everyone() : new OfCohort(from, null),
            new Inclusion(choices.Of(Enum.GetValues<Quantifier>()), 2, [.. Enumerable.Range(0, 3).Select(i => new Criterion($"{name} include {i}", Named(forms.Condition(2)), [], default, default))]),
            [.. Enumerable.Range(0, choices.Next(3)).Select(i => new Criterion($"{name} exclude {i}", Named(forms.Condition(1)), [], default, default))],
            null,
            [],
            []);

        // A cohort that is named inside the first would be a circle; inside others only the first is.
        Condition Named(Condition condition) => condition switch
        {
            AllOf all => new AllOf([.. all.Operands.Select(Named)]),
            AnyOf any => new AnyOf([.. any.Operands.Select(Named)]),
            Not not => new Not(Named(not.Operand)),
            InCohortTest => new AgeTest(new AgeAtLeast(new Core.Semantics.Duration(18, Core.Semantics.DurationUnit.Years))),
            _ => condition,
        };
    }

    private static void Holds(PageContents contents, ParsedPage page)
    {
        var (text, english) = (page.Text, contents.English());
        foreach (var criterion in contents.AllCohorts.SelectMany(c => c.Criteria))
        {
            Assert.Contains(criterion.Label, text, StringComparison.Ordinal);
            Assert.Contains($"Patients: {english.Of(criterion.Condition)}.".Replace('\u00A0', ' '), text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
        foreach (var code in contents.CodeSets.SelectMany(s => contents.Project.CodeSet(s)?.Codes ?? [])) Assert.Contains(code.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        foreach (var part in contents.CodeSets.SelectMany(s => contents.Project.CodeSet(s)?.Opaque ?? [])) Assert.Contains(part.Text, text, StringComparison.Ordinal);
    }
}
