using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>What is asked of a patient who is looked for, beside what the tests are to say.</summary>
/// <param name="IsFound">This is the one.</param>
/// <param name="Away">How far from it, as a number of steps: patients who are nearer are tried first.</param>
internal sealed record Asked(Func<Look, bool> IsFound, Func<Look, int> Away);

/// <summary>
/// Looks for a patient of whom a cohort's tests say what is wanted: from a plain patient, or from those that are given, change by change, the nearest first.
/// The reference evaluator looks at every patient on the way. It ends after <see cref="MostTries"/> patients: that none was found is no proof that there is none.
/// </summary>
internal sealed class PatientSearch
{
    /// <summary>How many patients are tried, unless something else is said.</summary>
    public const int MostTries = 3000;

    private readonly ProvedProject project;
    private readonly Circuit circuit;
    private readonly DateOnly reference;
    private readonly Moves moves;
    private readonly Wants wants;
    private readonly int most;

    public PatientSearch(ProvedProject project, Circuit circuit, DateOnly reference, int most = MostTries)
    {
        (this.project, this.circuit, this.reference, this.most) = (project, circuit, reference, most);
        moves = new Moves(new SearchSpace(project.Model, circuit.Gates.Select(g => g.Test).OfType<Condition>(), project.Medicines, project.Findings, reference));
        wants = new Wants(circuit);
    }

    /// <summary>An adult of middle age, registered since birth, of whom nothing else is known.</summary>
    public static ExamplePatient Plain(DateOnly reference) => new(null, new DateOnly(reference.Year - 56, 1, 1), null, Sex.Unknown, [], [], default);

    /// <summary>A patient of whom the gate says so and decides.</summary>
    /// <param name="gate">A gate of the circuit.</param>
    /// <param name="value">What it is to say.</param>
    /// <param name="asked">What is asked beside that.</param>
    /// <param name="seeds">Patients to begin from.</param>
    public ExamplePatient? Deciding(int gate, bool value, Asked asked, IEnumerable<ExamplePatient> seeds) => Find(wants.Deciding(gate, value), gate, value, asked, seeds);

    /// <summary>A patient who is in the cohort of the circuit.</summary>
    public ExamplePatient? In(Asked asked, IEnumerable<ExamplePatient> seeds) => Find(new Want.Says(circuit.Root, true), circuit.Root, true, asked, seeds);

    private ExamplePatient? Find(Want want, int gate, bool value, Asked asked, IEnumerable<ExamplePatient> seeds)
    {
        var open = new PriorityQueue<Candidate, (int, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in seeds.Prepend(Plain(reference)))
            if (Add(seed) is { } found) return found;
        while (open.TryDequeue(out var next, out _) && seen.Count < most)
        {
            var unmet = next.IsNear ? [(gate, value)] : wants.Unmet(want, next.Values).Distinct();
            foreach (var patient in unmet.SelectMany(u => Moved(u.Item1, u.Item2, next.Patient)))
            {
                if (Add(patient) is { } found) return found;
                if (seen.Count >= most) break;
            }
        }
        return null;

        ExamplePatient? Add(ExamplePatient patient)
        {
            if (!IsPossible(patient) || !seen.Add(string.Join('\n', ExampleText.Lines(patient))) || ExamplePatients.Record(project.Model, patient).Patient is not { } record) return null;
            var look = new Look(project.Model, reference, record);
            var values = circuit.Values(look.Evaluator, record);
            var cost = wants.Cost(want, values);
            if (cost == 0 && asked.IsFound(look)) return patient;
            open.Enqueue(new Candidate(patient, values, cost == 0), (cost + asked.Away(look), patient.Records.Length));
            return null;
        }
    }

    private IEnumerable<ExamplePatient> Moved(int gate, bool value, ExamplePatient patient) => circuit.Gates[gate] switch
    {
        { Kind: GateKind.Test, Test: { } test } => moves.Of(test, value, patient),
        { Kind: GateKind.Population } => Moves.OfPopulation(value, patient, reference),
        var joined => joined.Inputs.SelectMany(i => Moved(i, value, patient)),
    };

    /// <summary>Nothing happened before they were born, and no line stands twice.</summary>
    private static bool IsPossible(ExamplePatient patient) =>
        patient.Born is { } born && patient.Records.All(r => ExampleText.DayOf(r) >= born) && patient.Records.Distinct().Count() == patient.Records.Length
        && patient.Registrations.All(r => r.Since >= born);

    private sealed record Candidate(ExamplePatient Patient, bool[] Values, bool IsNear);
}
