using Integration.Participants;

namespace Integration.Interpreters;

/// <summary>Reads from a person's record which language is needed.</summary>
internal static class Wishes
{
    /// <summary>The variety before the language that was named, and that before the first language.</summary>
    public static LanguageWish WishOf(this Participant person) => Of(person.Interpreter, person.FirstLanguage);

    public static LanguageWish Of(Participants.InterpreterNeed need, string firstLanguage) => new(
        need.Variety.Length > 0 ? need.Variety : need.Language.Length > 0 ? need.Language : firstLanguage, need.AcceptedBridges);

    /// <summary>The interpreter's language that fits best.</summary>
    public static string BestFor(this Interpreter interpreter, LanguageWish wish) =>
        interpreter.Languages.Select(language => language.Code).MaxBy(code => LanguageFits.Of(wish, code)) ?? "";
}
