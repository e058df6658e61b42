using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Integration.Common;
using Integration.Data;
using Integration.Planning.Talks;
using Integration.Printing;
using Microsoft.AspNetCore.Components;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Integration.Web.Tests.Architecture;

public sealed class LayerTests
{
    private static readonly Assembly Core = typeof(AppDbContext).Assembly;
    private static readonly Assembly Printing = typeof(PrintDocument).Assembly;
    private static readonly Assembly Planning = typeof(TalkProblem).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(Core, Printing, Web).Build();

    // Which feature of Core may know which: to entities, ids, enums and scopes. Data, Common and Access are everybody's ground.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Organisations"] = ["Privacy"],
        ["Messaging"] = [],
        ["Privacy"] = [],
        ["Participants"] = ["Privacy"],
        ["Events"] = ["Organisations", "Participants", "Privacy", "Messaging"],
        ["Door"] = ["Organisations", "Participants", "Events", "Privacy", "Transport"],
        ["Import"] = ["Participants", "Events", "Privacy"],
        ["Interpreters"] = ["Organisations", "Participants", "Events", "Privacy", "Messaging"],
        ["Profiles"] = ["Organisations", "Participants", "Events", "Privacy"],
        ["Employers"] = ["Organisations", "Participants", "Events", "Privacy", "Profiles"],
        ["Calendars"] = ["Organisations", "Events", "Interpreters", "Transport", "Privacy", "Messaging", "TalkPlans"],
        ["Invitations"] = ["Organisations", "Participants", "Events", "Privacy", "Profiles", "Messaging", "Transport", "Door", "Calendars", "Documents", "TalkPlans"],
        ["Documents"] = ["Organisations", "Participants", "Events", "Privacy", "Profiles", "Door", "Transport", "Interpreters", "Tours", "Talks", "TalkPlans", "Outcomes"],
        ["Outcomes"] = ["Organisations", "Participants", "Events", "Privacy", "Profiles", "Employers", "Messaging", "Talks"],
        ["Transport"] = ["Participants", "Events", "Privacy"],
        ["Tours"] = ["Organisations", "Participants", "Events", "Privacy", "Door", "Interpreters", "Transport"],
        ["Lifecycle"] = ["Organisations", "Participants", "Events", "Interpreters", "Transport", "Privacy", "Messaging"],
        ["EmployerAccess"] = ["Organisations", "Events", "Privacy", "Messaging", "Profiles"],
        ["Merging"] = ["Participants", "Events", "Privacy", "Profiles", "Documents", "Talks"],
        ["Talks"] = ["Organisations", "Participants", "Events", "Privacy", "Profiles", "EmployerAccess", "Messaging"],
        ["TalkPlans"] =
        [
            "Organisations", "Participants", "Events", "Door", "Privacy", "Messaging", "Profiles", "Employers", "EmployerAccess", "Talks", "Interpreters", "Transport", "Tours",
        ],
        ["Reports"] = ["Organisations", "Participants", "Import", "Events", "Privacy", "Profiles", "Documents", "Transport", "Interpreters", "Tours", "Messaging", "Talks", "Outcomes"],
    };

    [Fact]
    public void Core_ReferencesNoWebAndNoMudBlazor()
    {
        var references = Core.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name is "MudBlazor" or "Integration.Web"
            || name.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal));
    }

    [Fact]
    public void Printing_ReferencesNothingOfOurs()
    {
        var references = Printing.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name.StartsWith("Integration.", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Planning_ReferencesNothingOfOurs()
    {
        var references = Planning.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name.StartsWith("Integration.", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void CommonAndAccess_KnowNoFeature()
    {
        var ground = TypesOf("Common").Concat(TypesOf("Access")).ToList();
        Assert.NotEmpty(ground);
        // A user belongs to an organisation, and inviting one writes to the audit trail and the outbox: these are ground too.
        string[] lower = ["Organisations", "Privacy", "Messaging"];
        var violations = ground.SelectMany(type => FeaturesUsedBy(type).Where(feature => Arrows.ContainsKey(feature) && !lower.Contains(feature))
            .Select(feature => $"{type.FullName} knows {feature}")).ToList();
        Assert.Empty(violations);
    }

    [Fact]
    public void Features_KnowOnlyWhatTheArrowsAllow()
    {
        var violations = new List<string>();
        foreach (var (feature, allowed) in Arrows)
        {
            var types = TypesOf(feature).ToList();
            Assert.NotEmpty(types);
            violations.AddRange(types.SelectMany(type => FeaturesUsedBy(type)
                .Where(used => used != feature && Arrows.ContainsKey(used) && !allowed.Contains(used))
                .Select(used => $"{type.FullName} knows {used}")));
        }

        Assert.Empty(violations.Distinct());
    }

    [Fact]
    public void Arrows_HaveNoCycle()
    {
        foreach (var feature in Arrows.Keys)
        {
            Assert.DoesNotContain(feature, Reachable(feature));
        }
    }

    [Fact]
    public void UseCases_AreNotUsedByOtherFeatures()
    {
        var useCases = UseCases().Select(type => type.FullName!).ToHashSet();
        Assert.NotEmpty(useCases);
        var violations = Arrows.Keys.SelectMany(TypesOf)
            .SelectMany(type => type.GetTypeDependencies()
                .Where(used => useCases.Contains(used.FullName) && FeatureOf(used.FullName) != FeatureOf(type.FullName))
                .Select(used => $"{type.FullName} uses {used.FullName}"));
        Assert.Empty(violations.Distinct());
    }

    [Fact]
    public void Components_DoNotKnowTheDatabase()
    {
        var components = Web.GetTypes().Where(type => type.IsAssignableTo(typeof(ComponentBase))).Select(type => type.FullName!).ToHashSet();
        Assert.NotEmpty(components);
        var violations = Code.Types.Where(type => components.Contains(OuterName(type.FullName)))
            .SelectMany(type => type.GetTypeDependencies()
                .Where(used => used.FullName.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal) || used.FullName == typeof(AppDbContext).FullName)
                .Select(used => $"{type.FullName} knows {used.FullName}"));
        Assert.Empty(violations.Distinct());
    }

    [Fact]
    public void OnlyDocuments_ComposesBlocks()
    {
        var outside = Code.Types.Where(type => type.FullName.StartsWith("Integration.", StringComparison.Ordinal)
            && !type.FullName.StartsWith("Integration.Printing", StringComparison.Ordinal)
            && !type.FullName.StartsWith("Integration.Documents", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(outside);
        Assert.Empty(outside.SelectMany(type => type.GetTypeDependencies()
            .Where(used => used.FullName.StartsWith("Integration.Printing.Blocks", StringComparison.Ordinal))
            .Select(used => $"{type.FullName} knows {used.FullName}")).Distinct());
    }

    [Fact]
    public void UseCases_AreSealedWithOneExecuteAsyncThatReturnsAResult()
    {
        var useCases = UseCases().ToList();
        Assert.NotEmpty(useCases);
        Assert.All(useCases, type =>
        {
            Assert.True(type.IsSealed, type.Name);
            var execute = Assert.Single(type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));
            var returned = execute.ReturnType.GenericTypeArguments.FirstOrDefault();
            Assert.True(returned == typeof(Result) || (returned?.IsGenericType == true && returned.GetGenericTypeDefinition() == typeof(Result<>)), type.Name);
        });
    }

    private static IEnumerable<Type> UseCases() => Core.GetTypes().Where(type => type.IsPublic && type.GetMethod("ExecuteAsync") is not null);

    private static IEnumerable<IType> TypesOf(string feature) =>
        Code.Types.Where(type => FeatureOf(type.FullName) == feature && !type.FullName.StartsWith("Integration.Web", StringComparison.Ordinal));

    private static IEnumerable<string> FeaturesUsedBy(IType type) =>
        type.GetTypeDependencies().Where(used => used.FullName.StartsWith("Integration.", StringComparison.Ordinal)).Select(used => FeatureOf(used.FullName)).Distinct();

    // The import is a room of its own: it fills both records and registrations.
    private static string FeatureOf(string fullName) =>
        fullName.StartsWith("Integration.Participants.Import.", StringComparison.Ordinal) ? "Import" : fullName.Split('.', '+', '/').ElementAtOrDefault(1) ?? "";

    private static string OuterName(string fullName) => fullName.Split('+', '/')[0];

    private static HashSet<string> Reachable(string from)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(Arrows[from]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                Array.ForEach(Arrows[next], open.Push);
            }
        }

        return seen;
    }
}
