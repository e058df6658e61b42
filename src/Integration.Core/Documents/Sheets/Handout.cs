using Integration.Printing;
using Integration.Profiles;

namespace Integration.Documents.Sheets;

/// <summary>The short profile as a handout: A5, two to an A4 sheet laid across, to be cut.</summary>
public static class Handout
{
    private const double Margin = 10.5 * Length.Millimetre;

    /// <summary>The handout of one profile.</summary>
    public static PageSequence Compose(ProfileContent content, SheetFacts facts, SheetLabels labels) =>
        ProfileSheet.Compose(content, facts, labels, SheetType.A5) with
        {
            Size = PageSize.A5,
            PagesPerSheet = 2,
            Margins = new Margins(9 * Length.Millimetre, Margin, 8 * Length.Millimetre, Margin),
        };
}
