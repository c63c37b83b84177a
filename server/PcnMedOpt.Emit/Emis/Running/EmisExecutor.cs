using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Running;

/// <summary>
/// Runs the searches of a file on a patient by what its elements say, and knows nothing of protocols: rules in order, criteria joined by AND or OR,
/// rows of a table, order, test, linked criterion. How EMIS itself runs one was never observed; this is the reading that the writer has, and that
/// published registers need to work: a link is looked at once the order has kept its row, and in the child before the order.
/// </summary>
/// <param name="document">The file.</param>
/// <param name="baseline">The date that the search is run for.</param>
/// <param name="stands">Whether a value of a set stands for a code.</param>
/// <param name="byHand">Whether a search that a person has built finds a patient; null for a search of the file.</param>
public sealed class EmisExecutor(EmisDocument document, DateOnly baseline, Func<EmisSetValue, long, bool> stands, Func<string, PatientRecord, bool?>? byHand = null)
{
    private readonly EmisRows rows = new(baseline, stands);

    /// <exception cref="InvalidDataException">The search is not in the file, or has a form that is not run; the sentence says which.</exception>
    public bool Finds(string report, PatientRecord patient)
    {
        if (byHand?.Invoke(report, patient) is { } found) return found;
        var search = document.Find(report) ?? throw new InvalidDataException($"The report {report} is not in the file.");
        if (search.Kind != EmisReportKind.Population) throw new InvalidDataException($"'{search.Name}' is no search for patients.");
        var isInParent = search.Parent switch
        {
            { Kind: EmisParentKind.All } => true,
            { Kind: EmisParentKind.Active } => patient.IsRegistered(baseline),
            { Report: { } parent } => Finds(parent, patient),
            _ => throw new InvalidDataException($"'{search.Name}' has no parent."),
        };
        if (!isInParent) return false;
        foreach (var group in search.Groups)
            switch (Holds(group, patient) ? group.IfTrue : group.IfFalse)
            {
                case EmisAction.Select: return true;
                case EmisAction.Reject: return false;
                case EmisAction.Goto: throw new InvalidDataException($"'{search.Name}' goes on at another rule, which is not run.");
            }
        return search.Groups.IsEmpty;
    }

    private bool Holds(EmisGroup group, PatientRecord patient)
    {
        if (group.Others.Length > 0) throw new InvalidDataException($"{group.Others[0].Within} has {group.Others[0].Name}, which is not run.");
        var definition = group.Definition ?? throw new InvalidDataException("A rule is an item of EMIS's library.");
        return definition.Join == EmisJoin.And ? definition.Members.All(m => Holds(m, patient)) : definition.Members.Any(m => Holds(m, patient));
    }

    private bool Holds(EmisMember member, PatientRecord patient) => member switch
    {
        EmisPopulationMember other => Finds(other.Report, patient),
        EmisCriterionMember { Criterion: var criterion } => rows.Of(criterion, patient, _ => true).Any() != criterion.Negated,
        EmisAbsentMember absent => throw new InvalidDataException($"A rule asks {absent.What}."),
        _ => throw new System.Diagnostics.UnreachableException($"No meaning for {member}"),
    };
}
