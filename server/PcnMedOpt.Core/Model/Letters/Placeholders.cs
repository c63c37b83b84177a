using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Letters;

/// <summary>Something that whoever sends a letter, or the clinical system, fills in for each patient.</summary>
/// <param name="Name">As it is written between the braces: <c>patient.first_name</c>.</param>
/// <param name="Stands">What stands there: "the patient’s first name".</param>
public sealed record MergeField(string Name, string Stands);

/// <summary>What a placeholder stands for.</summary>
public abstract record PlaceholderValue
{
    private protected PlaceholderValue()
    {
    }
}

/// <summary>It is filled in when the letter is sent.</summary>
public sealed record FilledIn(MergeField Field) : PlaceholderValue;

/// <summary>It follows from the protocol, and is the same in every letter.</summary>
public sealed record FromProtocol(string Text) : PlaceholderValue;

/// <summary>
/// What may stand between double braces in a letter (language §8): a closed list of merge fields; a parameter, which stands for its value; and of
/// any declaration its title, of a template also how long it lasts. Nothing else is there, so that nothing else is ever sent to a patient.
/// </summary>
public static class Placeholders
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly ImmutableArray<MergeField> MergeFields =
    [
        new("patient.name", "the patient’s full name"),
        new("patient.title", "the patient’s title"),
        new("patient.first_name", "the patient’s first name"),
        new("patient.date_of_birth", "the patient’s date of birth"),
        new("patient.nhs_number", "the patient’s NHS number"),
        new("patient.address", "the patient’s address"),
        new("practice.name", "the name of the practice"),
        new("practice.phone", "the telephone number of the practice"),
        new("practice.address", "the address of the practice"),
        new("clinician", "the name of the clinician who signs"),
        new("today", "the date of the letter"),
    ];

    /// <summary>What a placeholder stands for, or null when it stands for nothing: a merge field goes before a declaration of the same name.</summary>
    /// <param name="placeholder">The placeholder.</param>
    /// <param name="scope">What names stand for.</param>
    /// <param name="template">The template of a name, or null.</param>
    public static PlaceholderValue? Of(Placeholder placeholder, Scope scope, Func<string, Template?> template)
    {
        var written = Written(placeholder);
        if (MergeFields.FirstOrDefault(f => f.Name == written) is { } field) return new FilledIn(field);
        return TextOf(placeholder, scope, template) is { } text ? new FromProtocol(text) : null;
    }

    /// <summary>The parts that a declaration of a kind has in a letter.</summary>
    public static ImmutableArray<string> PartsOf(DeclarationKind kind) => kind == DeclarationKind.Template ? ["title", "duration"] : ["title"];

    public static string Written(Placeholder placeholder) => placeholder.Part is null ? placeholder.Name : $"{placeholder.Name}.{placeholder.Part}";

    private static string? TextOf(Placeholder placeholder, Scope scope, Func<string, Template?> template) => placeholder.Part switch
    {
        null => scope.Parameter(placeholder.Name)?.ToString(),
        "title" => scope.Find(placeholder.Name)?.Title,
        "duration" => template(placeholder.Name)?.Lasts?.ToString(),
        _ => null,
    };
}
