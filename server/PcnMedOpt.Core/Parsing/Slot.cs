namespace PcnMedOpt.Core.Parsing;

/// <summary>
/// What a place of the grammar is for: whose name stands there, what its number, text or words mean. The grammar says it where it asks, so that
/// an editor need not know the grammar a second time.
/// </summary>
public enum Slot
{
    None,

    /// <summary>The start of a declaration, outside of every other.</summary>
    Declaration,

    /// <summary>A name that is made up here.</summary>
    NewName,

    ProtocolClause,
    CodesClause,
    CohortClause,
    Criterion,
    MeasureClause,
    TemplateClause,
    TemplateItem,
    SopClause,
    Schedule,
    Band,
    LetterClause,
    WorkflowClause,
    RegisterClause,
    ChecklistClause,
    PackClause,
    ExampleClause,
    PatientLine,

    CodeSet,

    /// <summary>A code set of medicines.</summary>
    Medicines,

    /// <summary>A code set of results, or of tests.</summary>
    Results,

    Cohort,
    Population,
    PackMember,

    /// <summary>A procedure whose limits are taken over.</summary>
    Procedure,

    /// <summary>A limit of a procedure.</summary>
    LimitName,

    /// <summary>A source that the protocol names.</summary>
    Evidence,

    /// <summary>What shows that an item of a checklist is done.</summary>
    Proof,

    /// <summary>A step of a workflow.</summary>
    Step,

    /// <summary>A field of a template.</summary>
    Field,

    /// <summary>A column of a register.</summary>
    Column,

    /// <summary>Who does it.</summary>
    Role,

    /// <summary>A length of time that is computed, or a parameter.</summary>
    Duration,

    /// <summary>A length of time with "ago" behind it, or a parameter.</summary>
    Ago,

    /// <summary>A length of time that is an age, or a parameter.</summary>
    Age,

    /// <summary>A length of time that is printed only.</summary>
    Time,

    /// <summary>A number, or a parameter.</summary>
    Count,

    /// <summary>A value with its unit, or a parameter.</summary>
    Quantity,

    /// <summary>What a parameter stands for.</summary>
    Amount,

    Unit,

    /// <summary>An identifier of a terminology.</summary>
    Code,

    /// <summary>How many criteria must hold.</summary>
    Quantifier,

    /// <summary>What a field of a template is like.</summary>
    Attribute,

    /// <summary>What a column of a register holds.</summary>
    ColumnKind,

    Condition,
    Comparison,
    Range,
    Window,
    Filter,
    Anchor,

    /// <summary>"recorded", "issued", "on repeat".</summary>
    Happened,

    /// <summary>What happened to a patient of an example, and when.</summary>
    Event,

    /// <summary>"at least" and a number of times.</summary>
    Times,

    /// <summary>"within … of each other".</summary>
    EachOther,
    Citation,

    /// <summary>The path of a list of codes.</summary>
    ListPath,

    /// <summary>A column of a list of codes.</summary>
    ListColumn,

    /// <summary>The label of a criterion.</summary>
    Label,

    /// <summary>A patient of an example.</summary>
    Patient,

    /// <summary>An option of a field.</summary>
    Option,

    /// <summary>A value of a column of a register.</summary>
    Class,

    /// <summary>The text of a letter.</summary>
    LetterText,
}
