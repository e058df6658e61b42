namespace Integration.Web.Hosting;

/// <summary>The portal cannot start with a setting as it is. The message is for the operator: which setting, what it says, what it may say.</summary>
public sealed class WrongSettingException(string message) : Exception(message);
