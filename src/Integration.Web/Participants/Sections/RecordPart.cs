using Integration.Common;
using Integration.Participants;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants.Sections;

/// <summary>One part of a participant's record.</summary>
public abstract class RecordPart<TSection> : ComponentBase
    where TSection : class, IParticipantSection
{
    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired] public TSection Section { get; set; } = null!;

    /// <summary>Saves it.</summary>
    [Parameter, EditorRequired] public Func<IParticipantSection, Task<Result<Saved>>> Save { get; set; } = null!;

    /// <summary>Id of the record.</summary>
    [Parameter, EditorRequired] public string Record { get; set; } = "";

    /// <summary>The code lists.</summary>
    [CascadingParameter] public CodePicks Codes { get; set; } = null!;

    /// <summary>The form.</summary>
    protected SectionForm? Form { get; set; }

    /// <summary>Adds a row.</summary>
    protected static void Add<T>(List<T> rows)
        where T : new() => rows.Add(new T());

    /// <summary>Takes a row away, which is saved like any other change.</summary>
    protected void Remove<T>(List<T> rows, T row)
    {
        rows.Remove(row);
        Form?.Touch();
    }
}
