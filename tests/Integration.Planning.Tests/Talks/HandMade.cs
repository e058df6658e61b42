using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Talks;

/// <summary>A small event with every kind of rule, and a plan that keeps all of them, most of them just so.</summary>
internal static class HandMade
{
    public static TalkProblem Problem { get; } = new()
    {
        Slots = [new(0, 600, 613), new(0, 615, 628), new(0, 630, 643), new(1, 645, 658), new(1, 660, 673), new(1, 675, 688)],
        People =
        [
            new TalkPerson { Key = "P0", ArrivesAt = 600, LeavesAt = 673, Languages = ["ukr", "rus"] },
            new TalkPerson { Key = "P1", Languages = ["ukr"] },
            new TalkPerson { Key = "P2", LeavesAt = 643, BusySlots = [0], Languages = ["arb"] },
            new TalkPerson { Key = "P3" },
            new TalkPerson { Key = "P4", Languages = ["rus"], NotInterpretedBy = [1] },
            new TalkPerson { Key = "P5" },
        ],
        Hosts =
        [
            new TalkHost { Key = "H0", Tables = 2, GroupSize = 2 },
            new TalkHost { Key = "H1", Zone = 1, ClosedSlots = [0], Languages = ["rus"] },
        ],
        Interpreters =
        [
            new TalkInterpreter { Key = "I0", Languages = ["ukr"], From = 600, Until = 643, Working = [new(573, 585)] },
            new TalkInterpreter { Key = "I1", Languages = ["arb", "rus"] },
            new TalkInterpreter { Key = "I2", Languages = ["tir"] },
        ],
        Requests =
        [
            new TalkRequest { People = [0], Host = 0, Mutual = true, Weight = 3, Required = true },
            new TalkRequest { People = [1], Host = 0, Mutual = true },
            new TalkRequest { People = [2], Host = 0 },
            new TalkRequest { People = [3], Host = 0 },
            new TalkRequest { People = [4], Host = 1 },
            new TalkRequest { People = [3], Host = 1, Mutual = true, Slots = [3, 5] },
            new TalkRequest { People = [2], Host = 1 },
            new TalkRequest { People = [0], Host = 1 },
            new TalkRequest { People = [0, 3] },
            new TalkRequest { People = [1], Host = 1, Mutual = true },
            new TalkRequest { People = [5], Host = 0 },
        ],
        Fixed = [new FixedTalk(0, 0, 0, 0), new FixedTalk(3, 1)],
        Forbidden = [new ForbiddenTalk(1, 3)],
        Orders = [new TalkOrder(0, 7)],
        TablesInSlot = [1, 3, 2, 1, 1, 0],
        Rules = new TalkRules { GapSpread = 2, InterpreterStretch = 28, InterpreterPause = 15, InterpreterMost = 38 },
    };

    public static TalkPlan Plan { get; } = new(
    [
        new PlannedTalk(0, 0, 0, 0, "ukr"),
        new PlannedTalk(1, 0, 0, 0, "ukr"),
        new PlannedTalk(2, 1, 0, 1, "arb"),
        new PlannedTalk(3, 1, 1),
        new PlannedTalk(4, 1, 0, null, "rus"),
        new PlannedTalk(5, 3, 0),
        new PlannedTalk(6, 2, 0, 1, "arb"),
        new PlannedTalk(7, 4, 0, null, "rus"),
        new PlannedTalk(8, 2, 0, 0, "ukr"),
    ]);
}
