using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Lsp.Workspace;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>Which project a document is in, and which text counts: the editor's, else the disk's.</summary>
public sealed class EditorWorkspaceTests
{
    private const string Asthma = "codes asthma \"Asthma\" snomed { 195967001 |Asthma| }\n";
    private const string UsesAsthma = "cohort known \"Known\" { include all { \"Asthma\": asthma recorded } }\n";
    private readonly List<string> said = [];

    [Fact]
    public void A_file_sees_the_names_of_its_project()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("codes.medopt", Asthma), ("cohort.medopt", UsesAsthma));
        var workspace = Started(disk.Root);
        Assert.Equal([], Slugs(workspace, disk.Uri("cohort.medopt")));
        Assert.Equal(["codes.medopt", "cohort.medopt"], workspace.Current.Projects.Single().Compilation.Files.Keys);
    }

    [Fact]
    public void The_text_in_the_editor_counts_until_the_document_is_closed()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("codes.medopt", Asthma), ("cohort.medopt", UsesAsthma));
        var workspace = Started(disk.Root);
        workspace.Open(disk.Uri("codes.medopt"), 1, Asthma.Replace("codes asthma", "codes wheeze"));
        Assert.Equal(["unknown-name"], Slugs(workspace, disk.Uri("cohort.medopt")));
        workspace.Open(disk.Uri("cohort.medopt"), 1, UsesAsthma.Replace("asthma recorded", "wheeze recorded"));
        Assert.Equal([], Slugs(workspace, disk.Uri("cohort.medopt")));
        workspace.Close(disk.Uri("codes.medopt"));
        Assert.Equal(["unknown-name"], Slugs(workspace, disk.Uri("cohort.medopt")));
    }

    [Fact]
    public void A_snapshot_does_not_see_later_edits()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("a.medopt", Asthma));
        var workspace = Started(disk.Root);
        workspace.Open(disk.Uri("a.medopt"), 1, Asthma);
        var before = workspace.Current;
        Assert.True(workspace.Change(disk.Uri("a.medopt"), 2, _ => ""));
        Assert.Equal((Asthma, ""), (before.View(disk.Uri("a.medopt"))?.Text, workspace.Current.View(disk.Uri("a.medopt"))?.Text));
    }

    [Fact]
    public void A_document_that_is_not_open_cannot_change() => Assert.False(Started().Change("file:///nowhere.medopt", 1, _ => ""));

    [Fact]
    public void A_new_document_without_a_file_sees_the_names_of_the_one_project_and_is_not_in_it()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("a.medopt", Asthma));
        var workspace = Started(disk.Root);
        workspace.Open("untitled:Untitled-1", 1, UsesAsthma);
        Assert.Equal([], Slugs(workspace, "untitled:Untitled-1"));
        Assert.Equal(["a.medopt"], workspace.Current.Projects.Single().Compilation.Files.Keys);
        Assert.True(workspace.Change("untitled:Untitled-1", 2, _ => UsesAsthma.Replace("asthma recorded", "wheeze recorded")));
        Assert.Equal(["unknown-name"], Slugs(workspace, "untitled:Untitled-1"));
    }

    [Fact]
    public void A_file_in_no_project_is_looked_at_alone_and_that_is_said()
    {
        using var disk = new DiskFolder(("loose.medopt", UsesAsthma), ("other.medopt", Asthma));
        var workspace = Started();
        workspace.Open(disk.Uri("loose.medopt"), 1, UsesAsthma);
        Assert.Equal(["unknown-name"], Slugs(workspace, disk.Uri("loose.medopt")));
        Assert.Contains("is in no project", said.Single());
    }

    [Fact]
    public void A_folder_without_settings_is_looked_at_as_a_project_and_that_is_said()
    {
        using var disk = new DiskFolder(("a.medopt", Asthma), ("sub/b.medopt", UsesAsthma));
        var workspace = Started(disk.Root);
        Assert.Equal([], Slugs(workspace, disk.Uri("sub/b.medopt")));
        Assert.Contains("has no medopt.json", said.Single());
    }

    [Fact]
    public void A_file_belongs_to_the_innermost_project_of_several_folders()
    {
        using var one = new DiskFolder(("medopt.json", "{}"), ("a.medopt", Asthma), ("inner/medopt.json", "{}"), ("inner/b.medopt", UsesAsthma));
        using var two = new DiskFolder(("medopt.json", "{}"), ("c.medopt", UsesAsthma));
        var workspace = Started(one.Root, two.Root);
        Assert.Equal(3, workspace.Current.Projects.Length);
        Assert.Equal(["unknown-name"], Slugs(workspace, one.Uri("inner/b.medopt")));
        Assert.Equal(["unknown-name"], Slugs(workspace, two.Uri("c.medopt")));
        workspace.ChangeFolders([], [two.Root]);
        Assert.Null(workspace.Current.View(two.Uri("c.medopt")));
    }

    [Fact]
    public void A_file_that_is_opened_brings_the_project_that_it_lies_in()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("a.medopt", Asthma), ("b.medopt", UsesAsthma));
        var workspace = Started();
        workspace.Open(disk.Uri("b.medopt"), 1, UsesAsthma);
        Assert.Equal([], Slugs(workspace, disk.Uri("b.medopt")));
        Assert.Empty(said);
    }

    [Fact]
    public void Broken_settings_are_said_where_they_are_and_the_rest_works_on()
    {
        using var disk = new DiskFolder(("medopt.json", "{ \"name\": "), ("a.medopt", Asthma + UsesAsthma));
        var workspace = Started(disk.Root);
        Assert.Equal(["settings-not-json"], Slugs(workspace, disk.Uri("medopt.json")));
        Assert.Equal([], Slugs(workspace, disk.Uri("a.medopt")));
        workspace.Open(disk.Uri("medopt.json"), 1, "{ \"rules\": { \"in-no-pack\": \"off\" } }");
        Assert.Equal([], Slugs(workspace, disk.Uri("medopt.json")));
        workspace.Close(disk.Uri("medopt.json"));
        Assert.Equal(["settings-not-json"], Slugs(workspace, disk.Uri("medopt.json")));
    }

    [Fact]
    public void What_changes_on_the_disk_is_read_again()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("a.medopt", "codes asthma \"Asthma\" snomed { from \"lists/a.csv\" column \"code\" }\n" + UsesAsthma));
        var workspace = Started(disk.Root);
        Assert.Equal(["code-list-missing"], Slugs(workspace, disk.Uri("a.medopt")));
        workspace.ChangedOnDisk([disk.Write("lists/a.csv", "code\n195967001\n")]);
        Assert.Equal([], Slugs(workspace, disk.Uri("a.medopt")));
        workspace.ChangedOnDisk([disk.Write("lists/a.csv", "code\n195967002\n")]);
        Assert.NotEmpty(Slugs(workspace, disk.Uri("lists/a.csv")));
        workspace.ChangedOnDisk([disk.Delete("lists")]);
        Assert.Equal(["code-list-missing"], Slugs(workspace, disk.Uri("a.medopt")));
        workspace.ChangedOnDisk([disk.Write("b.medopt", Asthma)]);
        Assert.Contains("duplicate-name", Slugs(workspace, disk.Uri("b.medopt")));
        workspace.ChangedOnDisk([disk.Delete("b.medopt")]);
        Assert.Null(workspace.Current.View(disk.Uri("b.medopt")));
    }

    [Fact]
    public void A_folder_that_is_deleted_takes_its_files_along()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("codes/a.medopt", Asthma), ("b.medopt", UsesAsthma));
        var workspace = Started(disk.Root);
        workspace.ChangedOnDisk([disk.Delete("codes")]);
        Assert.Equal(["unknown-name"], Slugs(workspace, disk.Uri("b.medopt")));
    }

    [Fact]
    public void A_project_comes_and_goes_with_its_settings()
    {
        using var disk = new DiskFolder(("one/medopt.json", "{}"), ("one/a.medopt", Asthma), ("two/b.medopt", UsesAsthma));
        var workspace = Started(disk.Root);
        Assert.Single(workspace.Current.Projects);
        workspace.ChangedOnDisk([disk.Write("two/medopt.json", "{}")]);
        Assert.Equal(2, workspace.Current.Projects.Length);
        workspace.ChangedOnDisk([disk.Delete("one")]);
        Assert.Equal(disk.Full("two"), workspace.Current.Projects.Single().Folder.Root);
    }

    [Fact]
    public void Folders_of_builds_are_no_sources()
    {
        using var disk = new DiskFolder(("medopt.json", "{}"), ("a.medopt", Asthma), ("dist/a.medopt", Asthma));
        var workspace = Started(disk.Root);
        workspace.Open(disk.Uri("dist/a.medopt"), 1, Asthma);
        Assert.Equal(["a.medopt"], workspace.Current.Projects.Single().Compilation.Files.Keys);
        Assert.DoesNotContain("duplicate-name", Slugs(workspace, disk.Uri("dist/a.medopt")));
    }

    [Theory]
    [InlineData("file:///home/a%20b/c%23d.medopt", "/home/a b/c#d.medopt")]
    [InlineData("file:///%C3%A9t%C3%A9.medopt", "/été.medopt")]
    [InlineData("FILE:///a/../b.medopt", "/b.medopt")]
    [InlineData("untitled:Untitled-1", null)]
    [InlineData("file://nothing", null)]
    [InlineData("file:///a%00b", null)]
    public void A_uri_is_a_path(string uri, string? path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These are paths of Unix.");
        Assert.Equal(path, FileUri.PathOf(uri));
        if (path is not null) Assert.Equal(path, FileUri.PathOf(FileUri.Of(path)));
    }

    private EditorWorkspace Started(params string[] folders)
    {
        var workspace = new EditorWorkspace(() => TestProject.Today, said.Add, CodeSources.None);
        workspace.Start(folders);
        return workspace;
    }

    /// <summary>Errors and what cannot be read; the notes and warnings of these small projects are beside the point.</summary>
    private static IEnumerable<string> Slugs(EditorWorkspace workspace, string uri)
    {
        var document = workspace.Current.View(uri);
        Assert.NotNull(document);
        return document.Compilation.Diagnostics.Concat(document.FileFindings)
            .Where(d => d.Path == document.Path && d.Severity == Core.Diagnostics.Severity.Error).Select(d => d.Diagnostic.Kind.Slug);
    }
}
