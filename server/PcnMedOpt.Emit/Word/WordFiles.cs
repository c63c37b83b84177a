using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Emit.Office.Documents;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Print;

namespace PcnMedOpt.Emit.Word;

/// <summary>The letters and procedures of a pack as documents that a practice can change: a file for each, in the folder <c>word</c>.</summary>
internal static class WordFiles
{
    private const string Folder = "word/";

    public static IEnumerable<OutputFile> Of(Compilation compilation, PackContents pack, PageMeta meta)
    {
        foreach (var declaration in pack.Documents)
        {
            var document = new PrintedDocument(compilation, declaration, meta);
            var (written, kind) = compilation.ModelOf(declaration) switch
            {
                Letter letter when letter.Bodies.Any(b => b.Medium == Medium.Letter) => (LetterDocument.Of(letter, document), "Letter"),
                Sop sop => (ProcedureDocument.Of(sop, document, declaration.Facts.Description), "Procedure"),
                _ => (null, ""),
            };
            if (written is not null) yield return OutputFile.Of($"{Folder}{declaration.Facts.Name}.docx", DocumentWriter.Write(written)) with { Title = $"{kind} (Word): {document.Title}" };
        }
    }
}
