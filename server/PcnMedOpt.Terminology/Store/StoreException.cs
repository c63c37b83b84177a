namespace PcnMedOpt.Terminology.Store;

/// <summary>A store that cannot be used: damaged, cut off, of another version, or no store at all. The message is for the user.</summary>
public sealed class StoreException(string message) : IOException(message);
