using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>What a declaration names was changed since the lock was written, so that the lock says nothing of it (language §12).</summary>
public sealed class LockStale : IDeclarationRule
{
    /// <summary>The same where nobody is there to look at it, as in CI.</summary>
    public static readonly DiagnosticKind Required = new("MO2145", "lock-required", Severity.Error, "A declaration is not in the lock as it stands");

    public DiagnosticKind Kind { get; } = new("MO2144", "lock-stale", Severity.Warning, "A declaration is not in the lock as it stands");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration is not { Knowledge.Lock: { } pinned, PinnedText: { } text, Facts.Name: { } name } || pinned.Find(name, text) is not null) yield break;
        var kind = declaration.Knowledge.IsLockRequired ? Required : Kind;
        yield return kind.At(
            declaration.Facts.NameSpan,
            pinned.Sets.ContainsKey(name) ? $"The codes that '{name}' names were changed since the lock was written." : $"The lock was written before '{name}' named codes.",
            declaration.Knowledge.Release is null
                ? "Until the lock is written again, its codes are not known to exist and nothing is expanded: medopt lock, on a machine with a release."
                : "Write the lock again: medopt lock.");
    }
}
