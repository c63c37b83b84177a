using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>The files of a recording in a folder of their own, so that it can be run on any machine and touches nothing there.</summary>
internal sealed partial class MovedFiles(string root)
{
    private const string Start = "file:///";

    private readonly string there = FileUri.Of(root) + "/";

    public void Write(RecordedLine.OnDisk file)
    {
        if (FileUri.PathOf((string?)There(new JValue(file.Uri)) ?? "") is not { } path || !path.StartsWith(root, StringComparison.Ordinal)) return;
        if (file.Text is null)
        {
            File.Delete(path);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? root);
        File.WriteAllText(path, file.Text);
    }

    /// <summary>A message of the recording, about the moved files. Nobody watches the client of then.</summary>
    public JToken There(JToken message)
    {
        var moved = Each(message, text => WithoutDrive(text).Replace(Start, there, StringComparison.Ordinal));
        if (moved is JObject call && call["params"] is JObject parameters && parameters.ContainsKey("processId")) (parameters["processId"], parameters["rootPath"]) = (null, null);
        return moved;
    }

    /// <summary>A message about the moved files as if they stood where they were.</summary>
    public JObject Here(JObject message) => (JObject)Each(message, text => WithoutDrive(text.Replace(there, Start, StringComparison.Ordinal)));

    /// <summary>The letter of a drive is a folder as any other.</summary>
    private static string WithoutDrive(string text) => Drive().Replace(text, "file:///$1/");

    private static JToken Each(JToken token, Func<string, string> change) => token switch
    {
        JObject members => new JObject(members.Properties().Select(p => new JProperty(change(p.Name), Each(p.Value, change)))),
        JArray items => new JArray(items.Select(i => Each(i, change))),
        JValue { Value: string text } => new JValue(change(text)),
        _ => token.DeepClone(),
    };

    [GeneratedRegex("file:///([A-Za-z])(?:%3[Aa]|:)/")]
    private static partial Regex Drive();
}
