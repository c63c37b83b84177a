using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Model;

/// <summary>How well a system can express a criterion.</summary>
public enum FitGrade
{
    Exact,

    /// <summary>Expressed, but not to the letter; the text says how it differs.</summary>
    Approximate,

    /// <summary>Not expressed: a person builds it by hand, from an instruction.</summary>
    ByHand,
}

/// <summary>How a system expresses one test, in a sentence; for an exact one the sentence is empty.</summary>
public sealed record Fit(FitGrade Grade, string How)
{
    public static readonly Fit Exact = new(FitGrade.Exact, "");

    public static Fit Approximate(string how) => new(FitGrade.Approximate, how);

    public static Fit ByHand(string how) => new(FitGrade.ByHand, how);
}

/// <summary>A system that searches are written for, asked how well each test fits. The emitters implement it.</summary>
public interface ITarget
{
    string Name { get; }

    /// <summary>How the system expresses a test (a condition that is not a group).</summary>
    Fit Of(Condition test, ProjectModel project);
}
