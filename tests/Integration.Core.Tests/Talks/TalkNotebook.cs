using Integration.Common;
using Integration.Data;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Talks;

/// <summary>What was said about one person, as somebody beside the desk with a notebook would keep it. It knows nothing of the portal's rules for reading.</summary>
internal sealed class NotedPerson(string name, ParticipantId id, ProfileReleaseId release, string token)
{
    public string Name => name;

    public ParticipantId Id { get; set; } = id;

    /// <summary>The latest release.</summary>
    public ProfileReleaseId Release { get; set; } = release;

    public string Token { get; set; } = token;

    /// <summary>What was said to each company.</summary>
    public NotedTalk[] Talks { get; } = [new(), new()];

    /// <summary>Whether the person is shown at the event today: some release that nobody ended rests on a consent of this record that nobody withdrew.</summary>
    public async Task<bool> IsShownAsync(AppDbContext db, DateOnly today)
    {
        var (releases, consents) = (await db.ProfileReleases.AsNoTracking().ToListAsync(), await db.Consents.AsNoTracking().ToListAsync());
        return releases.Exists(r => r.ParticipantId == Id && r.LockedAt is null && r.ValidUntil >= today
            && consents.Exists(c => c.Id == r.ConsentId && c.ParticipantId == Id && c.WithdrawnAt is null && c.ValidUntil >= today));
    }
}

/// <summary>What was said between a person and a company.</summary>
internal sealed class NotedTalk
{
    /// <summary>Yes to this company, since the last no.</summary>
    public List<NotedYes> Yes { get; } = [];

    /// <summary>For each contact whose name was released the yes that it rests on.</summary>
    public Dictionary<ContactId, NotedYes> Released { get; } = [];

    public bool Holds(DateOnly today) => Released.Values.Any(yes => yes.ValidUntil >= today);

    /// <summary>A no to one request: what was released before under another Chiffre stays, but no older yes releases anything.</summary>
    public void No(ContactId contact)
    {
        Yes.Clear();
        Released.Remove(contact);
    }

    /// <summary>A withdrawal: nothing that was said to this company holds.</summary>
    public void Withdraw()
    {
        Yes.Clear();
        Released.Clear();
    }
}

/// <summary>A consent that the person gave for one company.</summary>
internal sealed record NotedYes(ConsentId Id, DateOnly ValidUntil);
