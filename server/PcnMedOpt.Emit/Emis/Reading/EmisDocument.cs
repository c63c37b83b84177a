using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>Where something stands in the file, from 1.</summary>
public sealed record EmisPlace(int Line, int Column)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}

/// <summary>Why a file cannot be read, in a sentence.</summary>
public sealed record EmisFault(EmisPlace Place, string Message);

/// <summary>
/// Something of the file that the records have no place for: it is kept, so that whoever uses them can say that it is not looked at.
/// </summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Within">The report or criterion that it belongs to, as a person knows it.</param>
/// <param name="Name">The element, or @attribute.</param>
/// <param name="Text">What it holds, shortened.</param>
/// <param name="IsLogic">It may change whom a search finds, or is not known not to.</param>
public sealed record EmisOther(EmisPlace Place, string Within, string Name, string Text, bool IsLogic);

/// <summary>
/// What stands in an EMIS Web <c>enquiryDocument</c>, and no more: identifiers are in lower case, as EMIS compares them without regard to case.
/// </summary>
public sealed record EmisDocument(string Id, string? Name, ImmutableArray<EmisReportFolder> Folders, ImmutableArray<EmisReport> Reports, ImmutableArray<EmisOther> Others)
{
    private readonly Lazy<Dictionary<string, EmisReport>> byId = new(() => Reports.ToDictionary(r => r.Id, StringComparer.Ordinal));

    /// <summary>The report of an identifier, in any case; null when it is not in the file.</summary>
    public EmisReport? Find(string id) => byId.Value.GetValueOrDefault(id.ToLowerInvariant());
}

public sealed record EmisReportFolder(EmisPlace Place, string Id, string Name, string? Parent);

/// <summary>What a report takes its patients from.</summary>
public enum EmisParentKind
{
    /// <summary>Registered regular patients.</summary>
    Active,

    /// <summary>All, also left or deceased.</summary>
    All,

    /// <summary>Those of another report.</summary>
    Population,
}

/// <summary>The source; the report is named for <see cref="EmisParentKind.Population"/>.</summary>
public sealed record EmisParent(EmisParentKind Kind, string? Report);

public enum EmisReportKind
{
    /// <summary>A search for patients.</summary>
    Population,
    List,
    Aggregate,
    Audit,

    /// <summary>Another content, or none.</summary>
    Other,
}

/// <summary>A report. Only of a population are the rules read.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">What EMIS shows.</param>
/// <param name="Description">What its author says of it.</param>
/// <param name="Folder">The folder that it is in, which need not be in the file.</param>
/// <param name="Parent">Where it takes its patients from.</param>
/// <param name="PopulationType">PATIENT, or of what else it is a report.</param>
/// <param name="SearchDate">BASELINE, REFERENCE or TODAY.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Groups">Its rules, in order.</param>
public sealed record EmisReport(
    EmisPlace Place,
    string Id,
    string Name,
    string? Description,
    string? Folder,
    EmisParent Parent,
    string PopulationType,
    string SearchDate,
    EmisReportKind Kind,
    ImmutableArray<EmisGroup> Groups);

public enum EmisAction
{
    Select,
    Reject,
    Next,

    /// <summary>Goes on at another rule; in the schema, seen in no export.</summary>
    Goto,
}

public enum EmisJoin
{
    And,
    Or,
}

/// <summary>A rule (criteriaGroup).</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Definition">What it asks; null when it is kept in a library.</param>
/// <param name="LibraryItem">The item of EMIS's library that it is.</param>
/// <param name="IfTrue">What becomes of a patient of whom it is true.</param>
/// <param name="IfFalse">And of one of whom it is not.</param>
/// <param name="Others">What may be logic and is not read, in all of it.</param>
public sealed record EmisGroup(
    EmisPlace Place, string Id, EmisDefinition? Definition, string? LibraryItem, EmisAction IfTrue, EmisAction IfFalse, ImmutableArray<EmisOther> Others);

public sealed record EmisDefinition(EmisJoin Join, ImmutableArray<EmisMember> Members);

/// <summary>What a rule asks.</summary>
public abstract record EmisMember
{
    private protected EmisMember()
    {
    }
}

public sealed record EmisCriterionMember(EmisCriterion Criterion) : EmisMember;

/// <summary>Is in another report; it cannot be negated.</summary>
public sealed record EmisPopulationMember(EmisPlace Place, string Report) : EmisMember;

/// <summary>An item of EMIS's library, or of another kind that is not in the file.</summary>
public sealed record EmisAbsentMember(EmisPlace Place, string What) : EmisMember;
