using PcnMedOpt.Core.Parsing;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Every phrase, by what the grammar asks for. To add one, add it where its neighbours stand.</summary>
internal static class AllPhrases
{
    /// <summary>Each with its place among all, in which they are offered.</summary>
    public static readonly ILookup<Asked, (Phrase Phrase, int Rank)> ByAsked = ConditionPhrases.All.Concat(ClausePhrases.All).Concat(DocumentPhrases.All).Concat(DeclarationPhrases.All)
        .Select((phrase, rank) => (phrase, rank)).ToLookup(p => new Asked(p.phrase.Kind, p.phrase.Slot));
}
