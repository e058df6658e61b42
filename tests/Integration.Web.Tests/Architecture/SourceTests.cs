using System.Text.RegularExpressions;
using Integration.Testing;

namespace Integration.Web.Tests.Architecture;

public sealed partial class SourceTests
{
    [Theory]
    [InlineData(".razor", 200)]
    [InlineData(".razor.cs", 200)]
    [InlineData(".cs", 300)]
    public void Files_KeepTheirSize(string ending, int most)
    {
        var files = Repository.Sources(ending).Where(file => ending != ".cs" || !file.EndsWith(".razor.cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => File.ReadLines(file).Count() > most).Select(Repository.Relative));
    }

    [Fact]
    public void Pages_HaveNoVisibleTextOfTheirOwn()
    {
        var files = Repository.Sources(".razor");
        Assert.NotEmpty(files);
        var violations = from file in files
                         let markup = WithoutCode(File.ReadAllText(file))
                         from Match match in VisibleText().Matches(markup)
                         select $"{Repository.Relative(file)}: {match.Value.Trim()}";
        Assert.Empty(violations);
    }

    [Fact]
    public void NoFile_NamesAThirdPartysServer()
    {
        var files = Repository.Sources(".razor").Concat(Repository.Sources(".css")).Concat(Repository.Sources(".js")).Concat(Repository.Sources(".html")).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => !file.Contains(".min.", StringComparison.Ordinal) && ForeignAddress().IsMatch(File.ReadAllText(file))).Select(Repository.Relative));
    }

    [Fact]
    public void Days_AreThoseOfTheDistrictNotOfGreenwich()
    {
        // Invented data may begin on any day.
        var files = Repository.Sources(".cs").Concat(Repository.Sources(".razor"))
            .Where(file => !Repository.Relative(file).Contains("/Data/Demo/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(from file in files
                     from line in File.ReadLines(file)
                     where UnzonedDay().IsMatch(line)
                     select $"{Repository.Relative(file)}: {line.Trim()}");
    }

    private static string WithoutCode(string markup) => Comments().Replace(CodeBlocks().Replace(markup, ""), "");

    [GeneratedRegex(@"DateOnly\.FromDateTime\((?!\w+\.GetLocalNow\(\)|local\)|TimeZoneInfo\.ConvertTimeFromUtc\()")]
    private static partial Regex UnzonedDay();

    [GeneratedRegex(@">[^<>@{}()=;""]*\p{L}{3,}[^<>@{}()=;""]*</")]
    private static partial Regex VisibleText();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<script.*?</script>|<style.*?</style>|<PageTitle>.*?</PageTitle>", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"@code\s*\{.*\z", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex(@"(?:src|href|url\(|@import|fetch\()\s*[=(]?\s*[""']?https?://", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignAddress();
}
