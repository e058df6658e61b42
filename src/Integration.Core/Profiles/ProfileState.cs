namespace Integration.Profiles;

/// <summary>Life cycle of a short profile. The first two are the profile's, the rest its release's for one event.</summary>
public enum ProfileState
{
    /// <summary>ENTWURF: being written.</summary>
    Draft,

    /// <summary>GEPRUEFT: checked by the lint and, where the organisation wants it, by a second colleague.</summary>
    Checked,

    /// <summary>EINGEWILLIGT: the person has consented to this text for an event.</summary>
    Consented,

    /// <summary>FREIGEGEBEN: released for an event under a Chiffre.</summary>
    Released,

    /// <summary>GEDRUCKT: on paper.</summary>
    Printed,

    /// <summary>GEZEIGT: an employer opened or received it.</summary>
    Shown,

    /// <summary>ANGEFRAGT: an employer asks for contact.</summary>
    Requested,

    /// <summary>NAME_FREIGEGEBEN: the name was released to one employer.</summary>
    NameReleased,

    /// <summary>ABGELEHNT: the person or the employer said no.</summary>
    Declined,

    /// <summary>ABGELAUFEN: its time is over.</summary>
    Expired,

    /// <summary>GESPERRT: the consent was withdrawn.</summary>
    Locked,

    /// <summary>GELOESCHT: content removed.</summary>
    Deleted,
}
