using System.Collections.Immutable;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Diagnostics;

public enum Severity
{
    Off,

    /// <summary>A note: something to know, such as how a target approximates a criterion.</summary>
    Info,
    Warning,
    Error,
}

/// <summary>What a quick fix does to the people whom a protocol finds.</summary>
public enum FixEffect
{
    KeepsMeaning,
    ChangesClinicalMeaning,
}

public sealed record TextEdit(TextSpan Span, string NewText);

/// <summary>A change that mends a finding. The edits are in the slice of the finding and do not overlap.</summary>
public sealed record Fix(string Title, FixEffect Effect, ImmutableArray<TextEdit> Edits)
{
    public static Fix Keeps(string title, params TextEdit[] edits) => new(title, FixEffect.KeepsMeaning, [.. edits]);

    public static Fix Changes(string title, params TextEdit[] edits) => new(title, FixEffect.ChangesClinicalMeaning, [.. edits]);
}

/// <summary>A kind of finding: its stable id (MO and four digits), its slug, which rule pages and "allow" lines use, and its title.</summary>
public sealed record DiagnosticKind(string Id, string Slug, Severity Severity, string Title)
{
    public Diagnostic At(TextSpan span, string message, string hint = "", params Fix[] fixes) => new(this, span, message, hint, [.. fixes]);
}

/// <summary>A finding: what is wrong, in the author's own names, and what to do. The span is relative to the slice that it is about.</summary>
public sealed record Diagnostic(DiagnosticKind Kind, TextSpan Span, string Message, string Hint, ImmutableArray<Fix> Fixes)
{
    /// <summary>Another place that explains this one: the declaration that came first, the set that overlaps.</summary>
    public Related? Related { get; init; }

    /// <summary>Where it is shown when that is in another file, such as a row of a code list; the span is then what names that file.</summary>
    public FilePlace? ShownAt { get; init; }
}

/// <summary>A place in a file of the project, in offsets of its text.</summary>
public sealed record FilePlace(string Path, TextSpan Span);

/// <summary>A place in another declaration: its name, the span in its slice, and what stands there.</summary>
public sealed record Related(string Declaration, TextSpan Span, string Message);
