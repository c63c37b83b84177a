using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Signatures;

/// <summary>What stands in a part of a form.</summary>
public enum PartKind
{
    /// <summary>Names with "or" or commas between them.</summary>
    Names,
    Text,
    Number,
    Date,
    Duration,
    Comparison,

    /// <summary>A number with its unit, or "%".</summary>
    Quantity,
    Unit,
    Code,
    Term,

    /// <summary>One word.</summary>
    Word,

    /// <summary>Everything up to the end.</summary>
    Rest,
}

/// <summary>A part of a form that is to be filled in.</summary>
/// <param name="Name">How the form calls it.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Example">Something that could.</param>
/// <param name="Says">One sentence about it.</param>
public sealed record Part(string Name, PartKind Kind, string Example, string Says);

/// <summary>
/// A form of clause in the words of the language, such as <c>latest ‹code set› value ‹comparison› ‹value› ‹period?›</c>. A part whose name ends in a question
/// mark may be left out.
/// </summary>
/// <param name="Text">The words, and the names of parts between angle quotation marks.</param>
/// <param name="Says">What the whole means.</param>
/// <param name="In">The declarations in which it stands.</param>
/// <param name="Parts">Its parts, in their order.</param>
public sealed record Form(string Text, string Says, ImmutableArray<TokenKind> In, params ImmutableArray<Part> Parts)
{
    /// <summary>Words and parts in their order; of a word the part is null.</summary>
    public ImmutableArray<(string Word, Part? Part, bool IsOptional)> Elements { get; } = [.. Cut(Text).Select(e => Element(e, Parts))];

    /// <summary>Where each part stands in <see cref="Label"/>.</summary>
    public ImmutableArray<TextSpan> Spans
    {
        get
        {
            var spans = ImmutableArray.CreateBuilder<TextSpan>();
            var label = Label;
            var at = 0;
            foreach (var part in Parts)
            {
                var start = label.IndexOf($"‹{part.Name}›", at, StringComparison.Ordinal);
                spans.Add(new TextSpan(start, part.Name.Length + 2));
                at = start + part.Name.Length + 2;
            }
            return spans.DrainToImmutable();
        }
    }

    /// <summary>The form as it is shown.</summary>
    public string Label => Text.Replace("?›", "›", StringComparison.Ordinal);

    /// <summary>The form with its examples.</summary>
    public string Example => string.Join(' ', Elements.Select(e => e.Part?.Example ?? e.Word));

    private static IEnumerable<string> Cut(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '‹' ? text.IndexOf('›', at) + 1 : text.IndexOf(' ', at);
            if (end <= 0) end = text.Length;
            yield return text[at..end];
            for (at = end; at < text.Length && text[at] == ' ';) at++;
        }
    }

    private static (string Word, Part? Part, bool IsOptional) Element(string text, ImmutableArray<Part> parts)
    {
        if (text[0] != '‹') return (text, null, false);
        var isOptional = text[^2] == '?';
        var name = text[1..(isOptional ? ^2 : ^1)];
        return ("", parts.First(p => p.Name == name), isOptional);
    }
}
