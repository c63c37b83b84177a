using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>The protocol that its file belongs to. A second one in a file is a mistake of its own.</summary>
internal static class OwnProtocol
{
    public static ProtocolHeader? Of(DeclarationMeaning declaration) =>
        declaration.Facts.Protocol is { } protocol && ReferenceEquals(protocol, declaration.Header) ? protocol : null;
}
