#!/usr/bin/env bash
# Puts a dump in the place of the database: the one named by RESTORE_FILE, otherwise the newest.
set -euo pipefail
folder=${BACKUP_FOLDER:-/backup}
server=(--host="${DATABASE_HOST:-mysql}" --port="${DATABASE_PORT:-3306}" --ssl-mode=REQUIRED --default-character-set=utf8mb4)

as() { # ACCOUNT PASSWORD [OPTION...]
  mysql --defaults-extra-file=<(printf '[client]\npassword=%s\n' "$2") "${server[@]}" --user="$1" "${@:3}"
}

if [[ -n ${RESTORE_FILE:-} ]]; then
  dump=$folder/$RESTORE_FILE
else
  dump=$(find "$folder" -maxdepth 1 -name 'app-*.sql.gz' | sort | tail -n 1)
fi
gzip --test "$dump"
gzip -dc "$dump" | tail -n 1 | grep -q '^-- Dump completed'

connected=$(as backup "$BACKUP_PASSWORD" -N -B -e "select count(*) from information_schema.processlist where user = 'service'")
if [[ $connected != 0 ]]; then
  echo "The service is connected: kubectl scale deployment/service --replicas=0, then again" >&2
  exit 1
fi

echo "Restoring $dump"
# Tables that came after the dump must not stay behind.
{
  echo "drop database if exists app;"
  echo "create database app character set utf8mb4 collate utf8mb4_bin;"
  echo "use app;"
  gzip -dc "$dump"
} | as migration "$MIGRATION_PASSWORD"
echo "Restored $dump. Now run the migration Job, then the service."
