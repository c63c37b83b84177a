using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Rules.Conditions;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>A second call before the first, or two of one name: nobody could carry it out.</summary>
public sealed class RecallOrder : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8110", "recall-order", Severity.Error, "The stages of a recall are out of order");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Model is not Sop { Recalls: var recalls } || declaration.HasUnknownParameter()) yield break;
        for (var i = 0; i < recalls.Length; i++)
            if (WhatIsWrong(recalls[i], i == 0 ? null : recalls[i - 1]) is { } wrong)
            {
                yield return Kind.At(recalls[i].Span, wrong, "Write first, second, third and escalate in this order, each later than the one before it, and none left out but at the end.");
                yield break;
            }
    }

    private static string? WhatIsWrong(Recall recall, Recall? before)
    {
        var own = Word(recall);
        if (before is null) return recall.Stage is RecallStage.Second or RecallStage.Third ? $"'{own}' stands without 'first'." : null;
        if (recall.Stage == before.Stage) return $"'{own}' stands twice.";
        if (recall.Stage < before.Stage) return $"'{own}' stands after '{Word(before)}'.";
        if (recall.Stage == RecallStage.Third && before.Stage == RecallStage.First) return "'third' stands without 'second'.";
        return recall.After.IsAtMost(before.After) ? $"'{own}' comes {recall.After} after the test is overdue, and '{Word(before)}' before it {before.After} after." : null;
    }

    private static string Word(Recall recall) => recall.Stage.ToString().ToLowerInvariant();
}
