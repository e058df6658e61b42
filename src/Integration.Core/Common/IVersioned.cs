namespace Integration.Common;

/// <summary>A record that two people may change at once. The interceptor sets a new token on every save;
/// a save with an old token fails.</summary>
public interface IVersioned
{
    /// <summary>The concurrency token.</summary>
    Guid Version { get; set; }
}
