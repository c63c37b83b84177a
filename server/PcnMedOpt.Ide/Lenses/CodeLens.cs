using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Lenses;

public enum LensKind
{
    /// <summary>How many declarations use it.</summary>
    UsedBy,

    /// <summary>The packs that take it with them.</summary>
    InPacks,

    /// <summary>The examples about it, or the example itself.</summary>
    Run,

    /// <summary>What is built of it.</summary>
    Preview,
}

/// <summary>A line above a declaration that does something. What it says is counted when it is shown (<see cref="CodeLenses.Resolve"/>).</summary>
/// <param name="Span">The name, or of an example the title, in the file's text.</param>
/// <param name="Kind">What it does.</param>
public sealed record CodeLens(TextSpan Span, LensKind Kind);

/// <summary>What a line above a declaration says, and the command that a click runs.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Name">The command.</param>
/// <param name="Subject">The declaration's name; of an example its title.</param>
/// <param name="From">Where the line stands.</param>
/// <param name="Places">What is shown, or the examples that are run; empty where nothing is.</param>
public sealed record LensCommand(string Title, string Name, string Subject, FilePlace From, ImmutableArray<FilePlace> Places)
{
    /// <summary>Lists the places.</summary>
    public const string ShowReferences = "medopt.showReferences";

    /// <summary>Runs the examples at the places.</summary>
    public const string RunExamples = "medopt.runExamples";

    /// <summary>Shows what is built of the declaration.</summary>
    public const string Preview = "medopt.preview";
}
