using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Testing;

/// <summary>Builders of a test's world: each saves a valid record and lets the test change what it is about.</summary>
public static class Given
{
    private static int _number;

    /// <summary>An organisation.</summary>
    public static async Task<Organisation> OrganisationAsync(
        this IDbContextFactory<AppDbContext> database, Action<Organisation>? change = null)
    {
        var number = Interlocked.Increment(ref _number);
        var organisation = new Organisation
        {
            Key = $"jobcenter-{number}",
            Name = $"Jobcenter {number}",
            Kind = OrganisationKind.JobcenterMunicipal,
            RegionKey = "EL",
            ContactTeam = "Team Arbeitgeber",
            ContactPhone = "05931 4400",
            ContactEmail = "team@example.org",
        };
        change?.Invoke(organisation);
        return await database.SaveAsync(organisation);
    }

    /// <summary>A participant of an organisation.</summary>
    public static async Task<Participant> ParticipantAsync(
        this IDbContextFactory<AppDbContext> database, OrganisationId organisation, Action<Participant>? change = null)
    {
        var number = Interlocked.Increment(ref _number);
        var participant = new Participant
        {
            OrganisationId = organisation,
            FamilyName = $"Muster{number}",
            GivenName = "Amina",
            BornOn = new DateOnly(1990, 5, 17),
            CustomerNumber = $"K{number:D6}",
            Town = "Haren (Ems)",
            FirstLanguage = "ara",
            SpokenGerman = LanguageLevel.A2,
            WrittenGerman = LanguageLevel.A1,
            RegisteredAt = Start,
            ChangedAt = Start,
        };
        change?.Invoke(participant);
        return await database.SaveAsync(participant);
    }

    /// <summary>An event of an organisation, four weeks after <see cref="Start"/>.</summary>
    public static async Task<JobEvent> JobEventAsync(
        this IDbContextFactory<AppDbContext> database, OrganisationId organisation, Action<JobEvent>? change = null)
    {
        var number = Interlocked.Increment(ref _number);
        var jobEvent = new JobEvent
        {
            OrganisationId = organisation,
            Key = $"event-{number}",
            Kind = "BEGEGNUNG",
            Title = $"Begegnung {number}",
            Date = DateOnly.FromDateTime(Start).AddDays(28),
            StartsAt = new TimeOnly(9, 0),
            EndsAt = new TimeOnly(13, 0),
            Place = "Rathaus",
            Town = "Haren (Ems)",
            RegionName = "Emsland",
            State = JobEventState.Published,
        };
        change?.Invoke(jobEvent);
        return await database.SaveAsync(jobEvent);
    }

    /// <summary>A registration.</summary>
    public static Task<Registration> RegistrationAsync(
        this IDbContextFactory<AppDbContext> database, Participant participant, JobEvent jobEvent) =>
        database.SaveAsync(new Registration
        {
            JobEventId = jobEvent.Id,
            ParticipantId = participant.Id,
            OrganisationId = participant.OrganisationId,
            Invitation = InvitationKind.Voluntary,
            State = RegistrationState.Accepted,
            RegisteredAt = Start,
            ChangedAt = Start,
        });

    /// <summary>A user of an organisation, without a password.</summary>
    public static async Task<AppUser> UserAsync(
        this IDbContextFactory<AppDbContext> database, OrganisationId organisation, params Role[] roles)
    {
        var number = Interlocked.Increment(ref _number);
        var email = $"person-{number}@example.org";
        return await database.SaveAsync(new AppUser
        {
            Id = UserId.New().Value,
            OrganisationId = organisation,
            DisplayName = $"Person {number}",
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            Roles = [.. roles],
            SecurityStamp = $"stamp-{number}",
            ConcurrencyStamp = $"version-{number}",
        });
    }

    /// <summary>A saved user as the one who is asking.</summary>
    public static FixedUser Asking(this AppUser user) => new(user.UserId, user.OrganisationId, user.Roles.ToHashSet(), user.DisplayName);

    /// <summary>Where test clocks start.</summary>
    public static DateTime Start { get; } = new(2027, 2, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>Saves one record.</summary>
    public static async Task<T> SaveAsync<T>(this IDbContextFactory<AppDbContext> database, T entity)
        where T : class
    {
        await using var db = await database.CreateDbContextAsync();
        db.Add(entity);
        await db.SaveChangesAsync();
        return entity;
    }
}
