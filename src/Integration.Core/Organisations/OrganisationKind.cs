namespace Integration.Organisations;

/// <summary>The type of an organisation.</summary>
public enum OrganisationKind
{
    /// <summary>Joint Jobcenter of agency and municipality (§ 44b SGB II).</summary>
    JobcenterJoint,

    /// <summary>Jobcenter run by a licensed municipality (§ 6a SGB II).</summary>
    JobcenterMunicipal,

    /// <summary>Employment agency (Agentur für Arbeit).</summary>
    EmploymentAgency,

    /// <summary>Rural district (Landkreis).</summary>
    District,

    /// <summary>City that is its own district.</summary>
    DistrictFreeCity,

    /// <summary>Municipality.</summary>
    Municipality,

    /// <summary>Immigration office (Ausländerbehörde).</summary>
    ImmigrationOffice,

    /// <summary>Office that pays under the AsylbLG.</summary>
    SocialWelfareOffice,

    /// <summary>Youth welfare office.</summary>
    YouthWelfareOffice,

    /// <summary>Migration centre.</summary>
    MigrationCentre,

    /// <summary>Municipal integration centre (NRW).</summary>
    IntegrationCentre,

    /// <summary>Chamber of industry and commerce (IHK).</summary>
    ChamberOfCommerce,

    /// <summary>Chamber of crafts (HWK).</summary>
    ChamberOfCrafts,

    /// <summary>District crafts association.</summary>
    CraftsAssociation,

    /// <summary>Chamber of agriculture.</summary>
    ChamberOfAgriculture,

    /// <summary>Business association.</summary>
    BusinessAssociation,

    /// <summary>Business development agency.</summary>
    BusinessDevelopment,

    /// <summary>Regional agency (NRW).</summary>
    RegionalAgency,

    /// <summary>Training or course provider.</summary>
    TrainingProvider,

    /// <summary>Welfare association.</summary>
    WelfareAssociation,

    /// <summary>Migrant organisation.</summary>
    MigrantOrganisation,

    /// <summary>KAUSA office.</summary>
    Kausa,

    /// <summary>Regional integration network IQ.</summary>
    IqNetwork,

    /// <summary>ESF Plus network for refugees (WIR).</summary>
    WirNetwork,

    /// <summary>Counselling for adult migrants (MBE).</summary>
    MigrationCounselling,

    /// <summary>Youth migration service (JMD).</summary>
    YouthMigrationService,

    /// <summary>Volunteer initiative.</summary>
    VolunteerInitiative,

    /// <summary>Employer.</summary>
    Employer,

    /// <summary>Temporary-work agency; always shown as such.</summary>
    TemporaryWorkAgency,

    /// <summary>Ministry of a Land.</summary>
    StateMinistry,

    /// <summary>Sponsor.</summary>
    Sponsor,
}
