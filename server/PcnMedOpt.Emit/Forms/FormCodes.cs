using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Forms;

/// <summary>A code that a template records: at which prompt, and by which answer where it belongs to one.</summary>
internal sealed record FormCode(FormStep Step, string Number, string Prompt, string? Answer, WrittenCode Code);

/// <summary>What a template asks or offers and does not record: why it does not.</summary>
internal sealed record FormGap(string Number, string Prompt, string? Answer, string Why);

/// <summary>What a template records, and what it does not, in the order of its text.</summary>
internal static class FormCodes
{
    public static IEnumerable<FormCode> Of(Form form) =>
        from answer in Answers(form)
        where answer.Coding is Coded
        select new FormCode(answer.Step, answer.Number, answer.Prompt, answer.Label, ((Coded)answer.Coding).Code);

    public static IEnumerable<FormGap> Gaps(Form form) =>
        from answer in Answers(form)
        let why = answer.Coding is Uncoded uncoded ? uncoded.Why : answer is { Coding: null, IsQuestion: false } ? "the protocol does not say why" : null
        where why is not null
        select new FormGap(answer.Number, answer.Prompt, answer.Label, why);

    private static IEnumerable<(FormStep Step, string Number, string Prompt, string? Label, Coding? Coding, bool IsQuestion)> Answers(Form form)
    {
        foreach (var step in form.Steps)
            foreach (var entry in step.Entries)
                if (entry.Item is Field field)
                {
                    yield return (step, entry.Number, field.Title, null, field.Coding, !entry.Options.IsEmpty);
                    foreach (var option in entry.Options) yield return (step, option.Number, field.Title, option.Option.Label, option.Option.Coding, false);
                }
    }
}
