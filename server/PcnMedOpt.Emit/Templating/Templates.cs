using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace PcnMedOpt.Emit.Templating;

/// <summary>A template that cannot be rendered: which one, and what is wrong with it.</summary>
public sealed class TemplateException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// The one place that renders templates. A template lays out what its view holds: each, if, values and partials, nothing else. Its text is a
/// resource of this library, or the project's own under the same file name.
/// </summary>
/// <param name="own">The text of a template of the project by file name, such as <c>spec.hbs</c>; null where it has none.</param>
public sealed partial class Templates(Func<string, string?>? own = null)
{
    /// <summary>The templates of this library alone.</summary>
    public static readonly Templates Standard = new();

    private static readonly string[] Names = [.. typeof(Templates).Assembly.GetManifestResourceNames().Where(IsTemplate)];

    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<TextWriter, object, object>>> compiled = new(StringComparer.Ordinal);

    private readonly Lazy<IHandlebars> engine = new(() => Engine(own));

    /// <summary>The files that a project may override.</summary>
    public static IEnumerable<string> FileNames => Names.Select(FileName).Order(StringComparer.Ordinal);

    /// <summary>Compiles templates that will be rendered. It takes a fifth of a second the first time: do it on another thread while the project is read.</summary>
    public void Prepare(params IEnumerable<string> templates)
    {
        foreach (var template in templates) _ = compiled.GetOrAdd(template, Compiled).Value;
    }

    /// <param name="template">The file name.</param>
    /// <param name="view">A record whose properties the template names.</param>
    public string Render(string template, object view)
    {
        try
        {
            using var page = new StringWriter(CultureInfo.InvariantCulture);
            compiled.GetOrAdd(template, Compiled).Value(page, view, view);
            return page.ToString();
        }
        catch (HandlebarsUndefinedBindingException missing)
        {
            throw new TemplateException($"{Place(template, missing.Path)} asks for '{missing.Path}'; there is no '{missing.MissingKey}' where it stands.", missing);
        }
        catch (HandlebarsException broken)
        {
            throw new TemplateException($"The template {template}, or a part of it, cannot be used: {broken.Message.ReplaceLineEndings(" ")}", broken);
        }
    }

    /// <summary>The text of a part that is no template, such as a stylesheet.</summary>
    public string Text(string fileName) => Text(fileName, own) ?? throw new ArgumentException($"There is no file {fileName}.", nameof(fileName));

    /// <summary>The file and line that ask for a member: in the project's own templates first, for the others are known to be sound.</summary>
    private string Place(string template, string member)
    {
        var asked = new Regex($@"\{{\{{[^{{}}]*(?<![\w.]){Regex.Escape(member)}(?![\w.])[^{{}}]*\}}\}}", RegexOptions.CultureInvariant);
        foreach (var file in FileNames.Where(f => own?.Invoke(f) is not null).OrderBy(f => f != template).Append(template))
            if (asked.Match(Text(file, own) ?? "") is { Success: true } found)
                return string.Create(CultureInfo.InvariantCulture, $"The template {file}, line {1 + Text(file, own)?.Take(found.Index).Count(c => c == '\n')},");
        return $"The template {template}, or a part of it,";
    }

    private Lazy<HandlebarsTemplate<TextWriter, object, object>> Compiled(string template) => new(() =>
    {
        using var text = new StringReader(Text(template, own) ?? throw new ArgumentException($"There is no template {template}.", nameof(template)));
        return engine.Value.Compile(text);
    });

    private static IHandlebars Engine(Func<string, string?>? own)
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            TextEncoder = new PageEncoder(),
            FormatProvider = CultureInfo.InvariantCulture,
            PartialTemplateResolver = new Parts(own),
        });
        return engine;
    }

    private static string? Text(string fileName, Func<string, string?>? own)
    {
        if (own?.Invoke(fileName) is { } text) return Tame(fileName, text);
        if (Names.FirstOrDefault(n => FileName(n) == fileName) is not { } resource) return null;
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A project's template escapes what it shows, as ours do: three braces are for the HTML of guidance and drawings alone.</summary>
    private static string Tame(string fileName, string text)
    {
        foreach (Match raw in Raw().Matches(text))
            if (!raw.Groups[1].Value.Trim().EndsWith(".Html", StringComparison.Ordinal))
                throw new TemplateException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The template {fileName}, line {1 + text.Take(raw.Index).Count(c => c == '\n')}, would put a text on the page unescaped: {raw.Value}. Write it with two braces; three are for what ends in .Html."));
        return text;
    }

    [GeneratedRegex(@"\{\{(?:\{(.*?)\}|&(.*?))\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Raw();

    private static bool IsTemplate(string resource) => resource.EndsWith(".hbs", StringComparison.Ordinal) || resource.EndsWith(".css", StringComparison.Ordinal);

    /// <summary>Resources are named by folder and file, joined by dots; file names hold one dot.</summary>
    private static string FileName(string resource) => string.Join('.', resource.Split('.')[^2..]);

    /// <summary>A partial is another file: <c>{{> head}}</c> is head.hbs, <c>{{> stylesheet}}</c> medopt.css, <c>{{> print-stylesheet}}</c> print.css.</summary>
    private sealed class Parts(Func<string, string?>? own) : IPartialTemplateResolver
    {
        public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath)
        {
            if (partialName is null || Text(FileOf(partialName), own) is not { } text) return false;
            env.RegisterTemplate(partialName, text);
            return true;
        }

        private static string FileOf(string part) => part switch { "stylesheet" => "medopt.css", "print-stylesheet" => "print.css", _ => part + ".hbs" };
    }
}
