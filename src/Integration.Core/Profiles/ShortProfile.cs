using Integration.Common;

namespace Integration.Profiles;

/// <summary>A participant's anonymous short profile (Kurzprofil), as it is being written.</summary>
public class ShortProfile : IVersioned
{
    /// <summary>The id.</summary>
    public ShortProfileId Id { get; set; } = ShortProfileId.New();

    /// <summary>Whose it is; one profile a person.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The owning organisation.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>What it says.</summary>
    public ProfileContent Content { get; set; } = new();

    /// <summary>Grows by one with every change of the content. A consent names the revision that was read to the person.</summary>
    public int Revision { get; set; }

    /// <summary><see cref="ProfileState.Draft"/> or <see cref="ProfileState.Checked"/>.</summary>
    public ProfileState State { get; set; } = ProfileState.Draft;

    /// <summary>Who wrote the current revision; may not be the second pair of eyes.</summary>
    public UserId WrittenBy { get; set; }

    /// <summary>Who checked; <see langword="null"/> while a draft.</summary>
    public UserId? CheckedBy { get; set; }

    /// <summary>When it was checked.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>Lint findings that somebody let stand, with the reason.</summary>
    public List<FindingOverride> Overrides { get; set; } = [];

    /// <summary>When the content last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A lint finding that somebody let stand. It holds for this exact text in this field; another text is another finding.</summary>
public sealed record FindingOverride(string Field, string Rule, string Text, string Reason, UserId By, DateTime At);

/// <summary>A short profile released for one event: a frozen copy of the content that the person consented to, under a Chiffre of its own.</summary>
public class ProfileRelease : IVersioned
{
    /// <summary>The id; never printed.</summary>
    public ProfileReleaseId Id { get; set; } = ProfileReleaseId.New();

    /// <summary>The profile.</summary>
    public ShortProfileId ShortProfileId { get; set; }

    /// <summary>Whose it is.</summary>
    public ParticipantId ParticipantId { get; set; }

    /// <summary>The owning organisation: only there can a Chiffre be turned into a person.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>The consent it rests on; without it in force the release is invisible.</summary>
    public ConsentId ConsentId { get; set; }

    /// <summary>The Chiffre; unique, random, drawn anew for every release.</summary>
    public string Chiffre { get; set; } = "";

    /// <summary>Opaque token of the QR code (128 random bits, base32); says nothing about the person.</summary>
    public string Token { get; set; } = "";

    /// <summary>The content as consented to.</summary>
    public ProfileContent Content { get; set; } = new();

    /// <summary>Revision of the profile that was frozen.</summary>
    public int Revision { get; set; }

    /// <summary>From <see cref="ProfileState.Released"/> on.</summary>
    public ProfileState State { get; set; } = ProfileState.Released;

    /// <summary>0 while it holds; the number of the release once locked, so that one live release a person and event is
    /// guarded by a unique index.</summary>
    public int Generation { get; set; }

    /// <summary>When it was released.</summary>
    public DateTime ReleasedAt { get; set; }

    /// <summary>Who released it.</summary>
    public UserId ReleasedBy { get; set; }

    /// <summary>Last day on which it may be shown.</summary>
    public DateOnly ValidUntil { get; set; }

    /// <summary>When it was locked.</summary>
    public DateTime? LockedAt { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A step of a profile's life cycle: dated and attributed, never changed.</summary>
public class ProfileTransition
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }

    /// <summary>The profile.</summary>
    public ShortProfileId ShortProfileId { get; set; }

    /// <summary>The release; <see langword="null"/> for steps of the profile itself.</summary>
    public ProfileReleaseId? ReleaseId { get; set; }

    /// <summary>The event; <see langword="null"/> for steps of the profile itself.</summary>
    public JobEventId? JobEventId { get; set; }

    /// <summary>State before; <see langword="null"/> for the first.</summary>
    public ProfileState? From { get; set; }

    /// <summary>State after.</summary>
    public ProfileState To { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }

    /// <summary>Who.</summary>
    public UserId By { get; set; }
}
