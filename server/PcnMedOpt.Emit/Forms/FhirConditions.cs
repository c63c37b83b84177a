using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Templates;

namespace PcnMedOpt.Emit.Forms;

/// <summary>An answer to another question on which something depends. No option: it is ticked.</summary>
internal sealed record FhirCondition(FormEntry Question, Option? Option);

/// <summary>
/// On which answers each item depends. A question that must be filled on a condition is asked on that condition: FHIR has no other way to require
/// it. Where conditions run in a circle none of their questions would ever be asked, so that there the requirement is only said.
/// </summary>
internal sealed class FhirConditions(Form form)
{
    public ImmutableArray<FhirCondition> Of(FormEntry entry) => IsCircular(entry) ? [.. After(entry)] : [.. After(entry).Concat(Required(entry))];

    /// <summary>It must be filled on a condition that cannot be stated.</summary>
    public bool IsLost(FormEntry entry) => entry.Item is Field { Required: RequiredWhenTicked or RequiredWhenChosen } && (IsCircular(entry) || !Required(entry).Any());

    private IEnumerable<FhirCondition> After(FormEntry entry) =>
        entry.After is { } after && form.Find(after.Field) is { } question ? [new FhirCondition(question, after.Option)] : [];

    private IEnumerable<FhirCondition> Required(FormEntry entry)
    {
        if (entry.Item is not Field { Required: { } required }) yield break;
        switch (required)
        {
            case RequiredWhenTicked ticked when form.Find(ticked.Field) is { Item: Field { Kind: FieldKind.Tick or FieldKind.Outcome } } question:
                yield return new FhirCondition(question, null);
                break;
            case RequiredWhenChosen chosen when form.Find(chosen.Field) is { Item: Field field } question && field.Options.FirstOrDefault(o => o.Label == chosen.Option) is { } option:
                yield return new FhirCondition(question, option);
                break;
        }
    }

    private bool IsCircular(FormEntry entry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<FormEntry>([entry]);
        while (open.TryPop(out var next))
            foreach (var condition in After(next).Concat(Required(next)))
            {
                if (condition.Question.Id == entry.Id) return true;
                if (seen.Add(condition.Question.Id)) open.Push(condition.Question);
            }
        return false;
    }
}
