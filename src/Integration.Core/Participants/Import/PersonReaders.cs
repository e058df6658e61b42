using System.Globalization;
using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>Readers of who somebody is and how they are reached.</summary>
internal static class PersonReaders
{
    /// <summary>Below this age nobody is brought to a job event (DOMAIN §4: own consent usually from 15; birthdays after the event count in).</summary>
    private const int MinAge = 14;

    private const int UsualMaxAge = 80;
    private const int MaxAge = 110;

    /// <summary>A single line of text.</summary>
    public static Action<ImportField, CellReading> Plain(Action<Participant, string> set) => (field, cell) =>
    {
        var text = field.TakesAnyText ? cell.Text : OneLine(cell.Text);
        cell.Set(field, person => set(person, text));
    };

    /// <summary>Taken over where the record has none: the record keeps its own number.</summary>
    public static void CustomerNumber(ImportField field, CellReading cell)
    {
        var text = OneLine(cell.Text);
        cell.Set(field, person => person.CustomerNumber = person.CustomerNumber.Length == 0 ? text : person.CustomerNumber);
    }

    /// <summary>A wrong date of birth makes a second person of the first one, so every doubt about it keeps the row out; only an
    /// unusually high age is merely pointed out.</summary>
    public static void BornOn(ImportField field, CellReading cell)
    {
        var today = cell.Context.Today;
        switch (CellDate.Read(cell.Text, today, out var day))
        {
            case CellDate.Reading.Impossible:
                cell.Block("Import_ImpossibleDate");
                return;
            case CellDate.Reading.Unreadable:
                cell.Block("Import_UnreadableDate");
                return;
        }

        var age = today.Year - day.Year - (today.DayOfYear < day.DayOfYear ? 1 : 0);
        if (day > today)
        {
            cell.Block("Import_BornInFuture");
        }
        else if (age is < MinAge or > MaxAge)
        {
            cell.Block(age < MinAge ? "Import_TooYoung" : "Import_TooOld", age);
        }
        else if (age > UsualMaxAge)
        {
            cell.Hint("Import_TooOld", age);
        }

        cell.Set(field, person => person.BornOn = day);
    }

    /// <summary>An address without an at sign is left out with a word.</summary>
    public static void Email(ImportField field, CellReading cell)
    {
        var text = OneLine(cell.Text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1 || text.Contains(' ', StringComparison.Ordinal) || text.LastIndexOf('@') != at)
        {
            cell.Hint("Import_Email");
            return;
        }

        cell.Set(field, person => person.Email = text);
    }

    /// <summary>A date that has nothing to do with age: an impossible one is left out with a word.</summary>
    public static Action<ImportField, CellReading> AnyDate(Action<Participant, DateOnly> set) => (field, cell) =>
    {
        switch (CellDate.Read(cell.Text, cell.Context.Today.AddYears(50), out var day))
        {
            case CellDate.Reading.Date:
                cell.Set(field, person => set(person, day));
                break;
            case CellDate.Reading.Impossible:
                cell.Hint("Import_ImpossibleDate");
                break;
            default:
                cell.Hint("Import_UnreadableDate");
                break;
        }
    };

    /// <summary>A date, or "sofort", or "nach Kursende".</summary>
    public static void AvailableFrom(ImportField field, CellReading cell)
    {
        var key = NameTokens.Fold(cell.Text);
        if (key is "sofort" or "ab sofort" or "now" or "at once" or "immediately")
        {
            cell.Set(field, person => person.Start = StartKind.AtOnce);
        }
        else if (key is "nach kursende" or "nach dem kurs" or "nach sprachkurs" or "after course" or "after the course")
        {
            cell.Set(field, person => person.Start = StartKind.AfterCourse);
        }
        else
        {
            AnyDate((person, day) => (person.AvailableFrom, person.Start) = (day, StartKind.FromDate))(field, cell);
        }
    }

    /// <summary>A user whose last name it is takes over; until there is one, the name is kept.</summary>
    public static void Owner(ImportField field, CellReading cell)
    {
        var name = OneLine(cell.Text);
        var last = NameTokens.Fold(name).Split(' ')[^1];
        if (cell.Context.Owners.TryGetValue(last, out var user))
        {
            cell.Set(field, person => (person.OwnerId, person.OwnerName) = (user, ""));
        }
        else
        {
            cell.Set(field, person => person.OwnerName = person.OwnerId is null ? name : person.OwnerName);
        }
    }

    /// <summary>Kilometres.</summary>
    public static void RadiusKm(ImportField field, CellReading cell)
    {
        var digits = new string(cell.Text.TakeWhile(char.IsAsciiDigit).ToArray());
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var km) && km is > 0 and <= 500)
        {
            cell.Set(field, person => person.RadiusKm = km);
        }
        else
        {
            cell.Hint("Import_NotANumber");
        }
    }

    /// <summary>Line breaks as spaces.</summary>
    public static string OneLine(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : text;
}
