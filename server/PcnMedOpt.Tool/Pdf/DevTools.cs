using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Pdf;

/// <summary>Asks a browser over the Chrome DevTools Protocol: JSON messages that end in a zero byte, each answered under its number.</summary>
internal sealed class DevTools : IDisposable
{
    private readonly BrowserProcess browser;
    private readonly TimeSpan patience;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JObject>> waiting = [];
    private readonly SemaphoreSlim writing = new(1);
    private readonly string name;
    private int last;
    private volatile bool ended;

    /// <param name="program">The browser's program.</param>
    /// <param name="patience">How long an answer may take.</param>
    public DevTools(string program, TimeSpan patience)
    {
        name = program;
        this.patience = patience;
        browser = new BrowserProcess(program);
        _ = Task.Run(Listen);
    }

    /// <exception cref="UsageException">The browser has ended, does not answer, or refuses.</exception>
    public async Task<JObject> Ask(string method, JObject parameters, string? session = null)
    {
        var number = Interlocked.Increment(ref last);
        var answer = waiting[number] = new TaskCompletionSource<JObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null) message["sessionId"] = session;
        await Write(message.ToString(Formatting.None) + "\0");
        if (ended) throw Ended();
        try
        {
            var answered = await answer.Task.WaitAsync(patience);
            if (answered["error"] is { } error) throw new UsageException($"{name} could not print: {(string?)error["message"]} ({method}).");
            return (JObject?)answered["result"] ?? [];
        }
        catch (TimeoutException)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{name} did not answer within {patience.TotalSeconds} seconds and was stopped ({method}). Try again, or name another browser with --browser."));
        }
        finally
        {
            waiting.TryRemove(number, out _);
        }
    }

    public void Dispose()
    {
        browser.Dispose();
        writing.Dispose();
    }

    private async Task Write(string message)
    {
        await writing.WaitAsync();
        try
        {
            await browser.Words.WriteAsync(Encoding.UTF8.GetBytes(message)).AsTask().WaitAsync(patience);
            await browser.Words.FlushAsync();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or TimeoutException)
        {
            throw Ended();
        }
        finally
        {
            writing.Release();
        }
    }

    private UsageException Ended() => new($"{name} ended before it had printed. Is it Edge, Chrome or Chromium, and does it start at all? Another can be named with --browser.");

    private async Task Listen()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            for (int read; (read = await browser.Answers.ReadAsync(buffer)) > 0;)
                for (var from = 0; from < read;)
                {
                    var end = Array.IndexOf(buffer, (byte)0, from, read - from);
                    message.Write(buffer, from, (end < 0 ? read : end) - from);
                    from = end < 0 ? read : end + 1;
                    if (end < 0) continue;
                    Deliver(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
                    message.SetLength(0);
                }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or JsonException)
        {
            // No more answers come; whoever waits is told below.
        }
        ended = true;
        foreach (var each in waiting.Values) each.TrySetException(Ended());
    }

    private void Deliver(string text)
    {
        var message = JObject.Parse(text);
        if ((int?)message["id"] is { } number && waiting.TryGetValue(number, out var answer)) answer.TrySetResult(message);
    }
}
