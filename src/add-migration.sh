#!/usr/bin/env bash
# Adds a migration of the same name for all three servers: src/add-migration.sh Name
set -euo pipefail
name=${1:?name of the migration}
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build src/Integration.Web -v q -nologo -clp:ErrorsOnly
for provider in Sqlite SqlServer Postgres; do
  INTEGRATION_PROVIDER=$provider dotnet ef migrations add "$name" --no-build \
    --project "src/Integration.Migrations.$provider" --startup-project src/Integration.Web --output-dir Migrations
done
