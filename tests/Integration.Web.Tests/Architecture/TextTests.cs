using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Testing;

namespace Integration.Web.Tests.Architecture;

public sealed partial class TextTests
{
    private static readonly CultureInfo[] StaffLanguages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en")];

    [Fact]
    public void EveryEnumMember_HasALabelInEveryStaffLanguage()
    {
        // Enums that only steer code and are never shown.
        Type[] unseen = [typeof(DatabaseProvider)];
        var enums = typeof(AppDbContext).Assembly.GetTypes().Where(type => type.IsEnum && type.IsPublic && !unseen.Contains(type)).ToList();
        Assert.Contains(typeof(Role), enums);
        var missing = from type in enums
                      from name in Enum.GetNames(type)
                      from language in StaffLanguages
                      where !Texts.Has("Labels", $"{type.Name}_{name}", language)
                      select $"{type.Name}_{name} ({language.Name})";
        Assert.Empty(missing);
    }

    [Fact]
    public void ResourceFiles_HaveTheSameKeysAndHoles()
    {
        var files = Repository.Sources(".resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var (german, english) = (Entries(file), Entries(file[..^5] + ".en.resx"));
            Assert.Empty(german.Keys.Except(english.Keys).Concat(english.Keys.Except(german.Keys)).Select(key => $"{Repository.Relative(file)}: {key}"));
            Assert.Empty(german.Where(entry => !Holes(entry.Value).SetEquals(Holes(english[entry.Key]))).Select(entry => $"{Repository.Relative(file)}: {entry.Key}"));
            Assert.Empty(german.Concat(english).Where(entry => entry.Value.Trim().Length == 0).Select(entry => $"{Repository.Relative(file)}: {entry.Key} is empty"));
        }
    }

    [Fact]
    public void EveryErrorCodeInCode_HasAText()
    {
        var codes = Repository.Sources(".cs").Where(file => file.Contains("Integration.Core", StringComparison.Ordinal)).SelectMany(file => ErrorCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.Contains("Forbidden", codes);
        var missing = from code in codes
                      from language in StaffLanguages
                      where !Texts.Has("Errors", code, language)
                      select $"{code} ({language.Name})";
        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Entries(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? "");

    private static HashSet<string> Holes(string text) => Hole().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();

    [GeneratedRegex(@"\{(\w+)[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?:new Error|=> new|= new)\(""([A-Z]\w+)""")]
    private static partial Regex ErrorCode();
}
