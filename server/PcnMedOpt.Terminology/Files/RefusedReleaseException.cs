namespace PcnMedOpt.Terminology.Files;

/// <summary>What was named cannot be brought in: it is damaged, unsafe, or none of the forms that are known. The message is for the user.</summary>
public sealed class RefusedReleaseException(string message, Exception? inner = null) : IOException(message, inner);
