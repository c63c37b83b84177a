namespace PcnMedOpt.Tool.Project;

/// <summary>The program was used in a way that cannot work, or the project cannot be read: one message, exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
