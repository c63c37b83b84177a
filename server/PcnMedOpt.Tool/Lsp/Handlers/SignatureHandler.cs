using PcnMedOpt.Ide.Signatures;
using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The form of the clause that is being written, and what comes next in it.</summary>
internal static class SignatureHandler
{
    public static readonly Feature OfDocument = Feature.Of(
        Requests.SignatureHelp,
        Answer,
        (capabilities, _) => capabilities with { SignatureHelpProvider = new SignatureHelpOptions { TriggerCharacters = [" "], RetriggerCharacters = [" ", ","] } }) with
    { OutlivesEdits = true };

    private static SignatureHelp? Answer(SignatureHelpParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        if (Signatures.At(document.Compilation, document.Path, document.Offset(asked.Position)) is not { } found) return null;
        return new SignatureHelp
        {
            Signatures = [.. found.Forms.Select(f => Shown(f, context.Client))],
            ActiveSignature = found.Active,
            ActiveParameter = found.Forms[found.Active].ActivePart,
        };
    }

    /// <summary>Where a word of the form comes next, no part is marked: a number behind the last one says so.</summary>
    private static SignatureInformation Shown(Signature form, ClientFeatures client) => new()
    {
        Label = form.Label,
        Documentation = Wire.Markdown(form.Says),
        Parameters = [.. form.Parts.Select(p => new ParameterInformation
        {
            Label = client.TakesLabelOffsets ? (p.Span.Start, p.Span.End) : p.Span.Of(form.Label),
            Documentation = Wire.Markdown(p.Says),
        })],
        ActiveParameter = form.ActivePart ?? form.Parts.Length,
    };
}
