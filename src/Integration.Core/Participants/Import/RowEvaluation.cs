using Integration.Common;

namespace Integration.Participants.Import;

/// <summary>What is to be done with a row.</summary>
internal sealed record RowPlan(ImportRow Row, ReadRow Read)
{
    /// <summary>The known person to update; <see langword="null"/> for a new one.</summary>
    public ParticipantId? Target { get; init; }

    /// <summary>The earlier row of the same file whose person this is; <see langword="null"/> for none.</summary>
    public RowPlan? Earlier { get; init; }

    /// <summary>Whether the row goes in.</summary>
    public bool GoesIn => !Row.Applied && Row.State is ImportRowState.New or ImportRowState.Changed or ImportRowState.Unchanged;
}

/// <summary>Says of each row of a file, in order, what it would do. Changes rows only in memory; rows that are in stay as they are.</summary>
internal sealed class RowEvaluation(KnownPeople known, RowReader reader)
{
    private readonly Dictionary<string, Claim> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, List<Claim>> _births = [];
    private readonly HashSet<ParticipantId> _claimed = [];

    /// <summary>Evaluates the rows. What changes in known people is not found out here; see <see cref="ImportWork"/>.</summary>
    public List<RowPlan> Evaluate(IEnumerable<ImportRow> rows) => rows.OrderBy(row => row.Row).Select(Evaluate).ToList();

    private RowPlan Evaluate(ImportRow row)
    {
        if (row.Applied)
        {
            // Its cells are deleted; it stands for the person it became.
            var plan = new RowPlan(row, new ReadRow()) { Target = row.ParticipantId };
            if (known.WithId(row.ParticipantId) is { } person)
            {
                Take(plan, person.Identity, person.Id);
            }

            return plan;
        }

        var read = reader.Read(row.Cells);
        row.ParticipantId = null;
        row.ChangedFields = [];
        if (read.Blocked)
        {
            (row.State, row.Findings) = (ImportRowState.Error, read.Findings);
            return new RowPlan(row, read);
        }

        var draft = read.Draft;
        var identity = new Identity(draft.CustomerNumber, draft.FamilyName, draft.GivenName, draft.BornOn);
        var match = Match(identity);
        row.Findings = match.Reason is null ? read.Findings : [.. read.Findings, match.Reason];
        row.ParticipantId = match.Known;
        var result = Decide(row, read, match);
        if (result.GoesIn)
        {
            Take(result, identity, result.Target);
        }

        return result;
    }

    private static RowPlan Decide(ImportRow row, ReadRow read, Matched match)
    {
        var samePerson = new RowPlan(row, read) { Target = match.Known, Earlier = match.Known is null ? match.Earlier : null };
        if (match.Reason is null)
        {
            row.State = match.Known is null ? ImportRowState.New : ImportRowState.Unchanged;
            return samePerson;
        }

        switch (row.Decision)
        {
            case DuplicateDecision.SamePerson:
                row.State = ImportRowState.Unchanged;
                return samePerson;
            case DuplicateDecision.AnotherPerson:
                row.State = ImportRowState.New;
                row.ParticipantId = null;
                return new RowPlan(row, read);
            default:
                row.State = ImportRowState.PossibleDuplicate;
                return samePerson;
        }
    }

    private Matched Match(Identity identity)
    {
        if (identity.Number.Length > 0 && _numbers.TryGetValue(identity.Number, out var claim))
        {
            return InFile("Import_SameNumberInFile", claim, identity.Number);
        }

        if (known.WithNumber(identity.Number) is { } numbered)
        {
            return numbered.Identity.Name != identity.Name && numbered.Identity.BornOn != identity.BornOn && numbered.Identity.BornOn is not null
                ? Known("Import_NumberOfAnother", numbered, identity.Number)
                : _claimed.Contains(numbered.Id) ? Known("Import_SamePersonKnown", numbered, identity.FullName)
                : new Matched(numbered.Id, null, null);
        }

        var claims = identity.BornOn is { } born ? _births.GetValueOrDefault(born, []) : [];
        var candidates = known.BornOn(identity.BornOn).ToList();
        var sameName = candidates.FindAll(person => person.Identity.Name == identity.Name);
        // A list without numbers must find its people again; a person with a number is somebody to ask about.
        if (identity.Number.Length == 0 && sameName.Find(person => person.Identity.Number.Length == 0 && !_claimed.Contains(person.Id)) is { } unnumbered)
        {
            return new Matched(unnumbered.Id, null, null);
        }

        if (claims.Find(other => other.Identity.Name == identity.Name) is { } sameInFile)
        {
            return InFile("Import_SamePersonInFile", sameInFile, identity.FullName);
        }

        if (sameName.Count > 0)
        {
            return Known("Import_SamePersonKnown", sameName[0], identity.FullName);
        }

        if (claims.Find(other => other.Identity.SoundsLike(identity)) is { } similarInFile)
        {
            return InFile("Import_SimilarPersonInFile", similarInFile, identity.FullName);
        }

        return candidates.Find(person => person.Identity.SoundsLike(identity)) is { } similar
            ? Known("Import_SimilarPersonKnown", similar, identity.FullName)
            : new Matched(null, null, null);
    }

    private Matched InFile(string reason, Claim claim, string value)
    {
        var row = claim.Plan.Row.Row.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Matched(claim.Person, claim.Plan, Finding(reason, value, [row, CellText.Shown(claim.Identity.FullName)]));
    }

    private Matched Known(string reason, KnownPerson person, string value) =>
        new(person.Id, null, Finding(reason, value, [CellText.Shown(person.Identity.FullName), person.Identity.Number.Length == 0 ? "–" : person.Identity.Number]));

    private ImportFinding Finding(string reason, string value, string[] arguments) =>
        new(reader.HeadingOf(reason.Contains("Number", StringComparison.Ordinal) ? ImportColumn.CustomerNumber : ImportColumn.FamilyName), reason, CellText.Shown(value), false)
        {
            Arguments = arguments,
        };

    private void Take(RowPlan plan, Identity identity, ParticipantId? person)
    {
        var claim = new Claim(plan, identity, person);
        if (identity.Number.Length > 0)
        {
            _numbers.TryAdd(identity.Number, claim);
        }

        if (identity.BornOn is { } born)
        {
            if (!_births.TryGetValue(born, out var claims))
            {
                _births[born] = claims = [];
            }

            claims.Add(claim);
        }

        if (person is { } id)
        {
            _claimed.Add(id);
        }
    }

    private sealed record Claim(RowPlan Plan, Identity Identity, ParticipantId? Person);

    private sealed record Matched(ParticipantId? Known, RowPlan? Earlier, ImportFinding? Reason);
}
