using System.Globalization;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Makes suggestions. Their groups come in this order.</summary>
internal static class Items
{
    public const char Fitting = '0';
    public const char Names = '1';
    public const char Phrases = '2';
    public const char Words = '3';

    /// <summary>What ends the clause, or begins another one in the middle of a line.</summary>
    public const char Rare = '4';

    /// <summary>Codes that the release holds and the project does not name, behind those that it names.</summary>
    public const char Unused = '5';

    /// <summary>A suggestion that takes the place of the word that is being typed.</summary>
    public static CompletionItem Of(Typing typing, string label, CompletionKind kind, string detail, string insert, char group, int rank) =>
        At(typing.InFile(typing.Word), label, kind, detail, insert, group, rank);

    public static CompletionItem At(TextSpan place, string label, CompletionKind kind, string detail, string insert, char group, int rank) =>
        new(label, kind, detail, place, insert, string.Create(CultureInfo.InvariantCulture, $"{group}{rank:D4}"), label);
}
