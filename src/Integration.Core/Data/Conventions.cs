using Integration.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Integration.Data;

/// <summary>What holds for every property of the model, on every provider.</summary>
internal static class Conventions
{
    /// <summary>Longest text that is not said to be longer; keeps index keys within SQL Server's 1,700 bytes.</summary>
    public const int DefaultTextLength = 200;

    public static void UseProjectConventions(this ModelConfigurationBuilder builder)
    {
        foreach (var id in TypedIds())
        {
            builder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        }

        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        builder.Properties<string>().HaveMaxLength(DefaultTextLength);
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        // SQLite can neither order nor compare DateTimeOffset; Identity's lockout is the only one.
        builder.Properties<DateTimeOffset>().HaveConversion<OffsetToUtcConverter>();
    }

    private static IEnumerable<Type> TypedIds() =>
        typeof(UserId).Assembly.GetTypes().Where(type => type.IsValueType
            && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)));

    private sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
        where TId : struct, ITypedId<TId>
    {
        // An expression tree cannot call a static abstract member directly.
        private static TId From(Guid value) => TId.From(value);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class OffsetToUtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
}
