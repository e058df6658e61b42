using Integration.Common;

namespace Integration.Events;

/// <summary>A stand at an event: of an employer, a project or a partner (DOMAIN §5.23).</summary>
public class Stand : IVersioned, IOfEvent
{
    /// <summary>Longest number in characters.</summary>
    public const int NumberMaxLength = 8;

    /// <summary>Longest note in characters.</summary>
    public const int NoteMaxLength = 400;

    /// <summary>The id.</summary>
    public StandId Id { get; set; } = StandId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Number as on the sign; no two stands of an event have the same.</summary>
    public string Number { get; set; } = "";

    /// <summary>Whose it is; <see langword="null"/> while nobody has it.</summary>
    public OrganisationId? OrganisationId { get; set; }

    /// <summary>The plan it is drawn on; <see langword="null"/> for the plain grid.</summary>
    public FloorPlanId? FloorPlanId { get; set; }

    /// <summary>Left edge in thousandths of the plan's width.</summary>
    public int X { get; set; }

    /// <summary>Upper edge in thousandths of the plan's height.</summary>
    public int Y { get; set; }

    /// <summary>Width in thousandths of the plan's width.</summary>
    public int Width { get; set; } = StandPlace.DefaultWidth;

    /// <summary>Height in thousandths of the plan's height.</summary>
    public int Height { get; set; } = StandPlace.DefaultHeight;

    /// <summary>Languages spoken at the stand, codes of the list Languages.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Level of German from which work there is possible; <see langword="null"/> when nothing is said.</summary>
    public LanguageLevel? GermanFrom { get; set; }

    /// <summary>Whether it needs power.</summary>
    public bool Power { get; set; }

    /// <summary>Area in square metres.</summary>
    public int? AreaM2 { get; set; }

    /// <summary>Tables needed.</summary>
    public int? Tables { get; set; }

    /// <summary>Pin boards needed.</summary>
    public int? PinBoards { get; set; }

    /// <summary>People at the stand.</summary>
    public int? People { get; set; }

    /// <summary>Number plate of the vehicle that unloads; seen by those who lead the event alone.</summary>
    public string VehiclePlate { get; set; } = "";

    /// <summary>When they come to set up, local time.</summary>
    public TimeOnly? SetUpAt { get; set; }

    /// <summary>What else is to be known; seen by those who lead the event alone.</summary>
    public string Note { get; set; } = "";

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Its place on the plan.</summary>
    public StandPlace Place => new(X, Y, Width, Height);
}

/// <summary>A box on a plan, in thousandths of the plan's width and height.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct StandPlace(int X, int Y, int Width, int Height)
{
    /// <summary>The whole width or height.</summary>
    public const int Whole = 1000;

    /// <summary>Least width and height: what a finger can hit.</summary>
    public const int Least = 20;

    /// <summary>Width of a new stand.</summary>
    public const int DefaultWidth = 90;

    /// <summary>Height of a new stand.</summary>
    public const int DefaultHeight = 90;

    private const int Columns = 8;

    /// <summary>The same box, pushed back until it lies on the plan.</summary>
    public StandPlace OnPlan()
    {
        var (width, height) = (Math.Clamp(Width, Least, Whole), Math.Clamp(Height, Least, Whole));
        return new(Math.Clamp(X, 0, Whole - width), Math.Clamp(Y, 0, Whole - height), width, height);
    }

    /// <summary>Whether two boxes share ground.</summary>
    public bool Overlaps(StandPlace other) =>
        X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;

    /// <summary>Where a new stand goes: the first place of a row of eight that is still free, row by row; the first of all when none is.</summary>
    public static StandPlace NextFree(IReadOnlyCollection<StandPlace> taken)
    {
        var step = Whole / Columns;
        return Enumerable.Range(0, Columns * Columns)
            .Select(i => new StandPlace((i % Columns * step) + 15, (i / Columns * step) + 15, DefaultWidth, DefaultHeight))
            .Where(place => !taken.Any(place.Overlaps))
            .DefaultIfEmpty(new StandPlace(15, 15, DefaultWidth, DefaultHeight))
            .First();
    }
}

/// <summary>The picture of a hall on which stands are drawn.</summary>
public class FloorPlan : IVersioned, IOfEvent
{
    /// <summary>Largest picture in bytes: 2 MB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Longest name in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>The id.</summary>
    public FloorPlanId Id { get; set; } = FloorPlanId.New();

    /// <summary>The event.</summary>
    public JobEventId JobEventId { get; set; }

    /// <summary>Name of the hall.</summary>
    public string Name { get; set; } = "";

    /// <summary>The picture, PNG or JPEG.</summary>
    public byte[] Image { get; set; } = [];

    /// <summary>Its media type: <c>image/png</c> or <c>image/jpeg</c>.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Width in pixels.</summary>
    public int PixelWidth { get; set; }

    /// <summary>Height in pixels.</summary>
    public int PixelHeight { get; set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }
}
