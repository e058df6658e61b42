namespace Integration.Web.Shared;

/// <summary>An entry of a list to choose from.</summary>
public sealed record Choice(string Value, string Label);
