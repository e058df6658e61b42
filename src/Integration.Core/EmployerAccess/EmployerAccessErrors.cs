using Integration.Common;

namespace Integration.EmployerAccess;

/// <summary>What can go wrong with the access of employers.</summary>
public static class EmployerAccessErrors
{
    /// <summary>Nobody vouches for the employer.</summary>
    public static Error NotVouched { get; } = new("Admission_NotVouched");

    /// <summary>The event is an idea, cancelled, or its time for employers is over.</summary>
    public static Error Closed { get; } = new("Admission_Closed");

    /// <summary>A day after the event's.</summary>
    public static Error OpensTooLate { get; } = new("Admission_OpensTooLate") { Field = nameof(SetAdmission.Form.OpensOn) };
}
