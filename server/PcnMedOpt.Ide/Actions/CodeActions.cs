using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>What can be done at a place: fixes of what is found there, and refactorings that keep the meaning exactly or say why they cannot.</summary>
public static class CodeActions
{
    /// <summary>In the order in which they are offered. To add an action, add its file, and its line here.</summary>
    private static readonly Func<ActionPlace, IEnumerable<CodeAction>>[] Sources =
    [
        FixActions.Of,
        CreateName.Of,
        CreateEvidence.Of,
        AddLabel.Of,
        MissingClauses.Of,
        FixAllActions.Of,
        AllowLine.Of,
        AddEvidence.Of,
        ExtractCohort.Of,
        ExtractCodes.Of,
        NameSets.Of,
        InlineCohort.Of,
        InlineCodes.Of,
        InlineParameter.Of,
        SortCodes.Of,
        AddDescription.Of,
    ];

    /// <summary>The actions at a selection; the change of each is worked out when it is asked for.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="path">The file.</param>
    /// <param name="selection">The selection, or an empty span where the cursor is.</param>
    /// <param name="shown">The findings that the editor shows there.</param>
    public static ImmutableArray<CodeAction> In(Compilation compilation, string path, TextSpan selection, IEnumerable<LocatedDiagnostic> shown)
    {
        if (Cursor.At(compilation, path, selection.Start) is not { } cursor) return [];
        var place = new ActionPlace(cursor, selection, [.. shown]);
        return [.. Sources.SelectMany(s => s(place)).Select(a => a with { Work = () => Ended(compilation, a.Work()) })];
    }

    /// <summary>All meaning-keeping fixes of a file, where each finding has but one.</summary>
    public static ActionAnswer FixFile(Compilation compilation, string path) =>
        Ended(compilation, FixAllActions.Together(compilation.Diagnostics.Where(d => d.Declaration?.File.Path == path)));

    private static ActionAnswer Ended(Compilation compilation, ActionAnswer answer) => answer with { Edit = Edits.WithLineEnds(compilation, answer.Edit) };
}
