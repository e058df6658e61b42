namespace Integration.Profiles.Lint;

/// <summary>What a finding is about.</summary>
public enum LintRule
{
    /// <summary>Family, given or badge name of the person.</summary>
    Name,

    /// <summary>The person's initials.</summary>
    Initials,

    /// <summary>A year or a full date.</summary>
    Year,

    /// <summary>Age or year of birth.</summary>
    Age,

    /// <summary>Country, region of origin, adjective of it, or name of its people.</summary>
    Country,

    /// <summary>A section of a law that is not about a trade.</summary>
    Paragraph,

    /// <summary>A word that reveals residence, health, family, benefits and the like.</summary>
    TriggerWord,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail or web address.</summary>
    Email,

    /// <summary>Street or postal code.</summary>
    Address,

    /// <summary>Number that an authority gave the person.</summary>
    CustomerNumber,

    /// <summary>A line longer than the sheet sets well.</summary>
    LongLine,

    /// <summary>More lines than the block holds.</summary>
    TooManyLines,

    /// <summary>A block that every sheet needs is empty.</summary>
    Missing,

    /// <summary>A block that the sheet should have is empty or short.</summary>
    Sparse,

    /// <summary>An adjective about character without anything to show for it.</summary>
    Character,

    /// <summary>A title of an occupation that tells the sex.</summary>
    GenderedTitle,

    /// <summary>Occupation, place and languages together tell at the event who it is.</summary>
    RareCombination,
}

/// <summary>What a finding does.</summary>
public enum LintSeverity
{
    /// <summary>A hint; nothing waits for it.</summary>
    Advice,

    /// <summary>The profile cannot be checked or released until it is mended or let stand with a reason.</summary>
    Blocks,
}
