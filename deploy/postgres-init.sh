#!/bin/sh
# Runs once, when the database server starts on an empty folder: makes roles and database.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres \
	--set database=imago \
	--set owner_password="$OWNER_PASSWORD" \
	--set app_password="$APP_PASSWORD" \
	--file /imago/postgres-roles.sql
