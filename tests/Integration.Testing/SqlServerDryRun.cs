using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Integration.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Integration.Testing;

/// <summary>Translates every query that a test runs on SQLite for SQL Server as well and parses the T-SQL with Microsoft's own parser,
/// without a server. A query that SQL Server could not run fails the test that uses it.</summary>
public sealed class SqlServerDryRun : IQueryExpressionInterceptor
{
    private static readonly DbContextOptions<AppDbContext> Options = Configure();
    private static int _checked;

    /// <summary>The one instance.</summary>
    public static SqlServerDryRun Instance { get; } = new();

    /// <summary>Distinct queries checked so far in this process.</summary>
    public static int Checked => _checked;

    /// <inheritdoc/>
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        foreach (var sql in Translate(queryExpression))
        {
            Parse(sql);
        }

        Interlocked.Increment(ref _checked);
        return queryExpression;
    }

    /// <summary>Parses T-SQL.</summary>
    /// <exception cref="InvalidOperationException">It is not T-SQL.</exception>
    public static void Parse(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"Not T-SQL ({errors[0].Message}, line {errors[0].Line}): {sql}");
        }
    }

    private static List<string> Translate(Expression query)
    {
        using var db = new AppDbContext(Options);
        var visitor = new Rebind(db);
        var rebound = visitor.Visit(query);
        var sequence = rebound.Type.GetInterfaces().Append(rebound.Type)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var result = sequence is null ? rebound.Type : typeof(IEnumerable<>).MakeGenericType(sequence.GenericTypeArguments[0]);
        return (List<string>)typeof(SqlServerDryRun).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(result).Invoke(null, [db, rebound, visitor.Parameters])!;
    }

    private static List<string> Run<T>(AppDbContext db, Expression query, Dictionary<string, object?> parameters)
    {
        var execute = db.GetService<IDatabase>().CompileQuery<T>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
        {
            context.Parameters[name] = value;
        }

        Capture.Commands.Value = [];
        try
        {
            if (execute(context) is System.Collections.IEnumerable rows and not string)
            {
                foreach (var _ in rows)
                {
                    // Enumerating is what makes the command; the reader is empty.
                }
            }
        }
        catch (InvalidOperationException) when (Capture.Commands.Value.Count > 0)
        {
            // Single, First and Max say so of an empty result; the command was captured before.
        }

        return Capture.Commands.Value is { Count: > 0 } commands ? commands : throw new InvalidOperationException($"No command for {query}.");
    }

    private static DbContextOptions<AppDbContext> Configure()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=nowhere;Database=integration" }.Apply(builder);
        return builder.AddInterceptors(new NoConnection(), new Capture()).Options;
    }

    /// <summary>Moves a query from the SQLite model to SQL Server's, and gives each parameter a value of its type.</summary>
    private sealed class Rebind(AppDbContext db) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                Parameters[parameter.Name] = Sample(parameter.Type);
                return node;
            }

            return node is EntityQueryRootExpression root
                ? new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!)
                : base.VisitExtension(node);
        }

        private static object? Sample(Type type)
        {
            if (type == typeof(string))
            {
                return "x";
            }

            var element = type.IsArray ? type.GetElementType() : type.GetInterfaces().Append(type)
                .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];
            if (element is null)
            {
                return Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type);
            }

            var values = Array.CreateInstance(element, 2);
            return type.IsAssignableFrom(values.GetType()) ? values : Activator.CreateInstance(typeof(List<>).MakeGenericType(element), values);
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }

    private sealed class Capture : DbCommandInterceptor
    {
        public static AsyncLocal<List<string>?> Commands { get; } = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Commands.Value!.Add(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Commands.Value!.Add(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(0);
        }
    }
}
