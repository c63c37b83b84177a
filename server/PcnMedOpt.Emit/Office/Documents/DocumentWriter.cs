using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Office.Documents;

/// <summary>Writes a document on A4, with its header, its footer with the number of the page, and its language.</summary>
internal sealed class DocumentWriter
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>A4 within margins of 2 cm, in twentieths of a point.</summary>
    private const int TextWidth = 9638;

    private int numberedLists;

    public static byte[] Write(WordDocument document) => OfficePackage.Of(stream =>
    {
        var writer = new DocumentWriter();
        using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        package.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
        var main = package.AddNewPart<MainDocumentPart>(MainType, "rId1");
        document.Properties.WriteTo(package.AddNewPart<CoreFilePropertiesPart>("rId2"));
        var body = new Body(document.Blocks.SelectMany(writer.Of));
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocumentStyles.Build();
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = DocumentStyles.Lists(writer.numberedLists);
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
            new DefaultTabStop { Val = 720 },
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = "en-GB" });
        main.AddNewPart<HeaderPart>("rIdHeader").Header = new Header(Styled("Header", Text(document.Header ?? "")));
        main.AddNewPart<FooterPart>("rIdFooter").Footer = Footer(document.Footer);
        body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        main.Document = new Document(body);
    });

    private IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        HeadingBlock heading => [Styled(string.Create(CultureInfo.InvariantCulture, $"Heading{Math.Clamp(heading.Level, 1, 3)}"), Text(heading.Text))],
        ParagraphBlock { Look: ParagraphLook.Normal } paragraph => [new Paragraph(Runs(paragraph.Inlines))],
        ParagraphBlock paragraph => [Styled(paragraph.Look.ToString(), [.. Runs(paragraph.Inlines)])],
        ListBlock list => List(list),
        TableBlock table => Table(table),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {block}"),
    };

    private IEnumerable<OpenXmlElement> List(ListBlock list)
    {
        var number = list.Entries.Any(e => e.Numbered) ? DocumentStyles.FirstNumbered + numberedLists++ : DocumentStyles.Points;
        return list.Entries.Select(e => new Paragraph([
            new ParagraphProperties(
                new ParagraphStyleId { Val = "ListParagraph" },
                new NumberingProperties(new NumberingLevelReference { Val = Math.Min(e.Level, 3) }, new NumberingId { Val = e.Numbered ? number : DocumentStyles.Points })),
            .. Runs(e.Inlines),
        ]));
    }

    private static IEnumerable<OpenXmlElement> Table(TableBlock table)
    {
        if (table.Caption is { } caption) yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }, new KeepNext()), Text(caption));
        var widths = table.Widths.Select(w => (TextWidth * w / 100).ToString(CultureInfo.InvariantCulture)).ToList();
        var of = new Table(
            new TableProperties(
                new TableStyle { Val = DocumentStyles.TableStyle },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        of.Append(new TableRow([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. table.Heads.Select((h, i) => Cell(widths[i], Palette.Accent, [new Run(new RunProperties(new Bold(), new Color { Val = Palette.Paper }), Words(h))])),
        ]));
        foreach (var row in table.Rows) of.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Select((c, i) => Cell(widths[i], null, Runs(c)))]));
        yield return of;
        yield return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "60" }));
    }

    private static TableCell Cell(string width, string? fill, IEnumerable<OpenXmlElement> runs)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa });
        if (fill is not null) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        return new TableCell(properties, new Paragraph([new ParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }), .. runs]));
    }

    private static IEnumerable<OpenXmlElement> Runs(ImmutableArray<Inline> inlines) => inlines.Select<Inline, OpenXmlElement>(inline => inline switch
    {
        TextInline text => Text(text.Text, text.Bold, text.Italic),
        BreakInline => new Run(new Break()),
        MergeInline merge => new SimpleField(new Run(new RunProperties(new NoProof(), new DocumentFormat.OpenXml.Wordprocessing.Highlight { Val = HighlightColorValues.Yellow }), Words($"«{merge.Name}»"))) { Instruction = $" MERGEFIELD \"{merge.Name}\" " },
        _ => throw new System.Diagnostics.UnreachableException($"No words for {inline}"),
    });

    private static Footer Footer(string text) => new(Styled(
        "Footer",
        new ParagraphProperties(
            new ParagraphStyleId { Val = "Footer" },
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = TextWidth })),
        Text(text),
        new Run(new TabChar()),
        Text("Page "),
        Field("PAGE"),
        Text(" of "),
        Field("NUMPAGES")));

    private static SimpleField Field(string code) => new(new Run(new RunProperties(new NoProof()), Words("1"))) { Instruction = $" {code} " };

    private static Paragraph Styled(string style, params OpenXmlElement[] content) =>
        content is [ParagraphProperties, ..] ? new Paragraph(content) : new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    private static Run Text(string text, bool bold = false, bool italic = false)
    {
        var run = new Run();
        if (bold || italic)
        {
            var properties = new RunProperties();
            if (bold) properties.Append(new Bold());
            if (italic) properties.Append(new Italic());
            run.Append(properties);
        }
        run.Append(Words(text));
        return run;
    }

    private static Text Words(string text) => new(PageEncoder.Legal(text).Replace('\n', ' ')) { Space = SpaceProcessingModeValues.Preserve };
}
