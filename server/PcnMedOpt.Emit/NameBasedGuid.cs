using System.Security.Cryptography;
using System.Text;

namespace PcnMedOpt.Emit;

/// <summary>UUIDs of version 5 (RFC 9562 §5.5): the same name gives the same identifier on every build.</summary>
public static class NameBasedGuid
{
    /// <summary>The namespace of this product, a random UUID chosen once.</summary>
    private static readonly Guid Namespace = new("7b0a1c52-3b0e-4c7a-9c53-5a1f0d7e2b64");

    public static Guid Of(string name)
    {
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
