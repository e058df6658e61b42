using Integration.Access;
using Integration.Common;

namespace Integration.Data.Demo;

/// <summary>The invented users of the demo: one a staff role, all with the same password. They exist in demo mode alone.</summary>
public static class DemoUsers
{
    /// <summary>The password of every demo user.</summary>
    public const string Password = "Tag-der-Begegnung";

    /// <summary>Address of the contact of an employer who may look at the demo event's profiles already.</summary>
    public const string EmployerContact = "betrieb@demo.example";

    // Everybody can read this password, so one salt does; hashing it for each of them would make every start of the demo a second longer.
    private static readonly Lazy<string> Hash = new(() => NewUser.HashOf(new AppUser(), Password));

    /// <summary>A demo sign-in.</summary>
    /// <param name="Email">Address to sign in with.</param>
    /// <param name="Name">Invented name.</param>
    /// <param name="Role">Role.</param>
    public sealed record SignIn(string Email, string Name, Role Role);

    /// <summary>All demo sign-ins of the leading organisation.</summary>
    public static IReadOnlyList<SignIn> All { get; } =
    [
        new("fallmanagement@demo.example", "Birgit Albers", Role.CaseManager),
        new("kollegium@demo.example", "Jonas Wessels", Role.CaseManager),
        new("arbeitgeberservice@demo.example", "Karin Thole", Role.EmployerService),
        new("veranstaltung@demo.example", "Malte Brand", Role.Organiser),
        new("empfang@demo.example", "Silke Robben", Role.Reception),
        new("datenschutz@demo.example", "Dr. Henning Vos", Role.DataProtectionOfficer),
        new("verwaltung@demo.example", "Petra Lüken", Role.Administrator),
    ];

    /// <summary>Sign-ins of other organisations: the key of the organisation and who signs in.</summary>
    public static IReadOnlyList<(string OrganisationKey, SignIn SignIn)> Elsewhere { get; } =
    [
        ("jobcenter-osnabrueck", new("fallmanagement.osnabrueck@demo.example", "Frauke Meyring", Role.CaseManager)),
        ("jobcenter-osnabrueck", new("arbeitgeberservice.osnabrueck@demo.example", "Gesa Luttmann", Role.EmployerService)),
        ("jobcenter-osnabrueck", new("veranstaltung.osnabrueck@demo.example", "Ansgar Kamphues", Role.Organiser)),
        ("jobcenter-osnabrueck", new("empfang.osnabrueck@demo.example", "Insa Tovar", Role.Reception)),
        ("migrationszentrum-osnabrueck", new("migrationszentrum@demo.example", "Leyla Aydemir", Role.CaseManager)),
        ("agentur-trier", new("fallmanagement.trier@demo.example", "Holger Wagnitz", Role.CaseManager)),
        ("integrationskreis-ausbildung", new("veranstaltung.gerolstein@demo.example", "Ruth Schlimpen", Role.Organiser)),
        ("ela-container", new(EmployerContact, "Heike Rolfes", Role.EmployerContact)),
        ("regionalagentur-westfalen", new("veranstaltung.dortmund@demo.example", "Corinna Westhues", Role.Organiser)),
    ];

    /// <summary>Makes the demo users of an organisation; they still have to be saved.</summary>
    public static IEnumerable<AppUser> Of(OrganisationId organisation) => All.Select(signIn => Make(organisation, signIn));

    /// <summary>Makes one user; it still has to be saved.</summary>
    public static AppUser Make(OrganisationId organisation, SignIn signIn)
    {
        var user = NewUser.WithoutPassword(organisation, signIn.Email, signIn.Name, [signIn.Role], "de");
        user.PasswordHash = Hash.Value;
        return user;
    }
}
