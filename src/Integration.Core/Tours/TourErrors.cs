using Integration.Common;

namespace Integration.Tours;

/// <summary>What can go wrong with tours.</summary>
public static class TourErrors
{
    /// <summary>The group holds nobody more.</summary>
    public static Error GroupFull { get; } = new("Tour_GroupFull");

    /// <summary>The gathering is after the begin.</summary>
    public static Error MeetsAfterStart { get; } = new("Tour_MeetsAfterStart") { Field = nameof(Tour.MeetsAt) };

    /// <summary>A number of people or minutes that no tour has.</summary>
    public static Error WrongNumbers { get; } = new("Tour_WrongNumbers") { Field = nameof(Tour.Capacity) };

    /// <summary>More people are in a group than it would hold.</summary>
    public static Error TooSmall { get; } = new("Tour_TooSmall") { Field = nameof(Tour.Capacity) };

    /// <summary>The host is no employer that is expected and no organisation that takes part.</summary>
    public static Error UnknownHost { get; } = new("Tour_UnknownHost") { Field = nameof(Tour.HostId) };

    /// <summary>A shoe size that no shop has.</summary>
    public static Error ShoeSize { get; } = new("Tour_ShoeSize", TourSeat.LeastShoeSize, TourSeat.MostShoeSize);

    /// <summary>Nobody can be put into a group: nobody comes, or all walk with other tours at that time.</summary>
    public static Error Nobody { get; } = new("Tour_Nobody");
}
