namespace PcnMedOpt.Core.Ecl;

/// <summary>What a token of an ECL expression is. A sign and the words of the long syntax that mean the same are one kind.</summary>
internal enum EclTokenKind : byte
{
    End,

    /// <summary>Digits: an identifier, or a bound of a cardinality.</summary>
    Number,

    /// <summary>A number with its sign: <c>#-2.5</c>.</summary>
    Value,

    /// <summary>Text in double quotation marks, these included.</summary>
    Quoted,

    /// <summary>A term between bars, these included.</summary>
    Term,

    /// <summary><c>LOINC#54486-6</c></summary>
    Alternate,

    Open,
    Close,
    OpenSquare,
    CloseSquare,
    OpenBrace,
    CloseBrace,
    OpenFilter,
    CloseFilter,

    /// <summary>Below, or in a comparison less than.</summary>
    Less,
    DescendantOrSelf,
    Child,
    ChildOrSelf,

    /// <summary>Above, or in a comparison greater than.</summary>
    Greater,
    AncestorOrSelf,
    Parent,
    ParentOrSelf,
    Top,
    Bottom,

    Equal,
    NotEqual,
    LessOrEqual,
    GreaterOrEqual,

    Caret,
    Star,
    Comma,
    Colon,
    Dot,
    DotDot,
    Plus,

    And,
    Or,
    Minus,
    Not,

    /// <summary>Any other word.</summary>
    Word,
}
