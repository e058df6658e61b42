using System.Text;
using Integration.Calendars;
using Integration.Documents.Sheets;
using Integration.Events;

namespace Integration.Invitations;

/// <summary>Words of a mail to a person: in their language first, in German below. Shipped texts alone; nothing is translated at run time.</summary>
internal static class PersonMail
{
    /// <summary>The subject, in the person's language.</summary>
    public static string Subject(string key, InvitationFacts facts, string language) =>
        Line(Texts(language), key, facts);

    /// <summary>The body.</summary>
    /// <param name="facts">The event and who invites.</param>
    /// <param name="to">The person's way and language.</param>
    /// <param name="talks">Their planned talks.</param>
    /// <param name="opening">Keys of the sentences before the facts.</param>
    /// <param name="closing">Keys of the sentences behind them.</param>
    public static string Body(InvitationFacts facts, LetterTo to, IReadOnlyList<CalendarTalk> talks, IReadOnlyList<string> opening, IReadOnlyList<string> closing)
    {
        var own = Texts(to.Language);
        var body = new StringBuilder();
        if (own.Language != "de")
        {
            if (!own.Reviewed)
            {
                body.Append('[').Append(Line(own, "form.draft", facts)).Append("]\n\n");
            }

            Append(body, own, facts, to, talks, opening, closing);
            body.Append("\n\n– – –\n\n");
        }

        Append(body, Texts("de"), facts, to, talks, opening, closing);
        return body.Append('\n').ToString();
    }

    /// <summary>What is said about coming: an offer, or what was agreed.</summary>
    public static string Freedom(InvitationKind kind) => kind == InvitationKind.CooperationPlan ? "invitation.agreed" : "invitation.voluntary";

    private static void Append(StringBuilder body, FormTexts texts, InvitationFacts facts, LetterTo to, IReadOnlyList<CalendarTalk> talks, IReadOnlyList<string> opening, IReadOnlyList<string> closing)
    {
        body.Append(Line(texts, "invitation.greeting", facts)).Append("\n\n");
        body.AppendJoin('\n', opening.Select(key => Line(texts, key, facts))).Append("\n\n");
        body.Append(facts.Title).Append("\n\n");
        Fact(body, texts, facts, "ticket.when", $"{GermanTexts.Day(facts.Date)}, {Time(facts.StartsAt)}–{Time(facts.EndsAt)}");
        Fact(body, texts, facts, "ticket.where", facts.Place);
        if (to.Bus is { } bus)
        {
            Fact(body, texts, facts, "ticket.bus", $"{bus.Line}: {bus.Stop}, {Time(bus.LeavesAt)}");
            if (bus.BackFrom is { } back)
            {
                Fact(body, texts, facts, "ticket.back", Time(back));
            }
        }

        if (talks.Count > 0)
        {
            Fact(body, texts, facts, "talk.title", string.Join('\n', talks.Select(talk => $"{Time(talk.From)}–{Time(talk.Until)}  {talk.Employer}  ({Line(texts, "talk.table", facts)} {talk.Table.ToString(GermanTexts.Culture)})")));
        }

        Fact(body, texts, facts, "ticket.title", facts.TicketLink(to.Ticket).AbsoluteUri);
        body.AppendJoin('\n', closing.Select(key => Line(texts, key, facts))).Append("\n\n");
        body.Append(facts.Sender);
    }

    // The value on a line of its own: a line has one direction.
    private static void Fact(StringBuilder body, FormTexts texts, InvitationFacts facts, string key, string value) =>
        body.Append(Line(texts, key, facts)).Append('\n').Append(value).Append("\n\n");

    private static string Line(FormTexts texts, string key, InvitationFacts facts) =>
        texts.Words(key, new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = facts.Title, ["contact"] = facts.Contact });

    private static FormTexts Texts(string language) => FormTexts.Of(language) ?? FormTexts.Of("en")!;

    private static string Time(TimeOnly time) => time.ToString("HH:mm", GermanTexts.Culture);
}
