namespace Integration.Documents;

/// <summary>A paper of the day of an event (DOMAIN §7.4). None of them carries a family name, a profile, or why somebody was invited.</summary>
public enum EventPaper
{
    /// <summary>Participants' tickets with the code for the door, in German and the person's language.</summary>
    Tickets,

    /// <summary>Slips with each person's planned talks, A5, headed by the Chiffre, in German and the person's language.</summary>
    TalkSlips,

    /// <summary>Name badges 90 × 55 mm: chosen name, language of support in words and colour.</summary>
    Badges,

    /// <summary>Slips to sign, one person each.</summary>
    SignInSlips,

    /// <summary>The list for the door when everything else fails.</summary>
    ArrivalList,

    /// <summary>For each bus a sheet for the driver (numbers) and a boarding list (first names).</summary>
    BusLists,

    /// <summary>The team's run-sheet.</summary>
    RunSheet,

    /// <summary>The programme for guests.</summary>
    Programme,

    /// <summary>Signs for the stands, A4 across.</summary>
    StandSigns,

    /// <summary>For each employer its planned talks: time, table, Chiffre, language; no names.</summary>
    TalkLists,

    /// <summary>The plan of each hall with its stands, A4 across.</summary>
    FloorPlan,

    /// <summary>For each group of a tour a sheet for the guide; for the host numbers and sizes, no names.</summary>
    TourSheets,

    /// <summary>The team's plan of who interprets when and where, A4 across.</summary>
    InterpreterPlan,

    /// <summary>For each interpreter their planned talks; a first name where the person consented to it, otherwise the Chiffre (R7).</summary>
    InterpreterTalks,

    /// <summary>For each interpreter who has said yes: what to know, and the record to sign for billing (Einsatzbestätigung).</summary>
    DeploymentRecords,

    /// <summary>Feedback forms for guests, A5, one in each language that they read; without name or number.</summary>
    FeedbackGuests,

    /// <summary>A short feedback sheet for each expected employer, without a name.</summary>
    FeedbackEmployers,

    /// <summary>Certificates for those who were there.</summary>
    Certificates,

    /// <summary>Confirmations for travel costs, from when to when (§ 309 (4), § 44 SGB III).</summary>
    TravelConfirmations,
}
