using System.Text.RegularExpressions;
using Integration.Common;
using Integration.EmployerAccess;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;

namespace Integration.Core.Tests.Profiles;

public sealed partial class EmployerProfileTests
{
    private static readonly HashSet<string> ForbiddenWords =
    [
        "Name", "Given", "Family", "Initials", "Photo", "Born", "Birth", "Age", "Gender", "Sex", "Nationality", "Citizenship", "Country", "Origin", "Ethnicity",
        "Religion", "Marital", "Children", "Childcare", "Address", "Street", "Postal", "Phone", "Email", "Residence", "Permit", "Asylum", "Entry", "Benefit", "Legal",
        "Sphere", "Customer", "Health", "Disability", "Debt", "Criminal", "Note", "Participant", "Person", "Owner", "Literacy", "First", "Invitation", "Attendance",
    ];

    private static readonly HashSet<Type> ForbiddenTypes =
    [
        typeof(Participant), typeof(Consent), typeof(ShortProfile), typeof(ProfileRelease), typeof(ParticipantId), typeof(ShortProfileId), typeof(ProfileReleaseId),
        typeof(ConsentId), typeof(UserId), typeof(OrganisationId), typeof(Gender), typeof(Guid), typeof(object),
    ];

    [Fact]
    public void TypesAnEmployerReaches_HaveNoForbiddenProperty()
    {
        Assert.Empty(Forbidden(typeof(EmployerProfile)));
        Assert.Empty(Forbidden(typeof(StandList)));
        // The event's own id stands in the addresses of its pages and names nobody.
        string[] ofTheEvent = ["JobEventId.Value"];
        Assert.Equal(ofTheEvent, Forbidden(typeof(StandProfile)));
        Assert.Equal(ofTheEvent, Forbidden(typeof(AdmittedEvent)));
        Assert.Contains(typeof(EmployerProfile), Reached(typeof(StandProfile)));
        Assert.Contains(typeof(ProfileExperience), Reached(typeof(EmployerProfile)));
    }

    /// <summary>A company's contact carries name and telephone number in one place, which is empty until they are released, and nothing else.</summary>
    [Fact]
    public void ContactOfAnEmployer_HasTheReleasedPersonAndNothingElse() =>
        Assert.Equal(
            ["EmployerContact.Person", "EmployerContact.PersonInterested", "ReleasedPerson.Name", "ReleasedPerson.Phone"],
            Forbidden(typeof(EmployerContact)).Order(StringComparer.Ordinal));

    /// <summary>The walk must find what hides two lists and a dictionary deep, in a base type, and behind an id.</summary>
    [Theory]
    [InlineData(typeof(Outer), "Inner.BirthDate")]
    [InlineData(typeof(Derived), "Base.FamilyName")]
    [InlineData(typeof(WithId), "WithId.Whose")]
    [InlineData(typeof(Participant), "Participant.FamilyName")]
    public void HiddenProperty_IsFound(Type type, string property) => Assert.Contains(property, Forbidden(type));

    private static List<string> Forbidden(Type root) =>
    [
        .. from type in Reached(root)
           from property in type.GetProperties()
           where Words().Matches(property.Name).Any(word => ForbiddenWords.Contains(word.Value)) || Parts(property.PropertyType).Any(ForbiddenTypes.Contains)
           select $"{property.DeclaringType!.Name}.{property.Name}",
    ];

    private static HashSet<Type> Reached(Type root)
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>([root]);
        while (open.TryPop(out var type))
        {
            foreach (var part in Parts(type).Where(part => part.Assembly == typeof(EmployerProfile).Assembly || part.Assembly == typeof(EmployerProfileTests).Assembly))
            {
                if (!part.IsEnum && reached.Add(part))
                {
                    Array.ForEach(part.GetProperties(), property => open.Push(property.PropertyType));
                }
            }
        }

        return reached;
    }

    /// <summary>The type itself, what an array or nullable holds, and all type arguments however deep.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Words();

    private sealed record Outer(IReadOnlyList<Dictionary<string, Inner[]>> Lists);

    private sealed record Inner(DateOnly? BirthDate);

    private record Base(string FamilyName);

    private sealed record Derived(string FamilyName, string Text) : Base(FamilyName);

    private sealed record WithId(IReadOnlyList<ParticipantId?> Whose);
}
