using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Lsp.Protocol;
using Range = PcnMedOpt.Tool.Lsp.Protocol.Range;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>The generated types read what clients send and write it back; what does not fit is a fault that names the type and the member.</summary>
public sealed class ProtocolTests
{
    private const string Place = """{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}""";

    /// <summary>What vscode-languageclient 10.1.2 sends to start a server, without the capabilities that no type here has.</summary>
    [Fact]
    public void The_initialize_of_VS_Code_comes_through_whole()
    {
        var sent = JObject.Parse(File.ReadAllText(Repository.PathOf("tests", "lsp", "messages", "initialize.json")));
        foreach (var path in new[]
        {
            "notebookDocument", "textDocument.declaration", "textDocument.implementation", "textDocument.colorProvider", "textDocument.typeHierarchy",
            "textDocument.inlineValue", "textDocument.inlineCompletion", "workspace.inlineValue", "workspace.textDocumentContent",
        })
            (sent.SelectToken($"capabilities.{path}")?.Parent ?? throw new InvalidOperationException(path)).Remove();
        var parameters = Requests.Initialize.ReadParameters(sent);
        Assert.Equal(Sorted(sent), Sorted(Written(writer => Requests.Initialize.WriteParameters(writer, parameters))));
        Assert.Equal(4242, parameters.ProcessId);
        Assert.Equal([PositionEncodingKind.UTF16], parameters.Capabilities.General?.PositionEncodings);
        Assert.True(parameters.Capabilities.TextDocument?.SemanticTokens?.Requests.Full is BooleanOrClientSemanticTokensRequestFullDelta.OfClientSemanticTokensRequestFullDelta { Value.Delta: true });
    }

    public static TheoryData<string, string> Messages => new()
    {
        { "Hover", """{"contents":{"kind":"markdown","value":"*a*"},"range":PLACE}""" },
        { "Hover", """{"contents":"plain"}""" },
        { "Hover", """{"contents":{"language":"medopt","value":"cohort a"}}""" },
        { "Hover", """{"contents":["plain",{"language":"medopt","value":"cohort a"}]}""" },
        { "Completion", "null" },
        { "Completion", """[{"label":"within","kind":14}]""" },
        { "Completion", """{"isIncomplete":true,"itemDefaults":{"editRange":{"insert":PLACE,"replace":PLACE}},"items":[{"label":"a","documentation":"b","textEdit":{"range":PLACE,"newText":"c"},"data":{"any":[1,null]}}]}""" },
        { "Completion", """[{"label":"a","textEdit":{"newText":"c","insert":PLACE,"replace":PLACE}}]""" },
        { "DidChange", """{"textDocument":{"version":2,"uri":"file:///a"},"contentChanges":[{"range":PLACE,"text":"b"},{"text":"all"}]}""" },
        { "ApplyEdit", """{"edit":{"changes":{"file:///a":[{"range":PLACE,"newText":""}],"file:///b":[]}}}""" },
        { "ApplyEdit", """{"label":"rename","edit":{"documentChanges":[{"textDocument":{"uri":"file:///a","version":null},"edits":[{"range":PLACE,"newText":"x"},{"range":PLACE,"newText":"y","annotationId":"1"},{"range":PLACE,"snippet":{"kind":"snippet","value":"$0"}}]},{"kind":"create","uri":"file:///b"},{"kind":"rename","oldUri":"file:///c","newUri":"file:///d","options":{"overwrite":true}},{"kind":"delete","uri":"file:///e"}],"changeAnnotations":{"1":{"label":"changes clinical meaning","needsConfirmation":true}}}}""" },
        { "CodeAction", """[{"title":"run","command":"medopt.run"},{"title":"fix","kind":"quickfix","command":{"title":"t","command":"c","arguments":[null,1,"a"]}},{"title":"fix","disabled":{"reason":"because"}}]""" },
        { "Definition", """{"uri":"file:///a","range":PLACE}""" },
        { "Definition", """[{"uri":"file:///a","range":PLACE}]""" },
        { "Definition", """[{"targetUri":"file:///a","targetRange":PLACE,"targetSelectionRange":PLACE}]""" },
        { "DocumentDiagnostic", """{"kind":"full","resultId":"7","items":[{"range":PLACE,"severity":1,"code":"MO1","message":"m","data":{"a":1}}],"relatedDocuments":{"file:///b":{"kind":"unchanged","resultId":"1"}}}""" },
        { "DocumentDiagnostic", """{"kind":"unchanged","resultId":"7"}""" },
        { "SignatureHelp", """{"signatures":[{"label":"abc","parameters":[{"label":[0,1]},{"label":"b"}],"activeParameter":0}],"activeSignature":0}""" },
        { "PrepareRename", "PLACE" },
        { "PrepareRename", """{"range":PLACE,"placeholder":"name"}""" },
        { "WorkspaceSymbol", """[{"name":"a","kind":5,"location":{"uri":"file:///a"}}]""" },
        { "Configuration", """[null,{"a":1},"b"]""" },
        { "Cancel", """{"id":"text"}""" },
        { "Cancel", """{"id":12}""" },
        { "Registration", """{"registrations":[{"id":"1","method":"workspace/didChangeWatchedFiles","registerOptions":{"watchers":[{"globPattern":"**/*.csv"}]}}]}""" },
        { "Initialized", "{}" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_written_as_it_was_read(string message, string text)
    {
        var json = JToken.Parse(text.Replace("PLACE", Place, StringComparison.Ordinal));
        Assert.Equal(Sorted(json), Sorted(Written(Copy(message, json))));
    }

    [Theory]
    [InlineData("Hover", "{}", "Hover", "contents")]
    [InlineData("Hover", """{"contents":7}""", "HoverContents", "contents")]
    [InlineData("DidChange", """{"contentChanges":[]}""", "DidChangeTextDocumentParams", "textDocument")]
    [InlineData("DidChange", """{"textDocument":{"uri":"a","version":"1"},"contentChanges":[]}""", "VersionedTextDocumentIdentifier", "version")]
    [InlineData("DidChange", """{"textDocument":{"uri":null,"version":1},"contentChanges":[]}""", "VersionedTextDocumentIdentifier", "uri")]
    [InlineData("PrepareRename", """{"start":{"line":-1,"character":0},"end":{"line":1,"character":0}}""", "Position", "line")]
    [InlineData("PrepareRename", """{"start":{"line":1.5,"character":0},"end":{"line":1,"character":0}}""", "PrepareRenameResult", "")]
    [InlineData("Initialized", "[]", "InitializedParams", "")]
    public void What_does_not_fit_is_named(string message, string json, string type, string member)
    {
        var fault = Assert.Throws<ProtocolException>(() => Copy(message, JToken.Parse(json)));
        Assert.Equal((type, member), (fault.Type, fault.Member));
        Assert.Contains(member, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_nobody_knows_are_ignored_and_null_is_absent()
    {
        var hover = Requests.Hover.ReadResult(JToken.Parse("""{"contents":"a","range":null,"new in 3.19":{}}"""));
        Assert.Equal("""{"contents":"a"}""", Text(Written(writer => Requests.Hover.WriteResult(writer, hover))));
    }

    [Fact]
    public void The_end_of_a_line_may_be_a_huge_number() =>
        Assert.Equal(int.MaxValue, Position.Read(JToken.Parse("""{"line":0,"character":1.7976931348623157e308}""")).Character);

    [Fact]
    public void A_case_of_a_union_stands_for_it()
    {
        Hover hover = new() { Contents = new MarkupContent { Kind = MarkupKind.Markdown, Value = "a" } };
        CompletionItemsOrCompletionList items = ImmutableArray.Create(new CompletionItem { Label = "a", Documentation = "text", Kind = CompletionItemKind.Keyword });
        Assert.Equal("""{"contents":{"kind":"markdown","value":"a"}}""", Text(Written(hover.Write)));
        Assert.Equal("""[{"label":"a","kind":14,"documentation":"text"}]""", Text(Written(items.Write)));
    }

    [Fact]
    public void Required_null_is_written_and_optional_null_is_not()
    {
        var change = new TextDocumentEdit { TextDocument = new() { Uri = "file:///a", Version = null }, Edits = [] };
        Assert.Equal("""{"textDocument":{"uri":"file:///a","version":null},"edits":[]}""", Text(Written(change.Write)));
        var lens = new CodeLens { Range = new Range { Start = new() { Line = 0, Character = 0 }, End = new() { Line = 0, Character = 1 } } };
        Assert.Equal("""{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}}}""", Text(Written(lens.Write)));
    }

    private static Action<JsonWriter> Copy(string message, JToken json) => message switch
    {
        "Hover" => Result(Requests.Hover, json),
        "Completion" => Result(Requests.Completion, json),
        "CodeAction" => Result(Requests.CodeAction, json),
        "Definition" => Result(Requests.Definition, json),
        "DocumentDiagnostic" => Result(Requests.DocumentDiagnostic, json),
        "SignatureHelp" => Result(Requests.SignatureHelp, json),
        "PrepareRename" => Result(Requests.PrepareRename, json),
        "WorkspaceSymbol" => Result(Requests.WorkspaceSymbol, json),
        "Configuration" => Result(Requests.Configuration, json),
        "ApplyEdit" => Parameters(Requests.ApplyWorkspaceEdit.ReadParameters, Requests.ApplyWorkspaceEdit.WriteParameters, json),
        "Registration" => Parameters(Requests.Registration.ReadParameters, Requests.Registration.WriteParameters, json),
        "DidChange" => Parameters(Notifications.DidChangeTextDocument.ReadParameters, Notifications.DidChangeTextDocument.WriteParameters, json),
        "Cancel" => Parameters(Notifications.Cancel.ReadParameters, Notifications.Cancel.WriteParameters, json),
        "Initialized" => Parameters(Notifications.Initialized.ReadParameters, Notifications.Initialized.WriteParameters, json),
        _ => throw new ArgumentException(message),
    };

    private static Action<JsonWriter> Result<TParameters, TResult>(Request<TParameters, TResult> request, JToken json) =>
        Parameters(request.ReadResult, request.WriteResult, json);

    private static Action<JsonWriter> Parameters<T>(Func<JToken?, T> read, Action<JsonWriter, T> write, JToken json)
    {
        var value = read(json);
        return writer => write(writer, value);
    }

    private static JToken Written(Action<JsonWriter> write)
    {
        var text = new StringWriter();
        using (var writer = new JsonTextWriter(text)) write(writer);
        return JToken.Parse(text.ToString());
    }

    private static string Sorted(JToken token) => Text(Sort(token));

    private static JToken Sort(JToken token) => token switch
    {
        JObject members => new JObject(members.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sort(p.Value)))),
        JArray items => new JArray(items.Select(Sort)),
        _ => token,
    };

    private static string Text(JToken token) => token.ToString(Formatting.None);
}
