namespace Integration.Common;

/// <summary>An id of its own type over a version 7 <see cref="Guid"/>, so that ids of two kinds cannot be mixed up.</summary>
/// <typeparam name="TSelf">The id type.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The stored value.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored value.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Id of a user of the portal.</summary>
public readonly record struct UserId(Guid Value) : ITypedId<UserId>
{
    /// <summary>The portal itself, for acts that nobody at a keyboard caused (import by command line, expiry).</summary>
    public static UserId System { get; } = new(new Guid("01900000-0000-7000-8000-000000000001"));

    /// <summary>A new id.</summary>
    public static UserId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static UserId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of an organisation.</summary>
public readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    /// <summary>A new id.</summary>
    public static OrganisationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a site of an organisation.</summary>
public readonly record struct SiteId(Guid Value) : ITypedId<SiteId>
{
    /// <summary>A new id.</summary>
    public static SiteId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SiteId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a participant.</summary>
public readonly record struct ParticipantId(Guid Value) : ITypedId<ParticipantId>
{
    /// <summary>A new id.</summary>
    public static ParticipantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ParticipantId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a job event.</summary>
public readonly record struct JobEventId(Guid Value) : ITypedId<JobEventId>
{
    /// <summary>A new id.</summary>
    public static JobEventId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static JobEventId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of the registration of a participant for an event.</summary>
public readonly record struct RegistrationId(Guid Value) : ITypedId<RegistrationId>
{
    /// <summary>A new id.</summary>
    public static RegistrationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static RegistrationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a short profile.</summary>
public readonly record struct ShortProfileId(Guid Value) : ITypedId<ShortProfileId>
{
    /// <summary>A new id.</summary>
    public static ShortProfileId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ShortProfileId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of the release of a short profile for an event.</summary>
public readonly record struct ProfileReleaseId(Guid Value) : ITypedId<ProfileReleaseId>
{
    /// <summary>A new id.</summary>
    public static ProfileReleaseId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ProfileReleaseId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a consent.</summary>
public readonly record struct ConsentId(Guid Value) : ITypedId<ConsentId>
{
    /// <summary>A new id.</summary>
    public static ConsentId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ConsentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a print run.</summary>
public readonly record struct PrintRunId(Guid Value) : ITypedId<PrintRunId>
{
    /// <summary>A new id.</summary>
    public static PrintRunId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static PrintRunId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of an import.</summary>
public readonly record struct ImportBatchId(Guid Value) : ITypedId<ImportBatchId>
{
    /// <summary>A new id.</summary>
    public static ImportBatchId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ImportBatchId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of a message in the outbox.</summary>
public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    /// <summary>A new id.</summary>
    public static MessageId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static MessageId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Id of the invitation of a user.</summary>
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    /// <summary>A new id.</summary>
    public static InvitationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static InvitationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
