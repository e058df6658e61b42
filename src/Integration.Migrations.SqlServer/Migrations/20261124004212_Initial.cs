using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integration.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectKind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false),
                    PreviousHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => new { x.OrganisationId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.OrganisationId);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Codes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    List = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    German = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    English = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    Visibility = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Extra = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Codes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EventChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RegionKey = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    ContactTeam = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContactPhone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContactEmail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CaseManagerLabel = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RequiresSecondCheck = table.Column<bool>(type: "bit", nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    To = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CalendarText = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    GivenUpAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Refusal = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RememberedHeadings",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Heading = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedHeadings", x => new { x.OrganisationId, x.Heading });
                });

            migrationBuilder.CreateTable(
                name: "SignInCodes",
                columns: table => new
                {
                    AskedHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CodeHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInCodes", x => x.AskedHash);
                });

            migrationBuilder.CreateTable(
                name: "EmployerFiles",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeeperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Industry = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IndustryVersion = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Size = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EstablishmentNumber = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TrainsApprentices = table.Column<bool>(type: "bit", nullable: false),
                    OpenForBeginners = table.Column<bool>(type: "bit", nullable: false),
                    LeastGerman = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TeamLanguages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Buddy = table.Column<bool>(type: "bit", nullable: false),
                    LanguageCourse = table.Column<bool>(type: "bit", nullable: false),
                    Housing = table.Column<bool>(type: "bit", nullable: false),
                    WorksBus = table.Column<bool>(type: "bit", nullable: false),
                    Contacts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerFiles", x => x.OrganisationId);
                    table.ForeignKey(
                        name: "FK_EmployerFiles_Organisations_KeeperId",
                        column: x => x.KeeperId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerFiles_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Patron = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    WorkingGroup = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventSeries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventSeries_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FileHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Headings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Fields = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StagedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StagedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interpreters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MailLanguage = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    German = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Qualification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TrainingUnits = table.Column<int>(type: "int", nullable: true),
                    QualifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Gender = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Municipality = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MaxKm = table.Column<int>(type: "int", nullable: true),
                    OwnCar = table.Column<bool>(type: "bit", nullable: false),
                    MaxHoursPerDay = table.Column<int>(type: "int", nullable: true),
                    Availability = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Exceptions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Conditions = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ConductCertificateOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PledgeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interpreters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interpreters_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Participants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OwnerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CustomerNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FamilyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    GivenName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    BadgeName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    BornOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Gender = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Street = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NotPubliclyPresent = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    SortName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstLanguage = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SpokenGerman = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WrittenGerman = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GermanProof = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GermanCertificate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    GermanProofOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Literacy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Course = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CourseTarget = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CourseEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Languages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Schooling = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SchoolYears = table.Column<int>(type: "int", nullable: true),
                    Training = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TrainingSubject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Recognition = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecognitionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Experience = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Wishes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WorkForms = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WorkTimes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WeeklyHours = table.Column<int>(type: "int", nullable: true),
                    AvailableFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Start = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Mobility = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RadiusKm = table.Column<int>(type: "int", nullable: true),
                    EarliestArrival = table.Column<TimeOnly>(type: "time", nullable: true),
                    ReadyToMove = table.Column<bool>(type: "bit", nullable: true),
                    Licences = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Certificates = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Childcare = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ChildcareFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ResidencePaper = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ResidenceEndorsement = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ResidenceValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    WorkAccess = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LegalSphere = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Support = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Interpreter = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Participants_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sites",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sites_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Roles = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    InvitedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserInvitations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Roles = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RegionName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Audiences = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Patron = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    FundingNote = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    SeriesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "int", nullable: true),
                    Agencies = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MostAgencies = table.Column<int>(type: "int", nullable: true),
                    PlaceChanges = table.Column<long>(type: "bigint", nullable: false),
                    CalendarSequence = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobEvents_EventSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "EventSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobEvents_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeriesMember",
                columns: table => new
                {
                    SeriesId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesMember", x => new { x.SeriesId, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_SeriesMember_EventSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "EventSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SeriesMember_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportRows",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Cells = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedFields = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Applied = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRows", x => new { x.BatchId, x.Row });
                    table.ForeignKey(
                        name: "FK_ImportRows_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProfileRevision = table.Column<int>(type: "int", nullable: true),
                    TextVersion = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ExplainedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Medium = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterpreterConflicts",
                columns: table => new
                {
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InterpreterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterpreterConflicts", x => new { x.InterpreterId, x.ParticipantId });
                    table.ForeignKey(
                        name: "FK_InterpreterConflicts_Interpreters_InterpreterId",
                        column: x => x.InterpreterId,
                        principalTable: "Interpreters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InterpreterConflicts_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Token = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SearchTokens_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShortProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WrittenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CheckedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Overrides = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShortProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShortProfiles_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(1024)", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BusLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Company = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Seats = table.Column<int>(type: "int", nullable: false),
                    WheelchairPlaces = table.Column<int>(type: "int", nullable: false),
                    ArrivesAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    LeavesAt = table.Column<TimeOnly>(type: "time", nullable: true),
                    LateByMinutes = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BusLines_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmployerCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reached = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerCalls_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerCalls_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmployerFeedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Guests = table.Column<int>(type: "int", nullable: false),
                    Profiles = table.Column<int>(type: "int", nullable: false),
                    Interpreting = table.Column<int>(type: "int", nullable: false),
                    Organisation = table.Column<int>(type: "int", nullable: false),
                    Again = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerFeedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerFeedback_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventLogos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    AlternativeText = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Image = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PixelWidth = table.Column<int>(type: "int", nullable: false),
                    PixelHeight = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventLogos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventLogos_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventStages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Cancelled = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventStages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventStages_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EventTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SetByHand = table.Column<bool>(type: "bit", nullable: false),
                    OwnerOrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OwnerUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SourceKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EventTasks_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExpectedEmployer",
                columns: table => new
                {
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VouchedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VouchedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpectedEmployer", x => new { x.JobEventId, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_ExpectedEmployer_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ExpectedEmployer_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackRequests_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FeedbackRequests_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FloorPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Image = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PixelWidth = table.Column<int>(type: "int", nullable: false),
                    PixelHeight = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FloorPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FloorPlans_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterpreterAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InterpreterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Task = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LegallyBinding = table.Column<bool>(type: "bit", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AnswerTokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WorkedFrom = table.Column<TimeOnly>(type: "time", nullable: true),
                    WorkedTo = table.Column<TimeOnly>(type: "time", nullable: true),
                    TravelKm = table.Column<int>(type: "int", nullable: true),
                    CalendarSequence = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterpreterAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterpreterAssignments_Interpreters_InterpreterId",
                        column: x => x.InterpreterId,
                        principalTable: "Interpreters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterpreterAssignments_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterpreterAssignments_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobEventHost",
                columns: table => new
                {
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobEventHost", x => new { x.JobEventId, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_JobEventHost_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JobEventHost_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CopiedFromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    OccupationGroup = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    WorkForm = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Places = table.Column<int>(type: "int", nullable: false),
                    LeastGerman = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WorkTimes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WeeklyHours = table.Column<int>(type: "int", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BeginsAt = table.Column<TimeOnly>(type: "time", nullable: true),
                    PostalCode = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ByBusFrom = table.Column<TimeOnly>(type: "time", nullable: true),
                    LicenceClasses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JobOffers_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobOffers_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaceQuotas",
                columns: table => new
                {
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Guaranteed = table.Column<int>(type: "int", nullable: false),
                    AtMost = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceQuotas", x => new { x.JobEventId, x.OrganisationId });
                    table.ForeignKey(
                        name: "FK_PlaceQuotas_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaceQuotas_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Product = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FolderNumber = table.Column<int>(type: "int", nullable: true),
                    PrintedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PrintedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sheets = table.Column<int>(type: "int", nullable: false),
                    Copies = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintRuns_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Invitation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TicketCode = table.Column<string>(type: "nvarchar(26)", maxLength: 26, nullable: false),
                    WaitingSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OfferedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CalendarSequence = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Registrations_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Registrations_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DaysBefore = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderRules_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rooms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Seats = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rooms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rooms_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalkSchedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PublishedFor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Bound = table.Column<long>(type: "bigint", nullable: false),
                    Seconds = table.Column<double>(type: "float", nullable: false),
                    Seed = table.Column<int>(type: "int", nullable: false),
                    Settings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Losses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PeopleToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MadeFromId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkSchedules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkSchedules_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalkVenues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tables = table.Column<int>(type: "int", nullable: false),
                    GroupSize = table.Column<int>(type: "int", nullable: false),
                    Zone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Closed = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Open = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkVenues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkVenues_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TalkVenues_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WalkIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SupportLanguage = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WalkIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WalkIns_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProfileReleases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShortProfileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Chiffre = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Token = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Generation = table.Column<int>(type: "int", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReleasedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    LockedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileReleases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileReleases_Consents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "Consents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProfileReleases_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProfileReleases_ShortProfiles_ShortProfileId",
                        column: x => x.ShortProfileId,
                        principalTable: "ShortProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProfileTransitions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ShortProfileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    From = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    To = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileTransitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileTransitions_ShortProfiles_ShortProfileId",
                        column: x => x.ShortProfileId,
                        principalTable: "ShortProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BusStop",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Municipality = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LeavesAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    BackAt = table.Column<TimeOnly>(type: "time", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusStop", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BusStop_BusLines_LineId",
                        column: x => x.LineId,
                        principalTable: "BusLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalkTimes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    MinutesBetween = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkTimes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkTimes_EventStages_StageId",
                        column: x => x.StageId,
                        principalTable: "EventStages",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_TalkTimes_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Stands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FloorPlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    X = table.Column<int>(type: "int", nullable: false),
                    Y = table.Column<int>(type: "int", nullable: false),
                    Width = table.Column<int>(type: "int", nullable: false),
                    Height = table.Column<int>(type: "int", nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    GermanFrom = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Power = table.Column<bool>(type: "bit", nullable: false),
                    AreaM2 = table.Column<int>(type: "int", nullable: true),
                    Tables = table.Column<int>(type: "int", nullable: true),
                    PinBoards = table.Column<int>(type: "int", nullable: true),
                    People = table.Column<int>(type: "int", nullable: true),
                    VehiclePlate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SetUpAt = table.Column<TimeOnly>(type: "time", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stands", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stands_FloorPlans_FloorPlanId",
                        column: x => x.FloorPlanId,
                        principalTable: "FloorPlans",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Stands_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Stands_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintRunItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PrintRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CopyNumber = table.Column<int>(type: "int", nullable: false),
                    CopyOf = table.Column<int>(type: "int", nullable: false),
                    HandedTo = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintRunItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintRunItems_PrintRuns_PrintRunId",
                        column: x => x.PrintRunId,
                        principalTable: "PrintRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    After = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceCorrections_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendances",
                columns: table => new
                {
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OutAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Means = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Door = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Excuse = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendances", x => x.RegistrationId);
                    table.ForeignKey(
                        name: "FK_Attendances_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DoorScans",
                columns: table => new
                {
                    Nonce = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Device = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Ticket = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Means = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ScannedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoorScans", x => new { x.Nonce, x.JobEventId });
                    table.ForeignKey(
                        name: "FK_DoorScans_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DoorScans_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    RuleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ByMail = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => new { x.RuleId, x.RegistrationId });
                    table.ForeignKey(
                        name: "FK_Reminders_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_ReminderRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "ReminderRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RoomId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: true),
                    Language = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Speakers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeItems_EventStages_StageId",
                        column: x => x.StageId,
                        principalTable: "EventStages",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ProgrammeItems_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ProgrammeItems_Rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Rooms",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ScheduledTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    EndsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Table = table.Column<int>(type: "int", nullable: false),
                    InterpreterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Language = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Pinned = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduledTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScheduledTalks_Interpreters_InterpreterId",
                        column: x => x.InterpreterId,
                        principalTable: "Interpreters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScheduledTalks_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScheduledTalks_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScheduledTalks_TalkSchedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "TalkSchedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TalkSteps",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkSteps", x => new { x.ScheduleId, x.Number });
                    table.ForeignKey(
                        name: "FK_TalkSteps_TalkSchedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "TalkSchedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerInterestAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EmployerInterestBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PersonInterestAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PersonInterestBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TalkedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RequestedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConsentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                    table.CheckConstraint("CK_Contacts_NoNameWithoutConsent", "\"State\" <> 'Released' OR (\"ConsentId\" IS NOT NULL AND \"DecidedAt\" IS NOT NULL AND \"DecidedBy\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_Contacts_Consents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "Consents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contacts_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contacts_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contacts_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contacts_ProfileReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ProfileReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmployerNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kept = table.Column<bool>(type: "bit", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmployerNotes_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerNotes_Organisations_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmployerNotes_ProfileReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ProfileReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProfileViews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileViews_ProfileReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ProfileReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BusSeats",
                columns: table => new
                {
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StopId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Wheelchair = table.Column<bool>(type: "bit", nullable: false),
                    ByHand = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BusSeats", x => x.RegistrationId);
                    table.ForeignKey(
                        name: "FK_BusSeats_BusLines_LineId",
                        column: x => x.LineId,
                        principalTable: "BusLines",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_BusSeats_BusStop_StopId",
                        column: x => x.StopId,
                        principalTable: "BusStop",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_BusSeats_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tours",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HostId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProgrammeItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    MeetingPoint = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MeetsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PhotoBan = table.Column<bool>(type: "bit", nullable: false),
                    Confidentiality = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SeatChanges = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tours", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tours_JobEvents_JobEventId",
                        column: x => x.JobEventId,
                        principalTable: "JobEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tours_Organisations_HostId",
                        column: x => x.HostId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tours_ProgrammeItems_ProgrammeItemId",
                        column: x => x.ProgrammeItemId,
                        principalTable: "ProgrammeItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "CaseTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StepId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DoneStepId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseTasks_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.ContactId);
                    table.ForeignKey(
                        name: "FK_Outcomes_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    JobEventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Form = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WeeklyHours = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PubliclyFunded = table.Column<bool>(type: "bit", nullable: false),
                    SignedOnPaper = table.Column<bool>(type: "bit", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TakesBackId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeSteps_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeSteps_OutcomeSteps_TakesBackId",
                        column: x => x.TakesBackId,
                        principalTable: "OutcomeSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TourGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TourId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Guide = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    InterpreterAssignmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StartsAt = table.Column<TimeOnly>(type: "time", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TourGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TourGroups_InterpreterAssignments_InterpreterAssignmentId",
                        column: x => x.InterpreterAssignmentId,
                        principalTable: "InterpreterAssignments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_TourGroups_Tours_TourId",
                        column: x => x.TourId,
                        principalTable: "Tours",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TourSeats",
                columns: table => new
                {
                    TourId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShoeSize = table.Column<int>(type: "int", nullable: true),
                    ClothingSize = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ByHand = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TourSeats", x => new { x.TourId, x.RegistrationId });
                    table.ForeignKey(
                        name: "FK_TourSeats_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TourSeats_TourGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TourGroups",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_TourSeats_Tours_TourId",
                        column: x => x.TourId,
                        principalTable: "Tours",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceCorrections_RegistrationId",
                table: "AttendanceCorrections",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_JobEventId",
                table: "Attendances",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OrganisationId_At",
                table: "AuditEntries",
                columns: new[] { "OrganisationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OrganisationId_SubjectId",
                table: "AuditEntries",
                columns: new[] { "OrganisationId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_BusLines_JobEventId",
                table: "BusLines",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_BusSeats_LineId_Number",
                table: "BusSeats",
                columns: new[] { "LineId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BusSeats_StopId",
                table: "BusSeats",
                column: "StopId");

            migrationBuilder.CreateIndex(
                name: "IX_BusStop_LineId",
                table: "BusStop",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_TokenHash",
                table: "CalendarFeeds",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_UserId",
                table: "CalendarFeeds",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTasks_ContactId",
                table: "CaseTasks",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTasks_OrganisationId_DueOn",
                table: "CaseTasks",
                columns: new[] { "OrganisationId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTasks_StepId",
                table: "CaseTasks",
                column: "StepId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Codes_List_Code_ValidFrom",
                table: "Codes",
                columns: new[] { "List", "Code", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ParticipantId_Purpose_JobEventId",
                table: "Consents",
                columns: new[] { "ParticipantId", "Purpose", "JobEventId" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_ConsentId",
                table: "Contacts",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_EmployerId_ReleaseId",
                table: "Contacts",
                columns: new[] { "EmployerId", "ReleaseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_JobEventId_EmployerId",
                table: "Contacts",
                columns: new[] { "JobEventId", "EmployerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_OrganisationId_State",
                table: "Contacts",
                columns: new[] { "OrganisationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_ParticipantId",
                table: "Contacts",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_ReleaseId",
                table: "Contacts",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_DoorScans_JobEventId",
                table: "DoorScans",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_DoorScans_RegistrationId",
                table: "DoorScans",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerCalls_EmployerId",
                table: "EmployerCalls",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerCalls_JobEventId_EmployerId",
                table: "EmployerCalls",
                columns: new[] { "JobEventId", "EmployerId" });

            migrationBuilder.CreateIndex(
                name: "IX_EmployerFeedback_JobEventId",
                table: "EmployerFeedback",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerFiles_KeeperId",
                table: "EmployerFiles",
                column: "KeeperId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerNotes_EmployerId_ReleaseId",
                table: "EmployerNotes",
                columns: new[] { "EmployerId", "ReleaseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmployerNotes_JobEventId",
                table: "EmployerNotes",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_EmployerNotes_ReleaseId",
                table: "EmployerNotes",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_EventChanges_JobEventId_Id",
                table: "EventChanges",
                columns: new[] { "JobEventId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EventLogos_JobEventId",
                table: "EventLogos",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_EventSeries_Key",
                table: "EventSeries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventSeries_OrganisationId",
                table: "EventSeries",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_EventStages_JobEventId",
                table: "EventStages",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_EventTasks_JobEventId_DueOn",
                table: "EventTasks",
                columns: new[] { "JobEventId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_EventTasks_JobEventId_SourceKey",
                table: "EventTasks",
                columns: new[] { "JobEventId", "SourceKey" },
                unique: true,
                filter: "[SourceKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedEmployer_OrganisationId",
                table: "ExpectedEmployer",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackRequests_EmployerId",
                table: "FeedbackRequests",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackRequests_JobEventId_EmployerId",
                table: "FeedbackRequests",
                columns: new[] { "JobEventId", "EmployerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackRequests_TokenHash",
                table: "FeedbackRequests",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FloorPlans_JobEventId",
                table: "FloorPlans",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_OrganisationId",
                table: "ImportBatches",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_BatchId_State",
                table: "ImportRows",
                columns: new[] { "BatchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_InterpreterAssignments_AnswerTokenHash",
                table: "InterpreterAssignments",
                column: "AnswerTokenHash",
                unique: true,
                filter: "[AnswerTokenHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InterpreterAssignments_InterpreterId_Day",
                table: "InterpreterAssignments",
                columns: new[] { "InterpreterId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_InterpreterAssignments_JobEventId",
                table: "InterpreterAssignments",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_InterpreterAssignments_ParticipantId",
                table: "InterpreterAssignments",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_InterpreterConflicts_ParticipantId",
                table: "InterpreterConflicts",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Interpreters_OrganisationId_DisplayName",
                table: "Interpreters",
                columns: new[] { "OrganisationId", "DisplayName" });

            migrationBuilder.CreateIndex(
                name: "IX_Interpreters_UserId",
                table: "Interpreters",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_JobEventHost_OrganisationId",
                table: "JobEventHost",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_JobEvents_Date",
                table: "JobEvents",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_JobEvents_Key",
                table: "JobEvents",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobEvents_OrganisationId",
                table: "JobEvents",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_JobEvents_SeriesId",
                table: "JobEvents",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_EmployerId_State",
                table: "JobOffers",
                columns: new[] { "EmployerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_JobEventId_CopiedFromId",
                table: "JobOffers",
                columns: new[] { "JobEventId", "CopiedFromId" },
                unique: true,
                filter: "[JobEventId] IS NOT NULL AND [CopiedFromId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Key",
                table: "Organisations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_RegistrationId",
                table: "Outbox",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_SentAt_DueAt",
                table: "Outbox",
                columns: new[] { "SentAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_JobEventId",
                table: "Outcomes",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSteps_ContactId_Number",
                table: "OutcomeSteps",
                columns: new[] { "ContactId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSteps_JobEventId",
                table: "OutcomeSteps",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSteps_TakesBackId",
                table: "OutcomeSteps",
                column: "TakesBackId",
                unique: true,
                filter: "[TakesBackId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_OrganisationId_BornOn",
                table: "Participants",
                columns: new[] { "OrganisationId", "BornOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_OrganisationId_ChangedAt",
                table: "Participants",
                columns: new[] { "OrganisationId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_OrganisationId_CustomerNumber",
                table: "Participants",
                columns: new[] { "OrganisationId", "CustomerNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_OrganisationId_MergedIntoId_SortName",
                table: "Participants",
                columns: new[] { "OrganisationId", "MergedIntoId", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaceQuotas_OrganisationId",
                table: "PlaceQuotas",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRunItems_ParticipantId",
                table: "PrintRunItems",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRunItems_PrintRunId",
                table: "PrintRunItems",
                column: "PrintRunId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRunItems_ReleaseId_CopyNumber",
                table: "PrintRunItems",
                columns: new[] { "ReleaseId", "CopyNumber" },
                unique: true,
                filter: "[ReleaseId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRuns_JobEventId_FolderNumber",
                table: "PrintRuns",
                columns: new[] { "JobEventId", "FolderNumber" },
                unique: true,
                filter: "[JobEventId] IS NOT NULL AND [FolderNumber] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRuns_OrganisationId_PrintedAt",
                table: "PrintRuns",
                columns: new[] { "OrganisationId", "PrintedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileReleases_Chiffre",
                table: "ProfileReleases",
                column: "Chiffre",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileReleases_ConsentId",
                table: "ProfileReleases",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileReleases_JobEventId_OrganisationId",
                table: "ProfileReleases",
                columns: new[] { "JobEventId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileReleases_ParticipantId_JobEventId_Generation",
                table: "ProfileReleases",
                columns: new[] { "ParticipantId", "JobEventId", "Generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileReleases_ShortProfileId",
                table: "ProfileReleases",
                column: "ShortProfileId");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileReleases_Token",
                table: "ProfileReleases",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileTransitions_ShortProfileId",
                table: "ProfileTransitions",
                column: "ShortProfileId");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileViews_JobEventId_EmployerId",
                table: "ProfileViews",
                columns: new[] { "JobEventId", "EmployerId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileViews_ReleaseId_UserId_At",
                table: "ProfileViews",
                columns: new[] { "ReleaseId", "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeItems_JobEventId",
                table: "ProgrammeItems",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeItems_RoomId",
                table: "ProgrammeItems",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeItems_StageId",
                table: "ProgrammeItems",
                column: "StageId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_JobEventId_ParticipantId",
                table: "Registrations",
                columns: new[] { "JobEventId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_OrganisationId_JobEventId",
                table: "Registrations",
                columns: new[] { "OrganisationId", "JobEventId" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ParticipantId",
                table: "Registrations",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_TicketCode",
                table: "Registrations",
                column: "TicketCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderRules_JobEventId_Kind_State_DaysBefore",
                table: "ReminderRules",
                columns: new[] { "JobEventId", "Kind", "State", "DaysBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_RegistrationId",
                table: "Reminders",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Rooms_JobEventId",
                table: "Rooms",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledTalks_EmployerId",
                table: "ScheduledTalks",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledTalks_InterpreterId",
                table: "ScheduledTalks",
                column: "InterpreterId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledTalks_JobEventId_EmployerId",
                table: "ScheduledTalks",
                columns: new[] { "JobEventId", "EmployerId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledTalks_RegistrationId",
                table: "ScheduledTalks",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_ScheduledTalks_ScheduleId_RegistrationId_EmployerId",
                table: "ScheduledTalks",
                columns: new[] { "ScheduleId", "RegistrationId", "EmployerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchTokens_OrganisationId_Token_ParticipantId",
                table: "SearchTokens",
                columns: new[] { "OrganisationId", "Token", "ParticipantId" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTokens_ParticipantId",
                table: "SearchTokens",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_SeriesMember_OrganisationId",
                table: "SeriesMember",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_ShortProfiles_OrganisationId_State",
                table: "ShortProfiles",
                columns: new[] { "OrganisationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ShortProfiles_ParticipantId",
                table: "ShortProfiles",
                column: "ParticipantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInCodes_UserId_SentAt",
                table: "SignInCodes",
                columns: new[] { "UserId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Sites_OrganisationId",
                table: "Sites",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Stands_FloorPlanId",
                table: "Stands",
                column: "FloorPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_Stands_JobEventId_Number",
                table: "Stands",
                columns: new[] { "JobEventId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stands_OrganisationId",
                table: "Stands",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkSchedules_JobEventId_Number",
                table: "TalkSchedules",
                columns: new[] { "JobEventId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalkSchedules_PublishedFor",
                table: "TalkSchedules",
                column: "PublishedFor",
                unique: true,
                filter: "[PublishedFor] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TalkTimes_JobEventId",
                table: "TalkTimes",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkTimes_StageId",
                table: "TalkTimes",
                column: "StageId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkVenues_EmployerId",
                table: "TalkVenues",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkVenues_JobEventId_EmployerId",
                table: "TalkVenues",
                columns: new[] { "JobEventId", "EmployerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TourGroups_InterpreterAssignmentId",
                table: "TourGroups",
                column: "InterpreterAssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TourGroups_TourId_Number",
                table: "TourGroups",
                columns: new[] { "TourId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tours_HostId",
                table: "Tours",
                column: "HostId");

            migrationBuilder.CreateIndex(
                name: "IX_Tours_JobEventId",
                table: "Tours",
                column: "JobEventId");

            migrationBuilder.CreateIndex(
                name: "IX_Tours_ProgrammeItemId",
                table: "Tours",
                column: "ProgrammeItemId");

            migrationBuilder.CreateIndex(
                name: "IX_TourSeats_GroupId",
                table: "TourSeats",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_TourSeats_RegistrationId",
                table: "TourSeats",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_UserInvitations_OrganisationId",
                table: "UserInvitations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_UserInvitations_TokenHash",
                table: "UserInvitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Users_OrganisationId",
                table: "Users",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WalkIns_JobEventId",
                table: "WalkIns",
                column: "JobEventId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AttendanceCorrections");

            migrationBuilder.DropTable(
                name: "Attendances");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "BusSeats");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "CaseTasks");

            migrationBuilder.DropTable(
                name: "Codes");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DoorScans");

            migrationBuilder.DropTable(
                name: "EmployerCalls");

            migrationBuilder.DropTable(
                name: "EmployerFeedback");

            migrationBuilder.DropTable(
                name: "EmployerFiles");

            migrationBuilder.DropTable(
                name: "EmployerNotes");

            migrationBuilder.DropTable(
                name: "EventChanges");

            migrationBuilder.DropTable(
                name: "EventLogos");

            migrationBuilder.DropTable(
                name: "EventTasks");

            migrationBuilder.DropTable(
                name: "ExpectedEmployer");

            migrationBuilder.DropTable(
                name: "FeedbackRequests");

            migrationBuilder.DropTable(
                name: "ImportRows");

            migrationBuilder.DropTable(
                name: "InterpreterConflicts");

            migrationBuilder.DropTable(
                name: "JobEventHost");

            migrationBuilder.DropTable(
                name: "JobOffers");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "OutcomeSteps");

            migrationBuilder.DropTable(
                name: "PlaceQuotas");

            migrationBuilder.DropTable(
                name: "PrintRunItems");

            migrationBuilder.DropTable(
                name: "ProfileTransitions");

            migrationBuilder.DropTable(
                name: "ProfileViews");

            migrationBuilder.DropTable(
                name: "RememberedHeadings");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "ScheduledTalks");

            migrationBuilder.DropTable(
                name: "SearchTokens");

            migrationBuilder.DropTable(
                name: "SeriesMember");

            migrationBuilder.DropTable(
                name: "SignInCodes");

            migrationBuilder.DropTable(
                name: "Sites");

            migrationBuilder.DropTable(
                name: "Stands");

            migrationBuilder.DropTable(
                name: "TalkSteps");

            migrationBuilder.DropTable(
                name: "TalkTimes");

            migrationBuilder.DropTable(
                name: "TalkVenues");

            migrationBuilder.DropTable(
                name: "TourSeats");

            migrationBuilder.DropTable(
                name: "UserInvitations");

            migrationBuilder.DropTable(
                name: "WalkIns");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "BusStop");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "PrintRuns");

            migrationBuilder.DropTable(
                name: "ReminderRules");

            migrationBuilder.DropTable(
                name: "FloorPlans");

            migrationBuilder.DropTable(
                name: "TalkSchedules");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "TourGroups");

            migrationBuilder.DropTable(
                name: "BusLines");

            migrationBuilder.DropTable(
                name: "ProfileReleases");

            migrationBuilder.DropTable(
                name: "InterpreterAssignments");

            migrationBuilder.DropTable(
                name: "Tours");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ShortProfiles");

            migrationBuilder.DropTable(
                name: "Interpreters");

            migrationBuilder.DropTable(
                name: "ProgrammeItems");

            migrationBuilder.DropTable(
                name: "Participants");

            migrationBuilder.DropTable(
                name: "EventStages");

            migrationBuilder.DropTable(
                name: "Rooms");

            migrationBuilder.DropTable(
                name: "JobEvents");

            migrationBuilder.DropTable(
                name: "EventSeries");

            migrationBuilder.DropTable(
                name: "Organisations");
        }
    }
}
