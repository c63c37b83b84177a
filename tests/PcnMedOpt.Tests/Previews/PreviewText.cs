using System.Text.RegularExpressions;
using PcnMedOpt.Core;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Previews;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Previews;

/// <summary>Previews of a text.</summary>
internal static partial class PreviewText
{
    public static readonly string Small = File.ReadAllText(Repository.PathOf("tests", "previews", "small.medopt")).ReplaceLineEndings("\n");

    public static PreviewProject Project(string text, Templates? templates = null)
    {
        var compilation = TestProject.Of([new("test.medopt", text)], targets: [new EmisTarget(null)]);
        return new PreviewProject(compilation, compilation.Diagnostics, templates ?? Templates.Standard, new BuiltBy("0.1.0", "1"));
    }

    public static Preview Of(string text, string name, PreviewKind? kind = null, Templates? templates = null)
    {
        var project = Project(text, templates);
        return Preview.Of(project, All(project.Compilation).First(d => (d.Facts.Name ?? d.Facts.Title) == name), kind);
    }

    public static IEnumerable<PlacedDeclaration> All(Compilation compilation) => compilation.Files.Values.SelectMany(f => f.Declarations);

    /// <summary>Without its stylesheet, which is the same on every page.</summary>
    public static string WithoutStyle(string html) => Style().Replace(html, "<style></style>");

    /// <summary>Without what says where its elements come from.</summary>
    public static string WithoutMarks(string html) => Marks().Replace(html, "");

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(" data-source=\"[^\"]*\"")]
    private static partial Regex Marks();
}
