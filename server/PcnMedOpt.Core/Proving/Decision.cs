using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Proving;

/// <summary>Which criterion, or which test within it.</summary>
/// <param name="Cohort">The full name of the cohort.</param>
/// <param name="Criterion">Which of its criteria, from 0, the include criteria first.</param>
/// <param name="Part">0 for the criterion, else which of its tests, from 1, in the order of the text.</param>
public readonly record struct Place(string Cohort, int Criterion, int Part);

/// <summary>A criterion, or a single test within a compound one: something that is true or false of a patient and may decide who is in a cohort.</summary>
/// <param name="Place">Which it is.</param>
/// <param name="IsExclude">It belongs to the exclude criteria.</param>
/// <param name="Label">The label of its criterion.</param>
/// <param name="Condition">What it asks.</param>
/// <param name="IsAlternative">It stands within an "or" of its criterion.</param>
public sealed record Decision(Place Place, bool IsExclude, string Label, Condition Condition, bool IsAlternative)
{
    /// <summary>It belongs to a cohort of a procedure, whose conditions nobody wrote: what counts there is each criterion, and the days of the schedules.</summary>
    public bool IsDerived => Place.Cohort.Contains('.', StringComparison.Ordinal);

    public bool IsWhole => Place.Part == 0;

    /// <summary>The label, and for a test within a criterion the test in the words of the language.</summary>
    public string Text => IsWhole ? $"\"{Label}\"" : $"\"{Label}\": {ConditionText.Of(Condition)}";
}

/// <summary>Something that the examples of a project are to show.</summary>
public abstract record Goal
{
    private protected Goal()
    {
    }
}

/// <summary>
/// A criterion or test that has this answer of a patient, and decides: with the other answer, and everything else as it is, the patient would be in
/// where they are out, or out where they are in (modified condition/decision coverage).
/// </summary>
public sealed record Decides(Place Place, bool Value) : Goal;

/// <summary>It decides on a boundary day: the record that is looked at lies on the last day inside its window, or on the first day outside.</summary>
public sealed record DecidesOnEdge(Place Place, bool Inside) : Goal;

/// <summary>A day of a phase: any, the first, or the last.</summary>
public enum PhaseDay
{
    Any,
    First,
    Last,
}

/// <summary>A patient of an example takes the medicine and is in the phase, on that day of it.</summary>
public sealed record ReachesPhase(string Procedure, int Phase, PhaseDay Day) : Goal;

/// <summary>A patient of an example has a latest result in the band, or a change of it; bands first, then changes.</summary>
public sealed record ReachesBand(string Procedure, string Limit, int Band) : Goal;
