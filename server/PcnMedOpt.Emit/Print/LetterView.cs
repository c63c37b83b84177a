using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>The text of a letter for one medium.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Heading">Letter, text message or email.</param>
/// <param name="Page">A letter as it is sent; null for a message.</param>
/// <param name="Message">A message as it is sent; null for a letter.</param>
/// <param name="Length">How long a message is.</param>
/// <param name="Evidence">What it cites.</param>
public sealed record BodyView(string Id, string Heading, GuidanceHtml? Page, string? Message, string? Length, ImmutableArray<LinkView> Evidence);

/// <summary>A letter to patients with its merge fields.</summary>
public sealed record LetterView(
    PageFrame Frame, FrontMatterView Front, GuidanceHtml? Description, string? To, ImmutableArray<LinkView> Evidence, ImmutableArray<BodyView> Bodies, ImmutableArray<MergeFieldView> Fields, ImmutableArray<GuideView> Guides)
{
    /// <summary>A text message of this many characters is one; a longer one is cut into parts of 153 (3GPP TS 23.038 and 23.040, the 7-bit alphabet).</summary>
    private const int OneMessage = 160;

    internal static LetterView Of(Letter letter, PrintedDocument document)
    {
        ImmutableArray<BodyView> bodies = [.. letter.Bodies.Select((b, i) => Body(b, i, document))];
        ImmutableArray<MergeFieldView> fields = [.. LetterText.FieldsOf(letter.Bodies.Select(b => b.Text), document)];
        var sections = bodies.Select(b => ContentsView.Of(b.Id, b.Heading));
        return new LetterView(
            document.Frame("Letter", fields.IsEmpty ? sections : sections.Append(ContentsView.Of("fields", "Merge fields"))),
            document.Front,
            document.Description,
            letter.To is { } to ? $"Patients in the cohort {document.English.Named(to.Cohort)}{(to.Part is null ? "" : $", part {to.Part}")}" : null,
            document.Evidence(letter.Cites),
            bodies,
            fields,
            GuideView.Of(letter.Guides));
    }

    private static BodyView Body(LetterBody body, int index, PrintedDocument document)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"body-{index + 1}");
        var text = LetterText.Merged(body.Text, document);
        var cites = document.Evidence(body.Cites);
        return body.Medium switch
        {
            Medium.Letter => new BodyView(id, "The letter", GuidanceText.Html(text), null, null, cites),
            Medium.Email => new BodyView(id, "The email", GuidanceText.Html(text), null, null, cites),
            _ => new BodyView(id, "The text message", null, text, Length(text), cites),
        };
    }

    /// <summary>The length without what only the practice's system knows.</summary>
    private static string Length(string text)
    {
        var fields = Placeholder.In(text.Replace("«", "{{", StringComparison.Ordinal).Replace("»", "}}", StringComparison.Ordinal)).ToList();
        var own = text.EnumerateRunes().Count() - fields.Sum(f => f.Name.Length + (f.Part is null ? 0 : f.Part.Length + 1) + 2);
        var words = string.Create(CultureInfo.InvariantCulture, $"{own} characters");
        var beside = fields.Count == 0 ? "" : ", and what the merge fields hold";
        return own <= OneMessage ? $"{words}{beside}. One message holds {OneMessage}." : $"{words}{beside}. It is sent in parts of 153.";
    }
}
