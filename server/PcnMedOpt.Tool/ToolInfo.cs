using System.Reflection;

namespace PcnMedOpt.Tool;

/// <summary>Which program this is.</summary>
public static class ToolInfo
{
    /// <summary>The version of the language that it reads.</summary>
    public const string LanguageVersion = "1";

    public static string Version { get; } =
        typeof(ToolInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
