using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Forms;

/// <summary>A template of a pack, with what every output of it needs.</summary>
/// <param name="Template">The template.</param>
/// <param name="Header">The protocol of its own file; null when there is none.</param>
/// <param name="Meta">Who answers for it.</param>
/// <param name="Contents">The pack, with the evidence and the changes of the template's own protocol.</param>
/// <param name="EmisCodes">Which EMIS codes stand for a concept; null where there is no map.</param>
/// <param name="Publisher">Names the project for ever: identifiers follow from it.</param>
/// <param name="Steps">Its steps, numbered.</param>
public sealed record Form(
    Template Template, ProtocolHeader? Header, PageMeta Meta, PageContents Contents, MappedCodes? EmisCodes, string? Publisher, ImmutableArray<FormStep> Steps)
{
    /// <summary>The templates that a pack holds, and those that its members depend on.</summary>
    public static ImmutableArray<Form> Of(Compilation compilation, MappedCodes? emisCodes, PackContents pack, PageMeta meta, PageContents contents) =>
    [
        .. from declaration in pack.Declarations
           let template = compilation.ModelOf(declaration) as Template
           where template is not null
           let header = declaration.File.Protocol
           select new Form(
               template,
               header,
               DocumentMeta.Of(meta, template.Name, template.Title, header),
               Own(contents, template, header),
               emisCodes,
               compilation.Settings.Organisation,
               FormStep.Of(template)),
    ];

    public IEnumerable<FormEntry> Entries => Steps.SelectMany(s => s.Entries);

    /// <summary>The code sets whose results it shows, in the order of their first use.</summary>
    public ImmutableArray<string> ShownSets => [.. Entries.Select(e => e.Item).OfType<ShowLatest>().SelectMany(s => s.Sets).Distinct(StringComparer.Ordinal)];

    /// <summary>The field of a name, with its number.</summary>
    public FormEntry? Find(string field) => Entries.FirstOrDefault(e => e.Item is Field found && found.Name == field);

    /// <summary>The code sets of the pack that hold a code by itself: whoever asks for one of them finds what the template records.</summary>
    public ImmutableArray<string> SetsWith(long code) =>
        [.. Contents.CodeSets.Concat(ShownSets).Distinct(StringComparer.Ordinal).Where(s => Contents.Project.CodeSet(s)?.Contains(code) == true).Order(StringComparer.Ordinal)];

    private static PageContents Own(PageContents contents, Template template, ProtocolHeader? header) => contents with
    {
        Description = template.Description,
        Guides = template.Guides,
        ProtocolGuides = header?.Guides ?? [],
        Evidence = header is null ? [] : [.. header.Evidence.DistinctBy(e => e with { Id = "", IdSpan = default })],
        Changes = header is null ? [] : [.. header.Changes.OrderByDescending(c => c.On ?? DateOnly.MinValue)],
    };
}
