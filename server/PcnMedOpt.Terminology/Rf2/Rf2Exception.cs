namespace PcnMedOpt.Terminology.Rf2;

/// <summary>A release that cannot be read at all. The message is for the user.</summary>
public sealed class Rf2Exception(string message) : IOException(message);
