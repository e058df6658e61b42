namespace Integration.Participants;

/// <summary>The tokens under which a participant is found: name words with their sounds, and facets such as <c>:occupation=33</c>
/// by which lists are filtered without reading every record.</summary>
public static class ParticipantTokens
{
    /// <summary>All tokens of a participant, each once.</summary>
    public static IReadOnlySet<string> Of(Participant person)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        tokens.UnionWith(NameTokens.Of(person.FamilyName));
        tokens.UnionWith(NameTokens.Of(person.GivenName));
        tokens.UnionWith(NameTokens.Of(person.CustomerNumber));
        tokens.UnionWith(person.Wishes.Where(wish => wish.OccupationGroup.Length > 0).Select(wish => Facet("occupation", wish.OccupationGroup)));
        tokens.UnionWith(person.WorkForms.Select(form => Facet("form", form)));
        tokens.UnionWith(person.Licences.Select(licence => Facet("licence", licence.Class)));
        if (person.FirstLanguage.Length > 0)
        {
            tokens.Add(Facet("language", person.FirstLanguage));
        }

        tokens.UnionWith(person.Languages.Select(language => Facet("language", language.Code)));
        return tokens;
    }

    /// <summary>The token of a facet.</summary>
    public static string Facet(string name, string code) => $":{name}={code}";
}
