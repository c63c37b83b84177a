using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>A document in its project, as they stood when a request came.</summary>
/// <param name="Uri">The document, as the editor writes it.</param>
/// <param name="Compilation">The project; of a document that is in none, that document alone.</param>
/// <param name="Path">Its path in the project.</param>
/// <param name="Text">All of it.</param>
/// <param name="Lines">Where its lines start.</param>
public sealed record DocumentView(string Uri, Compilation Compilation, string Path, string Text, LineMap Lines)
{
    /// <summary>The project that it is in; null for a document that is in none.</summary>
    public EditorProject? Project { get; init; }

    /// <summary>The number of its text in the editor; null when it is not open.</summary>
    public int? Version { get; init; }

    /// <summary>The file as it was cut into declarations; null when it is no source.</summary>
    public SourceFile? Source => Compilation.Files.GetValueOrDefault(Path);

    /// <summary>What was found wrong with the file as a file.</summary>
    public IEnumerable<LocatedDiagnostic> FileFindings => Project?.Loaded.FileFindings.GetValueOrDefault(Path, []) ?? [];
}
