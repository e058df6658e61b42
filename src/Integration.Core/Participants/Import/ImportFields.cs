using System.Collections.Frozen;
using System.Globalization;
using Integration.Data;
using static Integration.Participants.Import.CodeReaders;
using static Integration.Participants.Import.PersonReaders;
using static Integration.Participants.Import.WorkReaders;

namespace Integration.Participants.Import;

/// <summary>The one table of what a file can fill: column, limit, how a cell is read, and the headings that mean it.</summary>
internal static class ImportFields
{
    private const int Line = Participant.LineMaxLength;
    private const int Name = Participant.NameMaxLength;

    private static readonly ImportField[] Table =
    [
        new(ImportColumn.CustomerNumber, 40, CustomerNumber, p => p.CustomerNumber,
            ["Kd-Nr", "Kdnr.", "Kunden-Nr", "Kundennummer", "Kd.Nummer", "Personennummer", "Personen-ID", "Customer number", "Customer no", "Client number", "Client ID", "Person ID"]),
        new(ImportColumn.FamilyName, Name, Plain((p, text) => p.FamilyName = text), p => p.FamilyName,
            ["Nachname", "Name", "Familienname", "Zuname", "Last name", "Surname", "Family name"]),
        new(ImportColumn.GivenName, Name, Plain((p, text) => p.GivenName = text), p => p.GivenName,
            ["Vorname", "Vornamen", "Rufname", "First name", "Given name", "Given names", "Forename"]),
        new(ImportColumn.BadgeName, Name, Plain((p, text) => p.BadgeName = text), p => p.BadgeName,
            ["Anzeigename", "Name auf Namensschild", "Namensschild", "Badge name", "Display name"]),
        new(ImportColumn.BornOn, Line, BornOn, p => Day(p.BornOn),
            ["Geb.-Datum", "Geburtsdatum", "geb. am", "geb.", "geboren", "geboren am", "Geburtstag", "Date of birth", "Birth date", "DOB", "Born on"]),
        new(ImportColumn.Gender, Line, Gender, p => p.Gender.ToString(), ["Geschlecht", "Anrede", "m/w/d", "Gender", "Sex"]),
        new(ImportColumn.Street, Line, Plain((p, text) => p.Street = text), p => p.Street,
            ["Straße", "Str.", "Straße Hausnummer", "Straße und Hausnummer", "Straße, Nr.", "Anschrift", "Street", "Address"]),
        new(ImportColumn.PostalCode, 10, Plain((p, text) => p.PostalCode = text), p => p.PostalCode,
            ["PLZ", "Postleitzahl", "Postal code", "Postcode", "ZIP", "Zip code"]),
        new(ImportColumn.Town, Line, Plain((p, text) => p.Town = text), p => p.Town, ["Ort", "Wohnort", "Stadt", "Gemeinde", "Town", "City", "Municipality"]),
        new(ImportColumn.Phone, Line, Plain((p, text) => p.Phone = text), p => p.Phone,
            ["Telefon", "Tel.", "Telefonnummer", "Handy", "Mobil", "Mobiltelefon", "Mobilnummer", "Rufnummer", "Phone", "Phone number", "Telephone", "Mobile"]),
        new(ImportColumn.Email, Line, Email, p => p.Email, ["E-Mail", "Mail", "E-Mail-Adresse", "Mailadresse", "Email address"]),
        new(ImportColumn.FirstLanguage, Line, FirstLanguage, p => p.FirstLanguage,
            ["Muttersprache", "Erstsprache", "Herkunftssprache", "Sprache", "First language", "Mother tongue", "Native language"]),
        new(ImportColumn.Languages, Line, Languages, p => JsonColumn.Write(p.Languages),
            ["weitere Sprachen", "Sprachen", "Sprachkenntnisse", "Fremdsprachen", "andere Sprachen", "Other languages", "Further languages", "Languages"]),
        new(ImportColumn.SpokenGerman, Line, Level((p, level) => p.SpokenGerman = level), p => p.SpokenGerman.ToString(),
            ["Deutsch mündl.", "Deutsch mündlich", "Deutsch sprechen", "Deutsch", "Deutschniveau", "Sprachniveau", "Sprachniveau Deutsch", "Deutschkenntnisse", "Spoken German", "German spoken", "German", "German level"]),
        new(ImportColumn.WrittenGerman, Line, Level((p, level) => p.WrittenGerman = level), p => p.WrittenGerman.ToString(),
            ["Deutsch schriftl.", "Deutsch schriftlich", "Deutsch schreiben", "Deutsch lesen/schreiben", "Written German", "German written"]),
        new(ImportColumn.GermanProof, Line, GermanProof, p => p.GermanProof.ToString(),
            ["Nachweis Deutsch", "Sprachnachweis", "Nachweis Sprache", "Deutsch Nachweis", "Proof of German", "German proof", "Language proof"]),
        new(ImportColumn.GermanCertificate, Line, Plain((p, text) => p.GermanCertificate = text), p => p.GermanCertificate,
            ["Sprachzertifikat", "Zertifikat Deutsch", "Deutschzertifikat", "German certificate", "Language certificate"]),
        new(ImportColumn.GermanProofOn, Line, AnyDate((p, day) => p.GermanProofOn = day), p => Day(p.GermanProofOn),
            ["Datum Sprachnachweis", "Zertifikat vom", "Prüfungsdatum Deutsch", "Date of German certificate"]),
        new(ImportColumn.Course, Line, Code("LanguageCourses", (p, code) => p.Course = code), p => p.Course,
            ["Sprachkurs", "Kurs", "Integrationskurs", "Language course", "Course"]),
        new(ImportColumn.CourseTarget, Line, Level((p, level) => p.CourseTarget = level), p => $"{p.CourseTarget}",
            ["Kursziel", "Zielniveau", "Kursziel Niveau", "Course target", "Target level"]),
        new(ImportColumn.CourseEndsOn, Line, AnyDate((p, day) => p.CourseEndsOn = day), p => Day(p.CourseEndsOn),
            ["Kursende", "Sprachkurs bis", "Kurs bis", "Course end", "Course ends on"]),
        new(ImportColumn.Schooling, Line, Schooling, p => $"{p.Schooling}|{p.SchoolYears}",
            ["Schulabschluss", "Schulbildung", "Schule", "höchster Schulabschluss", "Schooling", "School certificate", "School leaving certificate"]),
        new(ImportColumn.Training, Line, Code("Training", (p, code) => p.Training = code), p => p.Training,
            ["Ausbildung/Studium", "Ausbildung", "Berufsausbildung", "Berufsabschluss", "Berufliche Bildung", "Studium", "Training", "Vocational training", "Education"]),
        new(ImportColumn.TrainingSubject, Line, Plain((p, text) => p.TrainingSubject = text), p => p.TrainingSubject,
            ["Fachrichtung", "Ausbildung als", "Studienfach", "erlernter Beruf", "Training subject", "Field of study"]),
        new(ImportColumn.Recognition, Line, Code("Recognition", (p, code) => p.Recognition = code), p => p.Recognition,
            ["Anerkennung", "Anerkennungsstatus", "Stand Anerkennung", "Recognition", "Recognition status"]),
        new(ImportColumn.RecognitionOn, Line, AnyDate((p, day) => p.RecognitionOn = day), p => Day(p.RecognitionOn),
            ["Anerkennung am", "Datum Anerkennung", "Bescheid vom", "Recognition date"]),
        new(ImportColumn.Experience, Line, Experience, p => JsonColumn.Write(p.Experience),
            ["Berufserfahrung", "Berufserfahrungen", "Berufspraxis", "Arbeitserfahrung", "Erfahrung", "Work experience", "Experience"]),
        new(ImportColumn.Wish, Line, Wish, p => JsonColumn.Write(p.Wishes),
            ["Zielberuf", "Wunschberuf", "Berufswunsch", "angestrebter Beruf", "Zieltätigkeit", "Target occupation", "Desired occupation", "Job wish", "Occupation"]),
        new(ImportColumn.WorkForms, Line, WorkForms, p => JsonColumn.Write(p.WorkForms),
            ["Form", "Angestrebte Form", "Beschäftigungsform", "Art der Stelle", "sucht", "Stellenart", "Form of work", "Type of job", "Employment type"]),
        new(ImportColumn.Licences, Line, Licences, p => JsonColumn.Write(p.Licences) + JsonColumn.Write(p.Certificates),
            ["Führerschein", "Führerscheinklasse", "Führerscheine", "FS", "Fahrerlaubnis", "Driving licence", "Driving license", "Driver's license", "Licence"]),
        new(ImportColumn.Certificates, Line, Certificates, p => JsonColumn.Write(p.Certificates),
            ["Nachweise", "Scheine", "Zertifikate", "Zusatzqualifikationen", "Certificates"]),
        new(ImportColumn.WorkTimes, Line, WorkTimes, p => $"{JsonColumn.Write(p.WorkTimes)}|{p.WeeklyHours}",
            ["Arbeitszeit", "Arbeitszeiten", "Zeitumfang", "Umfang", "Stundenumfang", "Wochenstunden", "Schicht", "Working time", "Working hours", "Hours"]),
        new(ImportColumn.AvailableFrom, Line, AvailableFrom, p => $"{Day(p.AvailableFrom)}|{p.Start}",
            ["verfügbar ab", "Beginn ab", "frühester Beginn", "Start ab", "Available from", "Earliest start"]),
        new(ImportColumn.Mobility, Line, Mobility, p => JsonColumn.Write(p.Mobility), ["Mobilität", "Verkehrsmittel", "Mobility", "Transport"]),
        new(ImportColumn.RadiusKm, Line, RadiusKm, p => $"{p.RadiusKm}", ["Radius", "Umkreis", "Umkreis km", "Radius km", "Distance km"]),
        new(ImportColumn.Childcare, Line, Code("Childcare", (p, code) => p.Childcare = code), p => p.Childcare, ["Kinderbetreuung", "Betreuung", "Childcare"]),
        new(ImportColumn.LegalSphere, Line, Code("LegalSpheres", (p, code) => p.LegalSphere = code), p => p.LegalSphere,
            ["Rechtskreis", "Leistung", "Leistungsbezug", "Legal sphere", "Benefit"]),
        new(ImportColumn.ResidencePaper, Line, Code("ResidencePapers", (p, code) => p.ResidencePaper = code), p => p.ResidencePaper,
            ["Aufenthalt", "Aufenthaltspapier", "Aufenthaltsstatus", "Aufenthaltstitel", "Residence", "Residence paper", "Residence permit", "Residence status"]),
        new(ImportColumn.ResidenceEndorsement, Line, Code("ResidenceEndorsements", (p, code) => p.ResidenceEndorsement = code), p => p.ResidenceEndorsement,
            ["Nebenbestimmung", "Nebenbestimmungen", "Endorsement"]),
        new(ImportColumn.ResidenceValidUntil, Line, AnyDate((p, day) => p.ResidenceValidUntil = day), p => Day(p.ResidenceValidUntil),
            ["Aufenthalt bis", "Aufenthalt gültig bis", "gültig bis", "Residence valid until", "Permit valid until"]),
        new(ImportColumn.Owner, Name, Owner, p => $"{p.OwnerId}|{p.OwnerName}",
            ["Fallmanager/in", "Fallmanager", "Fallmanagerin", "Fallmanagement", "pAp", "Ansprechpartner", "Ansprechpartner/in", "Betreuer", "Integrationsfachkraft", "Zuständig", "Case manager", "Owner"]),
        new(ImportColumn.Note, Participant.NoteMaxLength, Plain((p, text) => p.Note = text), p => p.Note,
            ["Bemerkung", "Bemerkungen", "Notiz", "Notizen", "Anmerkung", "Hinweis", "Kommentar", "Note", "Notes", "Remark", "Remarks", "Comment"]),
    ];

    private static readonly FrozenDictionary<ImportColumn, ImportField> ByColumn = Table.ToFrozenDictionary(field => field.Column);

    /// <summary>The fields in the order in which they are taken over.</summary>
    public static IReadOnlyList<ImportField> All { get; } = Table.OrderBy(field => field.Column).ToList();

    /// <summary>The field of a column.</summary>
    public static ImportField Of(ImportColumn column) => ByColumn[column];

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
