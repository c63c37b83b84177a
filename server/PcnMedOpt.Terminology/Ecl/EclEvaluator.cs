using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// Finds the concepts of an ECL expression in a release (SNOMED International, "Expression Constraint Language", chapter 6). The substrate is the
/// snapshot: concepts active or retired; relationships, members and descriptions that are active. Hierarchy and attributes find active concepts only
/// (6.9, "Active Filter"); an identifier by itself, members of reference sets and history find retired ones too.
/// </summary>
internal static class EclEvaluator
{
    public static EclAnswer Evaluate(ReleaseStore store, string text)
    {
        var reading = EclParser.Parse(text);
        if (reading.Expression is not { } expression) return new EclAnswer(null, reading.Fault, []);
        var context = new EclContext(store);
        var found = EclSets.Of(expression, context);
        var refused = context.NotEvaluated;
        return new EclAnswer(refused.IsEmpty ? store.IdsOf(found) : null, null, refused) { Doubts = context.Doubts };
    }
}
