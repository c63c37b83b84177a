using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Print;

/// <summary>The documents of a pack as pages for paper: a file for each, in the folder <c>print</c>.</summary>
public static class PrintPages
{
    private const string Folder = "print/";

    /// <param name="compilation">The project.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="meta">Who answers for the pack.</param>
    /// <param name="templates">The templates of the pages.</param>
    public static IEnumerable<OutputFile> Of(Compilation compilation, PackContents pack, PageMeta meta, Templating.Templates templates) =>
        from declaration in pack.Documents
        let page = Html(compilation, declaration, meta, templates)
        where page is not null
        select OutputFile.Of(PathOf(declaration), page);

    /// <summary>The page of one document; null for what is none.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="declaration">The document.</param>
    /// <param name="meta">Who answers for the pack that it comes in.</param>
    /// <param name="templates">The templates of the pages.</param>
    public static string? Html(Compilation compilation, PlacedDeclaration declaration, PageMeta meta, Templating.Templates templates) =>
        Page(compilation.ModelOf(declaration), new PrintedDocument(compilation, declaration, meta)) is { } page ? templates.Render(page.Template, page.View) : null;

    /// <summary>The documents among the files of a pack, for a page that leads to them.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="files">Its files.</param>
    /// <param name="withPdf">A PDF is made of each.</param>
    public static IEnumerable<DocumentFile> Listed(PackContents pack, IEnumerable<OutputFile> files, bool withPdf) =>
        from file in files
        where IsPage(file)
        let declaration = pack.Documents.First(d => file.Path == PathOf(d))
        orderby declaration.Facts.Kind, declaration.Facts.Title, file.Path
        select new DocumentFile(file.Path, withPdf ? PdfPathOf(file) : null, declaration.Facts.Title ?? "", declaration.Facts.Kind.Noun());

    public static bool IsPage(OutputFile file) => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".html", StringComparison.Ordinal);

    public static string PdfPathOf(OutputFile page) => page.Path[..^".html".Length] + ".pdf";

    private static string PathOf(PlacedDeclaration declaration) => $"{Folder}{declaration.Facts.Name}.html";

    /// <summary>The template and the view of a document; null for what is none.</summary>
    private static (string Template, object View)? Page(object? model, PrintedDocument document) => model switch
    {
        Template template => ("form.hbs", FormView.Of(template, document)),
        Sop sop => ("procedure.hbs", ProcedureView.Of(sop, document)),
        Letter letter => ("letter.hbs", LetterView.Of(letter, document)),
        Workflow workflow => ("workflow.hbs", WorkflowView.Of(workflow, document)),
        Register register => ("register.hbs", RegisterView.Of(register, document)),
        Checklist checklist => ("checklist.hbs", ChecklistView.Of(checklist, document)),
        _ => null,
    };
}
