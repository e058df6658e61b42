namespace Integration.Employers;

/// <summary>The establishment number (Betriebsnummer) of the Bundesagentur für Arbeit.</summary>
public static class EstablishmentNumber
{
    /// <summary>Length in digits.</summary>
    public const int Length = 8;

    /// <summary>Whether a text is a number that can have been given: eight digits, the last one right.</summary>
    /// <remarks>The first seven digits are weighted 1, 2, 1, 2, …; the digits of the products are added; the sum modulo 10 is the last digit.
    /// Numbers of a later range have that digit plus 5 (modulo 10). Source: common notification procedure of social insurance (DEÜV), field check of the
    /// Betriebsnummer; the same rule is described as M10-009 in <c>Algorithm::CheckDigits</c> and at pruefziffernberechnung.de. That a number is right
    /// does not say that it was given: the employer service vouches for that.</remarks>
    public static bool IsValid(string number)
    {
        if (number.Length != Length || !number.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            var product = (number[i] - '0') * ((i % 2) + 1);
            sum += (product / 10) + (product % 10);
        }

        var last = number[^1] - '0';
        return last == sum % 10 || last == (sum + 5) % 10;
    }

    /// <summary>Without the blanks people write for legibility.</summary>
    public static string Tidy(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c)));
}
