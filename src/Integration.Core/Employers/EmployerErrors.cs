using Integration.Common;

namespace Integration.Employers;

/// <summary>What can go wrong with employers and their offers.</summary>
public static class EmployerErrors
{
    /// <summary>Not an establishment number.</summary>
    public static Error EstablishmentNumber { get; } = new("Employer_EstablishmentNumber") { Field = nameof(EmployerFile.EstablishmentNumber) };

    /// <summary>Not an e-mail address.</summary>
    public static Error Email(int contact) => new("Employer_Email") { Field = $"{nameof(EmployerFile.Contacts)}[{contact}].{nameof(ContactPerson.Email)}" };

    /// <summary>More people to call than a file takes.</summary>
    public static Error TooManyContacts { get; } = new("Employer_TooManyContacts", EmployerFile.MostContacts) { Field = nameof(EmployerFile.Contacts) };

    /// <summary>A code that its list does not have, or that cannot be asked of anybody.</summary>
    public static Error UnknownCode(string field) => new("Employer_UnknownCode") { Field = field };

    /// <summary>A form of work that no company offers.</summary>
    public static Error NotOffered { get; } = new("Offer_NotOffered") { Field = nameof(JobOffer.WorkForm) };

    /// <summary>Temporary work, offered by a company that is no agency.</summary>
    public static Error AgencyOnly { get; } = new("Offer_AgencyOnly") { Field = nameof(JobOffer.WorkForm) };

    /// <summary>A number of places or hours that cannot be.</summary>
    public static Error WrongNumber(string field) => new("Offer_WrongNumber") { Field = field };

    /// <summary>A postal code that has not five digits.</summary>
    public static Error PostalCode { get; } = new("Offer_PostalCode") { Field = nameof(JobOffer.PostalCode) };

    /// <summary>The company is not expected at the event, or the event is over.</summary>
    public static Error NotExpected { get; } = new("Offer_NotExpected") { Field = nameof(JobOffer.JobEventId) };

    /// <summary>There is no earlier offer that is not there already.</summary>
    public static Error NothingToCopy { get; } = new("Offer_NothingToCopy");

    /// <summary>A state that cannot follow.</summary>
    public static Error Step(OfferState from, OfferState to) => new("Offer_Step", from.Label(), to.Label());
}
