#!/bin/bash
# At the first start: one database and one user for each service, which may do nothing elsewhere.
# /run/secrets/database-users: lines "name password".
set -euo pipefail
while read -r name password; do
    psql --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres \
        --set=name="$name" --set=password="$password" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect, temporary on database :"name" from public;
SQL
done </run/secrets/database-users
