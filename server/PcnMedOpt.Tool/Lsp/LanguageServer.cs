using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Handlers;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>The language server: its life from initialize to exit, the texts that the editor sends, and the features that answer.</summary>
internal sealed class LanguageServer
{
    private readonly Connection connection;

    public LanguageServer(Connection connection, Func<DateOnly> today)
    {
        this.connection = connection;
        Log = new ClientLog(connection);
        Workspace = new EditorWorkspace(today, Log.Warn);
        Judging = new Judging(this, connection);
        Progress = new Progress(this, connection);
        connection.OnRequest(Requests.Initialize.Method, Initialize);
        connection.OnNotification(Notifications.Initialized.Method, _ => Start());
        connection.OnNotification(Notifications.SetTrace.Method, p => Log.Trace = Notifications.SetTrace.ReadParameters(p).Value);
        foreach (var feature in Features.All) connection.OnRequest(feature.Method, feature.Start(this));
        TextSynchronisation.Listen(connection, this);
        FileWatching.Listen(connection, this);
    }

    public ClientFeatures Client { get; private set; } = ClientFeatures.None;

    public EditorWorkspace Workspace { get; }

    public ClientLog Log { get; }

    public Judging Judging { get; }

    public Progress Progress { get; }

    /// <summary>The folders that the editor has open, as paths.</summary>
    private ImmutableArray<string> Folders { get; set; } = [];

    /// <summary>What was asked of a document's older text is no longer wanted.</summary>
    public void Outdate(string uri) =>
        connection.Cancel((method, parameters) => !Features.OutliveEdits.Contains(method) && parameters?.SelectToken("textDocument.uri")?.Value<string>() == uri);

    private Func<CancellationToken, Action<Newtonsoft.Json.JsonWriter>> Initialize(JToken? parameters)
    {
        var asked = Requests.Initialize.ReadParameters(parameters);
        Client = new ClientFeatures(asked.Capabilities);
        Log.Trace = asked.Trace ?? TraceValue.Off;
        Folders = FoldersOf(asked);
        if (asked.ProcessId is { } process) ParentProcess.Watch(process, connection.Stop);
        var result = new InitializeResult
        {
            Capabilities = Features.All.Aggregate(Own, (capabilities, feature) => feature.Announce(capabilities, Client)),
            ServerInfo = new ServerInfo { Name = "medopt", Version = ToolInfo.Version },
        };
        return _ => writer => Requests.Initialize.WriteResult(writer, result);
    }

    private void Start()
    {
        FileWatching.Register(connection, Client);
        Progress.While("Reading the project", () => Workspace.Start(Folders));
        Judging.Changed();
    }

    /// <summary>What belongs to no feature.</summary>
    private static ServerCapabilities Own => new()
    {
        PositionEncoding = PositionEncodingKind.UTF16,
        TextDocumentSync = new TextDocumentSyncOptions { OpenClose = true, Change = TextDocumentSyncKind.Incremental, Save = new SaveOptions { IncludeText = false } },
        Workspace = new WorkspaceOptions { WorkspaceFolders = new WorkspaceFoldersServerCapabilities { Supported = true, ChangeNotifications = true } },
    };

    private static ImmutableArray<string> FoldersOf(InitializeParams asked)
    {
        var uris = asked.WorkspaceFolders is { } folders ? folders.Select(f => f.Uri) : asked.RootUri is { } root ? [root] : [];
        return [.. uris.Select(FileUri.PathOf).OfType<string>()];
    }
}
