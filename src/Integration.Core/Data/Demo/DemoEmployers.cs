using Integration.Common;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;

namespace Integration.Data.Demo;

/// <summary>Files and offers of the demo's companies, as <c>Employers.json</c> tells them.</summary>
internal sealed class DemoEmployers(TimeProvider clock)
{
    private sealed record Company
    {
        public required string Key { get; init; }

        /// <summary>Key of the organisation that looks after it.</summary>
        public required string Keeper { get; init; }

        public required EmployerFile File { get; init; }

        public IReadOnlyList<Line> Offers { get; init; } = [];
    }

    private sealed record Line
    {
        public required JobOffer Offer { get; init; }

        /// <summary>Key of the event it is made for.</summary>
        public string? At { get; init; }

        public int? StartsInDays { get; init; }
    }

    /// <summary>All files and offers.</summary>
    public IEnumerable<object> Of(Dictionary<string, Organisation> organisations, Dictionary<string, JobEvent> events)
    {
        var (now, number) = (clock.GetUtcNow().UtcDateTime, 0);
        foreach (var company in DemoFiles.Read<IReadOnlyList<Company>>("Employers.json"))
        {
            var employer = organisations[company.Key];
            var file = company.File;
            (file.OrganisationId, file.KeeperId, file.ChangedAt) = (employer.Id, organisations[company.Keeper].Id, now.AddDays(-30));
            yield return file;
            foreach (var line in company.Offers)
            {
                var offer = line.Offer;
                (offer.Id, offer.EmployerId) = (new JobOfferId(DemoIds.Of("offer", number++)), employer.Id);
                offer.JobEventId = line.At is { } at ? events[at].Id : null;
                offer.StartsOn = line.StartsInDays is { } days ? Monday(clock.Today().AddDays(days)) : null;
                (offer.Town, offer.PostalCode) = employer.Sites is [var site, ..] ? (site.Town, site.PostalCode) : ("Haren (Ems)", "");
                (offer.CreatedAt, offer.ChangedAt) = (now.AddDays(-25), now.AddDays(-25));
                yield return offer;
            }
        }
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);
}
