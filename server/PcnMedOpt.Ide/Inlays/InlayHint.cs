using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide.Inlays;

public enum InlayKind
{
    /// <summary>The term of a code that is written without one.</summary>
    Term,

    /// <summary>How many codes a set holds.</summary>
    Count,

    /// <summary>What a parameter stands for.</summary>
    Value,

    /// <summary>The days of a window.</summary>
    Days,

    /// <summary>How systems express a criterion, where that is not exact.</summary>
    Fit,
}

/// <summary>Something shown within the text that is not written in it.</summary>
/// <param name="Offset">Where, in the file's text.</param>
/// <param name="Text">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Tooltip">More about it (Markdown).</param>
/// <param name="Insert">What writes it into the text; null where nothing can.</param>
public sealed record InlayHint(int Offset, string Text, InlayKind Kind, string Tooltip, TextEdit? Insert = null);
