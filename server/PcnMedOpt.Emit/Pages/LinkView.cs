using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A text that leads to a place on the page.</summary>
public sealed record LinkView(string Id, string Text)
{
    public ImmutableArray<string> Parts => Breaks.Of(Text);
}

/// <summary>Where a long name may go on in the next line: after an underscore.</summary>
public static class Breaks
{
    public static ImmutableArray<string> Of(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var at = text.IndexOf('_'); at >= 0; at = text.IndexOf('_', at + 1))
        {
            parts.Add(text[start..(at + 1)]);
            start = at + 1;
        }
        parts.Add(text[start..]);
        return parts.DrainToImmutable();
    }
}

/// <summary>A fact of a list of facts: what it is, and what it says.</summary>
public sealed record FactView(string What, string Text);
