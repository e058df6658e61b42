using Integration.Access;
using Integration.Common;
using Integration.Data;

namespace Integration.Interpreters;

/// <summary>What a pool record must and may say.</summary>
internal static class InterpreterFormRules
{
    public static Error? Problem(SaveInterpreter.Form form, CodeCatalog catalog) =>
        string.IsNullOrWhiteSpace(form.DisplayName) ? Errors.Required(nameof(form.DisplayName))
        : TooLong(form) is { } tooLong ? tooLong
        : form.Email.Trim() is { Length: > 0 } email && !EmailAddress.IsValid(email) ? InterpreterErrors.EmailInvalid
        : form.Languages.Count == 0 ? InterpreterErrors.LanguageMissing
        : form.Languages.FindIndex(language => !Known(form, language, catalog)) is >= 0 and var wrong ? InterpreterErrors.LanguageUnknown($"Languages[{wrong}].Code")
        : form.TrainingUnits is < 0 or > 10_000 ? InterpreterErrors.NumberImpossible(nameof(form.TrainingUnits))
        : form.MaxKm is < 0 or > 1000 ? InterpreterErrors.NumberImpossible(nameof(form.MaxKm))
        : form.MaxHoursPerDay is < 1 or > 24 ? InterpreterErrors.NumberImpossible(nameof(form.MaxHoursPerDay))
        : null;

    public static void Apply(SaveInterpreter.Form form, Interpreter to)
    {
        (to.DisplayName, to.Email, to.Phone, to.MailLanguage) = (form.DisplayName.Trim(), form.Email.Trim(), form.Phone.Trim(), form.MailLanguage == "en" ? "en" : "de");
        (to.Languages, to.German, to.Gender) = (form.Languages, form.German, form.Gender);
        (to.Qualification, to.TrainingUnits, to.QualifiedOn) = (form.Qualification, form.TrainingUnits, form.QualifiedOn);
        (to.Municipality, to.MaxKm, to.OwnCar, to.MaxHoursPerDay) = (form.Municipality.Trim(), form.MaxKm, form.OwnCar, form.MaxHoursPerDay);
        to.Availability = [.. form.Availability.Distinct().OrderBy(time => time.Day).ThenBy(time => time.Part)];
        to.Exceptions = [.. form.Exceptions.DistinctBy(exception => exception.Day).OrderBy(exception => exception.Day)];
        (to.Conditions, to.ConductCertificateOn, to.PledgeOn) = (form.Conditions.Trim(), form.ConductCertificateOn, form.PledgeOn);
        (to.UserId, to.Active) = (form.UserId, form.Active);
    }

    public static SaveInterpreter.Form Read(Interpreter of) => new()
    {
        Id = of.Id, Version = of.Version, DisplayName = of.DisplayName, Email = of.Email, Phone = of.Phone, MailLanguage = of.MailLanguage,
        Languages = of.Languages, German = of.German, Gender = of.Gender, Qualification = of.Qualification, TrainingUnits = of.TrainingUnits, QualifiedOn = of.QualifiedOn,
        Municipality = of.Municipality, MaxKm = of.MaxKm, OwnCar = of.OwnCar, MaxHoursPerDay = of.MaxHoursPerDay, Availability = of.Availability, Exceptions = of.Exceptions,
        Conditions = of.Conditions, ConductCertificateOn = of.ConductCertificateOn, PledgeOn = of.PledgeOn, UserId = of.UserId, Active = of.Active,
    };

    // The same language twice would count one person as two in the table of the need.
    private static bool Known(SaveInterpreter.Form form, InterpreterLanguage language, CodeCatalog catalog) =>
        catalog.Has("Languages", language.Code) && language.Code != LanguageFits.German && form.Languages.First(other => other.Code == language.Code) == language;

    private static Error? TooLong(SaveInterpreter.Form form) => new (string Text, string Field, int Max)[]
    {
        (form.DisplayName, nameof(form.DisplayName), Interpreter.NameMaxLength), (form.Email, nameof(form.Email), 200), (form.Phone, nameof(form.Phone), 200),
        (form.Municipality, nameof(form.Municipality), 200), (form.Conditions, nameof(form.Conditions), Interpreter.ConditionsMaxLength),
    }.Where(text => text.Text.Length > text.Max).Select(text => Errors.TooLong(text.Field, text.Max)).FirstOrDefault();
}
