using System.Diagnostics;
using System.Globalization;

namespace PcnMedOpt.Tool.Terminal;

/// <summary>
/// Tells a person at a terminal how far work has come, on one line that is written over. Nothing for the first half second: what is done by then needs no word. Work on several threads
/// may tell it at once.
/// </summary>
public sealed class Progress(TextWriter talk)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock talking = new();
    private TimeSpan last;
    private int written;

    /// <param name="what">What is done at the moment.</param>
    /// <param name="done">How much of it, from 0 to 1; null where that is not known.</param>
    public void Tell(string what, double? done = null)
    {
        lock (talking)
        {
            if (clock.Elapsed < Patience || (written > 0 && clock.Elapsed - last < Between)) return;
            last = clock.Elapsed;
            var line = done is { } part ? string.Create(CultureInfo.InvariantCulture, $"{what}: {part:P0}") : what;
            talk.Write($"\r{line.PadRight(written)}");
            talk.Flush();
            written = line.Length;
        }
    }

    /// <summary>Takes the line away again.</summary>
    public void End()
    {
        lock (talking)
        {
            if (written > 0) talk.Write($"\r{new string(' ', written)}\r");
            written = 0;
        }
    }
}
