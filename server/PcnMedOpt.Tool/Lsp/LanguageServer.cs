using System.Collections.Immutable;
using PcnMedOpt.Tool.Lsp.Counting;
using PcnMedOpt.Tool.Lsp.Handlers;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Releases;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>The language server: how it begins, the texts that the editor sends, and the features that answer.</summary>
internal sealed class LanguageServer
{
    private readonly Connection connection;
    private readonly Action editorIsGone;
    private ImmutableArray<string> folders = [];

    /// <param name="connection">The editor.</param>
    /// <param name="today">The day on which projects are looked at.</param>
    /// <param name="data">In what cohorts are counted.</param>
    /// <param name="releases">Where projects are told about their codes, beside their locks.</param>
    /// <param name="editorIsGone">What to do when the editor's process has ended without a word.</param>
    public LanguageServer(Connection connection, Func<DateOnly> today, EditorData data, EditorReleases releases, Action editorIsGone)
    {
        Data = data;
        this.connection = connection;
        this.editorIsGone = editorIsGone;
        Log = new ClientLog(connection);
        Releases = releases;
        releases.Complain = text => connection.Notify(Notifications.ShowMessage, new ShowMessageParams { Type = MessageType.Warning, Message = text });
        releases.Mention = Log.Warn;
        Workspace = new EditorWorkspace(today, Log.Warn, releases.WithoutRelease);
        ReleaseUse = new ReleaseUse(this, connection);
        Judging = new Judging(this, connection);
        Progress = new Progress(this, connection);
        connection.On(Requests.Initialize, asked => _ => Initialize(asked));
        connection.On(Notifications.Initialized, _ => Start());
        // Editors tell of every change of their settings; the server has none of its own.
        connection.On(Notifications.DidChangeConfiguration, _ => { });
        foreach (var feature in Features.All)
        {
            feature.Listen(this, connection);
            if (feature.RunsApart) connection.RunApart(feature.Method);
        }
        TextSynchronisation.Listen(connection, this);
        FileWatching.Listen(connection, this);
    }

    public ClientFeatures Client { get; private set; } = ClientFeatures.None;

    public EditorWorkspace Workspace { get; }

    public EditorData Data { get; }

    public EditorReleases Releases { get; }

    public ReleaseUse ReleaseUse { get; }

    public ClientLog Log { get; }

    public Judging Judging { get; }

    public Progress Progress { get; }

    /// <summary>Serves until the editor says exit or is gone; gives the exit code.</summary>
    public int Run() => connection.Run();

    /// <summary>What was asked of a document's older text is no longer wanted.</summary>
    public void Outdate(string uri) => connection.CancelRunning((method, document) => document == uri && !Features.OutliveEdits.Contains(method));

    private InitializeResult Initialize(InitializeParams asked)
    {
        Client = new ClientFeatures(asked.Capabilities);
        folders = FoldersOf(asked);
        if (asked.ProcessId is { } process) ParentProcess.Watch(process, editorIsGone);
        return new InitializeResult
        {
            Capabilities = Features.All.Aggregate(Own, (capabilities, feature) => feature.Announce(capabilities, Client)),
            ServerInfo = new ServerInfo { Name = "medopt", Version = ToolInfo.Version },
        };
    }

    private void Start()
    {
        FileWatching.Register(connection, Client);
        Progress.While("Reading the project", () => Workspace.Start(folders));
        Judging.Changed();
        _ = Task.Run(ReleaseUse.Begin);
        _ = Task.Run(ReadData);
    }

    private void ReadData()
    {
        Progress.While("Reading the extract", () => Data.Read(Log.Warn));
        if (Data.IsWanted && Client.RefreshesCodeLenses) _ = connection.Ask(Requests.CodeLensRefresh, null);
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
        var uris = asked.WorkspaceFolders is { } open ? open.Select(f => f.Uri) : asked.RootUri is { } root ? [root] : [];
        return [.. uris.Select(FileUri.PathOf).OfType<string>()];
    }
}
