using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Tool.Terminal;

/// <summary>Where the program writes: data to standard output, talk to standard error. Colours only where a person looks and wants them.</summary>
public sealed class Output(TextWriter data, TextWriter talk, bool colour, bool quiet)
{
    public TextWriter Data => data;

    /// <summary>The same with its data in a file, where no colours are.</summary>
    public Output Into(TextWriter file) => new(file, talk, false, quiet);

    public void Say(string text)
    {
        if (!quiet) talk.WriteLine(text);
    }

    /// <summary>Said even when the program is to be quiet.</summary>
    public void Complain(string text) => talk.WriteLine(text);

    /// <summary>What is said of work that takes longer than one waits for without a word.</summary>
    public Progress Progress() => new(quiet || Console.IsErrorRedirected ? TextWriter.Null : talk);

    public string Bold(string text) => Painted(text, "1");

    public string Severity(Severity severity) => severity switch
    {
        Core.Diagnostics.Severity.Error => Painted("error", "1;31"),
        Core.Diagnostics.Severity.Warning => Painted("warning", "1;33"),
        _ => Painted("info", "1;36"),
    };

    public string Good(string text) => Painted(text, "1;32");

    public string Bad(string text) => Painted(text, "1;31");

    private string Painted(string text, string code) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
