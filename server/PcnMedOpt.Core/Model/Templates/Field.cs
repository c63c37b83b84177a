using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Templates;

/// <summary>Something that stands in a step.</summary>
public abstract record StepItem
{
    private protected StepItem()
    {
    }

    public ImmutableArray<Citation> Cites { get; init; } = [];

    public TextSpan Span { get; init; }
}

/// <summary>Guidance, printed where it stands.</summary>
public sealed record GuideItem(Guide Guide) : StepItem;

/// <summary>The latest results of code sets, for whoever consults to look at.</summary>
/// <param name="Sets">The code sets.</param>
/// <param name="Window">How far back; null for ever.</param>
public sealed record ShowLatest(ImmutableArray<string> Sets, Window? Window) : StepItem;

/// <summary>When the patient is seen again.</summary>
public sealed record RecallIn(Duration Duration) : StepItem;

public enum FieldKind
{
    Text,
    Number,
    Date,
    Tick,

    /// <summary>One option.</summary>
    Choice,

    /// <summary>Any number of options.</summary>
    Choices,

    /// <summary>What is recorded of the consultation as a whole.</summary>
    Outcome,
}

/// <summary>How an answer is recorded.</summary>
public abstract record Coding
{
    private protected Coding()
    {
    }
}

public sealed record Coded(WrittenCode Code) : Coding;

/// <summary>No code is recorded, for the reason that is given.</summary>
public sealed record Uncoded(string Why) : Coding;

/// <summary>When a field must be filled.</summary>
public abstract record Requirement
{
    private protected Requirement()
    {
    }
}

public sealed record AlwaysRequired : Requirement;

/// <summary>When another field is ticked.</summary>
public sealed record RequiredWhenTicked(string Field, TextSpan Span) : Requirement;

/// <summary>When an option of another field is chosen.</summary>
public sealed record RequiredWhenChosen(string Field, string Option, TextSpan Span) : Requirement;

/// <summary>The least and the most that is expected of a number, in the unit of its field; both belong to it.</summary>
public sealed record ExpectedRange(decimal Low, decimal High, TextSpan Span);

/// <summary>What is asked or recorded.</summary>
/// <param name="Kind">Of what kind the answer is.</param>
/// <param name="Name">Its name in the template.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Coding">How the answer is recorded; null when the text does not say.</param>
/// <param name="Unit">Of a number; null when the text does not say.</param>
/// <param name="Expected">Of a number; null when the text does not say.</param>
/// <param name="Required">Null when it may be left empty.</param>
/// <param name="OnCompletion">Offered when every required field is filled; a clinician confirms it.</param>
/// <param name="Options">Of a choice.</param>
public sealed record Field(
    FieldKind Kind,
    string Name,
    string Title,
    Coding? Coding,
    Unit? Unit,
    ExpectedRange? Expected,
    Requirement? Required,
    bool OnCompletion,
    ImmutableArray<Option> Options) : StepItem
{
    public TextSpan NameSpan { get; init; }

    /// <summary>It and the fields that follow one of its options.</summary>
    public IEnumerable<Field> WithFollowing => Options.Select(o => o.Then).OfType<Field>().SelectMany(f => f.WithFollowing).Prepend(this);
}

/// <summary>An answer to choose.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Coding">How it is recorded; null when the text does not say.</param>
/// <param name="Then">What is asked, shown or said when it is chosen.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Option(string Label, Coding? Coding, StepItem? Then, TextSpan Span);
