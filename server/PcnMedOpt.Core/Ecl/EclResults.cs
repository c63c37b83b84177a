using Sprache;

namespace PcnMedOpt.Core.Ecl;

/// <summary>Why a parser cannot go on: a message and where it belongs.</summary>
internal interface IEclFailure
{
    EclToken At { get; }

    string Message { get; }
}

internal sealed class EclSuccess<T>(T value, IInput remainder) : IResult<T>
{
    public T Value => value;

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => remainder;
}

internal sealed class EclFailure<T>(EclToken at, string message) : IResult<T>, IEclFailure
{
    public EclToken At => at;

    public string Message => message;

    public T Value => throw new InvalidOperationException($"Nothing was read: {message}");

    public bool WasSuccessful => false;

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => at;
}
