using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>Who is answered with what, in which order, and what a fault costs.</summary>
public sealed class ConnectionTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("\"12\"")]
    [InlineData("\"\"")]
    [InlineData("-1")]
    [InlineData("9007199254740991")]
    [InlineData("1.5")]
    public async Task An_id_is_given_back_as_it_came(string id)
    {
        using var client = await TestClient.Ready(Echo);
        client.Send($$"""{"jsonrpc":"2.0","id":{{id}},"method":"echo","params":[1,null,"ü"]}""");
        Assert.Equal($$"""{"jsonrpc":"2.0","id":{{id}},"result":[1,null,"ü"]}""", await client.Next());
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"unknown"}""", "1", -32601)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"$/unknown"}""", "1", -32601)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"echo"}]""", "null", -32600)]
    [InlineData("7", "null", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", "1", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":7}""", "1", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"echo"}""", "null", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"echo"}""", "null", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"textDocument/hover"}""", "1", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":[1]}""", "1", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":7},"position":{"line":0,"character":0}}}""", "1", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"refuse"}""", "1", -32803)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"stale"}""", "1", -32801)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""", "1", -32600)]
    public async Task What_cannot_be_answered_gets_an_error(string message, string id, int code)
    {
        using var client = await TestClient.Ready(connection =>
        {
            Echo(connection);
            connection.On(Requests.Hover, static _ => static _ => null);
            connection.OnRequest("refuse", static _ => static _ => throw new RpcException(RpcError.RequestFailed("because")));
            connection.OnRequest("stale", static _ => static _ => throw new OperationCanceledException());
        });
        client.Send(message);
        Assert.Equal((id, code), await client.NextError());
        await IsAlive(client);
    }

    [Fact]
    public async Task Parameters_that_do_not_fit_are_answered_with_the_reason()
    {
        using var client = await TestClient.Ready(static connection => connection.On(Requests.Hover, static _ => static _ => null));
        client.Request(1, "textDocument/hover", """{"textDocument":{"uri":"file:///a"}}""");
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"HoverParams needs the member 'position'."}}""", await client.Next());
    }

    [Fact]
    public async Task The_server_that_gives_up_says_whether_to_ask_again()
    {
        using var client = await TestClient.Ready(static connection => connection.OnRequest("give up", static _ => static _ => throw RpcException.ServerCancelled(retrigger: true)));
        client.Request(1, "give up");
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"error":{"code":-32802,"message":"The server cancelled the request.","data":{"retriggerRequest":true}}}""", await client.Next());
    }

    [Fact]
    public async Task A_request_that_fails_is_logged_and_answered_with_nothing()
    {
        using var client = await TestClient.Ready(static connection =>
        {
            connection.OnRequest("fails to begin", static _ => throw new InvalidOperationException("first"));
            connection.OnRequest("fails to work", static _ => static _ => throw new InvalidOperationException("second"));
            connection.OnRequest("fails to write", static _ => static _ => static writer =>
            {
                writer.WriteStartArray();
                throw new InvalidOperationException("third");
            });
            connection.OnNotification("fails", static _ => throw new InvalidOperationException("fourth"));
            Echo(connection);
        });
        foreach (var method in new[] { "fails to begin", "fails to work", "fails to write" })
        {
            client.Request(1, method);
            Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":null}""", await client.Next());
        }
        client.Notify("fails");
        await IsAlive(client);
        Assert.Equal(
            ["'fails to begin' failed. first", "'fails to work' failed. second", "The answer to 'fails to write' could not be written. third", "'fails' failed. fourth"],
            client.Logged);
    }

    [Fact]
    public async Task Unknown_notifications_are_logged_unless_they_may_be_ignored()
    {
        using var client = await TestClient.Ready(Echo);
        client.Notify("$/whatever");
        client.Notify("whatever");
        await IsAlive(client);
        Assert.Equal(["There is no notification 'whatever'."], client.Logged);
    }

    [Fact]
    public async Task Damage_is_answered_and_the_next_message_is_read()
    {
        using var client = await TestClient.Ready(Echo);
        client.SendRaw("Content-Length: abc\r\n\r\n{}");
        Assert.Equal(("null", -32700), await client.NextError());
        await IsAlive(client);
    }

    /// <summary>The beginning of a request stands in order with notifications; its work may end in any order.</summary>
    [Fact]
    public async Task A_request_sees_the_notifications_before_it_and_none_after_it()
    {
        var text = 0;
        using var released = new ManualResetEventSlim();
        using var client = await TestClient.Ready(connection =>
        {
            connection.OnNotification("edit", _ => text++);
            connection.OnNotification("release", _ => released.Set());
            connection.OnRequest("read", _ =>
            {
                var seen = text;
                return cancellation =>
                {
                    released.Wait(cancellation);
                    return writer => writer.WriteValue(seen);
                };
            });
        });
        client.Request(0, "read");
        client.Notify("edit");
        client.Request(1, "read");
        client.Notify("edit");
        client.Notify("edit");
        client.Notify("release");
        var answers = new[] { await client.Next(), await client.Next() };
        Assert.Equal(["""{"jsonrpc":"2.0","id":0,"result":0}""", """{"jsonrpc":"2.0","id":1,"result":1}"""], answers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_request_is_answered_at_once_and_only_once()
    {
        using var started = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        using var client = await TestClient.Ready(connection =>
        {
            Echo(connection);
            connection.OnRequest("deaf", _ => _ =>
            {
                started.Set();
                released.Wait(CancellationToken.None);
                return static writer => writer.WriteValue("too late");
            });
        });
        client.Request(1, "deaf");
        started.Wait(TestContext.Current.CancellationToken);
        client.Notify("$/cancelRequest", """{"id":1}""");
        Assert.Equal(("1", -32800), await client.NextError());
        released.Set();
        await IsAlive(client);
    }

    [Fact]
    public async Task Work_sees_that_it_is_cancelled()
    {
        var ended = new TaskCompletionSource();
        using var started = new ManualResetEventSlim();
        using var client = await TestClient.Ready(connection => connection.OnRequest("patient", _ => cancellation =>
        {
            started.Set();
            cancellation.WaitHandle.WaitOne();
            ended.SetResult();
            cancellation.ThrowIfCancellationRequested();
            return static writer => writer.WriteNull();
        }));
        client.Request(1, "patient");
        started.Wait(TestContext.Current.CancellationToken);
        client.Notify("$/cancelRequest", """{"id":1}""");
        Assert.Equal(("1", -32800), await client.NextError());
        await ended.Task;
    }

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":99}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task Cancelling_before_or_after_or_something_else_does_nothing(string parameters)
    {
        using var client = await TestClient.Ready(Echo);
        client.Notify("$/cancelRequest", parameters);
        client.Request(1, "echo", "[]");
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":[]}""", await client.Next());
        client.Notify("$/cancelRequest", parameters);
        await IsAlive(client);
    }

    [Fact]
    public async Task The_owner_cancels_what_is_stale_and_no_more()
    {
        using var released = new ManualResetEventSlim();
        using var client = await TestClient.Ready(connection =>
        {
            Func<CancellationToken, T> Work<T>(T result) => cancellation =>
            {
                released.Wait(cancellation);
                return result;
            };
            connection.On(Requests.Hover, _ => Work<Hover?>(new Hover { Contents = (MarkedString)"text" }));
            connection.On(Requests.Completion, _ => Work<CompletionItemsOrCompletionList?>(null));
            connection.On(Requests.DocumentDiagnostic, _ => Work<DocumentDiagnosticReport>(new RelatedFullDocumentDiagnosticReport { Items = [] }), RpcError.ServerCancelled(retrigger: true));
            connection.OnNotification("edit", parameters => connection.CancelRunning((method, document) => document == parameters?.Value<string>("uri") && method != Methods.Completion));
            connection.OnNotification("release", _ => released.Set());
        });
        const string Here = """{"textDocument":{"uri":"a"},"position":{"line":0,"character":0}}""", There = """{"textDocument":{"uri":"b"},"position":{"line":0,"character":0}}""";
        client.Request(1, "textDocument/hover", Here);
        client.Request(2, "textDocument/hover", There);
        client.Request(3, "textDocument/completion", Here);
        client.Request(4, "textDocument/diagnostic", Here);
        client.Notify("edit", """{"uri":"a"}""");
        Assert.Equal([("1", -32801), ("4", -32802)], new[] { await client.NextError(), await client.NextError() }.Order());
        client.Notify("release");
        Assert.Equal(
            ["""{"jsonrpc":"2.0","id":2,"result":{"contents":"text"}}""", """{"jsonrpc":"2.0","id":3,"result":null}"""],
            new[] { await client.Next(), await client.Next() }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_id_that_is_not_answered_yet_cannot_be_used_again()
    {
        using var released = new ManualResetEventSlim();
        using var client = await TestClient.Ready(connection => connection.OnRequest("wait", _ => cancellation =>
        {
            released.Wait(cancellation);
            return static writer => writer.WriteNull();
        }));
        client.Request(1, "wait");
        client.Request(1, "wait");
        Assert.Equal(("1", -32600), await client.NextError());
        released.Set();
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":null}""", await client.Next());
    }

    [Fact]
    public async Task The_client_is_asked_and_answers()
    {
        using var client = await TestClient.Ready(Echo);
        var asked = client.Connection.Ask(Requests.Configuration, new ConfigurationParams { Items = [new() { Section = "medopt" }] });
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"method":"workspace/configuration","params":{"items":[{"section":"medopt"}]}}""", await client.Next());
        client.Send("""{"jsonrpc":"2.0","id":1,"result":[{"today":"2026-11-20"}]}""");
        Assert.Equal("""{"today":"2026-11-20"}""", Assert.Single(await asked).ToString(Newtonsoft.Json.Formatting.None));

        var refused = client.Connection.Ask(Requests.SemanticTokensRefresh, null);
        Assert.Equal("""{"jsonrpc":"2.0","id":2,"method":"workspace/semanticTokens/refresh"}""", await client.Next());
        client.Send("""{"jsonrpc":"2.0","id":2,"error":{"code":-32601,"message":"no"}}""");
        Assert.Equal(-32601, (await Assert.ThrowsAsync<RpcException>(() => refused)).Error.Code);

        var unanswered = client.Connection.Request("unanswered");
        client.End();
        Assert.Equal(1, await client.ExitCode);
        await Assert.ThrowsAsync<TaskCanceledException>(() => unanswered);
    }

    [Fact]
    public async Task Answers_to_nothing_are_logged()
    {
        using var client = await TestClient.Ready(Echo);
        client.Send("""{"jsonrpc":"2.0","id":5,"result":1}""");
        await IsAlive(client);
        Assert.Equal(["An answer came to a question that nobody has asked: 5"], client.Logged);
    }

    [Fact]
    public async Task Nothing_goes_before_initialize_or_after_shutdown()
    {
        var edits = 0;
        using var client = new TestClient(connection =>
        {
            Echo(connection);
            connection.OnNotification("edit", _ => edits++);
        });
        client.Notify("edit");
        client.Request(1, "echo");
        Assert.Equal(("1", -32002), await client.NextError());
        client.Request(2, "shutdown");
        Assert.Equal(("2", -32002), await client.NextError());
        client.Request(3, "initialize");
        Assert.Equal("""{"jsonrpc":"2.0","id":3,"result":"ready"}""", await client.Next());
        client.Notify("edit");
        client.Request(4, "shutdown");
        Assert.Equal("""{"jsonrpc":"2.0","id":4,"result":null}""", await client.Next());
        client.Notify("edit");
        client.Request(5, "echo");
        Assert.Equal(("5", -32600), await client.NextError());
        client.Notify("exit");
        Assert.Equal(0, await client.ExitCode);
        Assert.Equal(1, edits);
    }

    [Fact]
    public async Task Leaving_without_shutdown_is_exit_code_1()
    {
        using var client = await TestClient.Ready(Echo);
        client.Notify("exit");
        Assert.Equal(1, await client.ExitCode);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task The_end_of_the_input_ends_the_run_and_its_work(bool shutDown, int expected)
    {
        using var started = new ManualResetEventSlim();
        var ended = new TaskCompletionSource();
        using var client = await TestClient.Ready(connection => connection.OnRequest("patient", _ => cancellation =>
        {
            started.Set();
            cancellation.WaitHandle.WaitOne();
            ended.SetResult();
            return static writer => writer.WriteNull();
        }));
        client.Request(1, "patient");
        started.Wait(TestContext.Current.CancellationToken);
        if (shutDown)
        {
            client.Request(2, "shutdown");
            Assert.Equal("""{"jsonrpc":"2.0","id":2,"result":null}""", await client.Next());
        }
        client.End();
        Assert.Equal(expected, await client.ExitCode);
        await ended.Task;
    }

    [Fact]
    public async Task A_trace_tells_how_long_a_request_took_once_it_is_wanted()
    {
        using var client = await TestClient.Ready(Echo);
        await IsAlive(client);
        client.Notify("$/setTrace", """{"value":"messages"}""");
        await IsAlive(client);
        Assert.Matches(@"^\{""jsonrpc"":""2.0"",""method"":""\$/logTrace"",""params"":\{""message"":""echo \(100\) took \d+\.\d ms\.""\}\}$", await client.Next());
    }

    [Fact]
    public async Task Taps_see_both_directions()
    {
        var (sent, received) = (new List<string>(), new List<string>());
        using var client = await TestClient.Ready(Echo);
        client.Connection.Tap = received.Add;
        client.Writer.Tap = sent.Add;
        await IsAlive(client);
        Assert.Equal(["""{"jsonrpc":"2.0","id":100,"method":"echo","params":["alive"]}"""], received);
        Assert.Equal(["""{"jsonrpc":"2.0","id":100,"result":["alive"]}"""], sent);
    }

    private static void Echo(Connection connection) => connection.OnRequest("echo", static parameters => _ => writer => (parameters ?? JValue.CreateNull()).WriteTo(writer));

    /// <summary>The next answer is to the next request.</summary>
    private static async Task IsAlive(TestClient client)
    {
        client.Request(100, "echo", """["alive"]""");
        Assert.Equal("""{"jsonrpc":"2.0","id":100,"result":["alive"]}""", await client.Next());
    }
}
