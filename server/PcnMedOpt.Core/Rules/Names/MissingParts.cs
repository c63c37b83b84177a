using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>What a document cannot do without, and does not have: where, what is said of it, and what to write.</summary>
internal sealed record MissingPart(TextSpan Span, string Message, string Hint);

/// <summary>Finds what templates, procedures, letters, workflows, registers and checklists cannot do without.</summary>
internal static class MissingParts
{
    public static IEnumerable<MissingPart> Of(DeclarationMeaning declaration) => declaration.Syntax switch
    {
        TemplateSyntax template => OfTemplate(declaration, template),
        SopSyntax sop => OfSop(declaration, sop),
        LetterSyntax letter => OfLetter(declaration, letter),
        WorkflowSyntax workflow => OfWorkflow(declaration, workflow),
        RegisterSyntax register when !register.Clauses.Any(c => c is ColumnSyntax) =>
            [At(declaration, $"The register '{declaration.Facts.Name}' has no column.", "Write one, such as column received \"Received\" date required.")],
        ChecklistSyntax checklist when !checklist.Clauses.Any(c => c is ItemSyntax) =>
            [At(declaration, $"The checklist '{declaration.Facts.Name}' has no item.", "Write one, such as item \"Named lead pharmacist\" evidence file quarterly.")],
        _ => [],
    };

    private static IEnumerable<MissingPart> OfTemplate(DeclarationMeaning declaration, TemplateSyntax template)
    {
        var steps = template.Clauses.OfType<TemplateStepSyntax>().ToList();
        if (steps.Count == 0)
            yield return At(declaration, $"The template '{declaration.Facts.Name}' has no step.", "Write one, such as step 1 \"Aim\" { text … }.");
        foreach (var step in steps.Where(s => s.Fields.IsEmpty))
            yield return new MissingPart(step.Keyword.Span, $"There is nothing between the braces of step {step.Number.Text}.", "Write what is asked, shown or said in it, or remove it.");
        foreach (var choice in declaration.Nodes.OfType<ChoiceFieldSyntax>().Where(c => c.Options.IsEmpty))
            yield return new MissingPart(
                choice.Name.Span, $"There is no option to choose in '{CodeSetReader.NameOf(choice.Name)}'.", "Write its options between the braces, each in quotation marks with its code, or uncoded and why.");
    }

    private static IEnumerable<MissingPart> OfSop(DeclarationMeaning declaration, SopSyntax sop)
    {
        var drug = sop.Clauses.Any(c => c is DrugSyntax);
        if (sop.Clauses.IsEmpty)
            yield return At(declaration, $"There is nothing in the procedure '{declaration.Facts.Name}'.", "Write its sections and steps; for monitoring its drug and phases.");
        else if (!drug && sop.Clauses.FirstOrDefault(c => c is PhaseSyntax or BaselineSyntax or AlsoSyntax or IntervalSyntax or RecallsSyntax) is { } first)
            yield return new MissingPart(
                first.First.Span,
                $"The procedure '{declaration.Facts.Name}' has {Listing.And(sop.Clauses.Select(What).OfType<string>().Distinct())}, and does not say which medicine is monitored.",
                "Write it: drug, a dm+d code set, and taking when issued in last 6 months.");
        else if (drug && !declaration.Nodes.Any(n => n is ScheduleSyntax or NoRoutineTestsSyntax or LimitSyntax or LimitsAsSyntax))
            yield return At(
                declaration,
                $"The procedure '{declaration.Facts.Name}' monitors a medicine, and says of no test when it is due or what its results mean.",
                "Write a phase with its tests, such as phase maintenance \"Maintenance\" { full_blood_count every 12 weeks }.");
        foreach (var scheduled in declaration.Nodes.OfType<ScheduledSyntax>().Where(s => s.Schedules.IsEmpty))
            yield return new MissingPart(
                scheduled.Keyword.Span, "There is no test between these braces.", "Write the tests and how often, or why there are none: no routine tests \"…\".");
        foreach (var limit in sop.Clauses.OfType<LimitSyntax>().Where(l => l.Bands.IsEmpty))
            yield return new MissingPart(
                limit.Name.Span, $"The limit '{CodeSetReader.NameOf(limit.Name)}' has no band.", "Write its bands, such as red below 3.5 \"…\" and green 3.5 and above.");
    }

    private static IEnumerable<MissingPart> OfLetter(DeclarationMeaning declaration, LetterSyntax letter)
    {
        if (!letter.Clauses.Any(c => c is LetterToSyntax))
            yield return At(declaration, $"The letter '{declaration.Facts.Name}' does not say to whom it goes.", "Write to and a cohort.");
        if (!letter.Clauses.Any(c => c is LetterBodySyntax))
            yield return At(declaration, $"The letter '{declaration.Facts.Name}' has no text.", "Write body letter, body sms or body email, and the text in quotation marks.");
    }

    private static IEnumerable<MissingPart> OfWorkflow(DeclarationMeaning declaration, WorkflowSyntax workflow)
    {
        if (!workflow.Clauses.Any(c => c is WorkflowStepSyntax))
            yield return At(declaration, $"The workflow '{declaration.Facts.Name}' has no step.", "Write one, such as step triage \"Triage\" by pharmacist.");
        else if (!workflow.Clauses.Any(c => c is EndSyntax))
            yield return At(declaration, $"The workflow '{declaration.Facts.Name}' has no end.", "Write where it ends, such as end close \"Closed\", and lead to it.");
    }

    private static string? What(ClauseSyntax clause) => clause switch
    {
        BaselineSyntax => "a baseline",
        PhaseSyntax => "phases",
        AlsoSyntax => "additional tests",
        IntervalSyntax => "an interval from a value",
        RecallsSyntax => "a recall",
        _ => null,
    };

    private static MissingPart At(DeclarationMeaning declaration, string message, string hint) => new(declaration.Facts.NameSpan, message, hint);
}
