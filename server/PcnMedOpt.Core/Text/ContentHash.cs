using System.Security.Cryptography;
using System.Text;

namespace PcnMedOpt.Core.Text;

/// <summary>SHA-256 as lower-case hexadecimal digits.</summary>
public static class ContentHash
{
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
