using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide.Actions;

public enum ActionKind
{
    QuickFix,
    Extract,
    Inline,
    Rewrite,

    /// <summary>Every meaning-keeping fix of a file at once.</summary>
    FixAll,
}

/// <summary>What an action does, or in a sentence why it does nothing.</summary>
public sealed record ActionAnswer(ProjectEdit Edit, string? Refusal)
{
    public static ActionAnswer Of(params IEnumerable<FileEdit> edits) => new(ProjectEdit.Of(edits), null);

    public static ActionAnswer Refused(string why) => new(ProjectEdit.Of([]), why);
}

/// <summary>Something that the editor can do at a place.</summary>
/// <param name="Name">What it does, in a few words.</param>
/// <param name="Kind">What sort of action it is.</param>
/// <param name="Effect">What it does to the people whom the protocols find.</param>
/// <param name="Work">Works the change out.</param>
public sealed record CodeAction(string Name, ActionKind Kind, FixEffect Effect, Func<ActionAnswer> Work)
{
    /// <summary>What it does, and at its end whether that keeps the meaning.</summary>
    public string Title => $"{Name} ({(Effect == FixEffect.KeepsMeaning ? "keeps meaning" : "changes clinical meaning")})";

    /// <summary>Why it cannot be done here, where that is known at once.</summary>
    public string? Refusal { get; init; }

    /// <summary>The finding that it mends.</summary>
    public LocatedDiagnostic? Mends { get; init; }

    /// <summary>The one fix of its finding, and it keeps the meaning: safe to take without a choice.</summary>
    public bool IsPreferred { get; init; }

    public static CodeAction Keeps(string name, ActionKind kind, Func<ActionAnswer> work) => new(name, kind, FixEffect.KeepsMeaning, work);

    public static CodeAction Changes(string name, ActionKind kind, Func<ActionAnswer> work) => new(name, kind, FixEffect.ChangesClinicalMeaning, work);

    public static CodeAction Refused(string name, ActionKind kind, string why) => new(name, kind, FixEffect.KeepsMeaning, () => ActionAnswer.Refused(why)) { Refusal = why };
}
