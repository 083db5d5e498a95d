#!/usr/bin/env bash
# Dumps the database beside the earlier dumps. Only a dump that is whole gets its name, and only after it do old ones go.
set -euo pipefail
umask 077
folder=${BACKUP_FOLDER:-/backup}
dump=$folder/app-$(date -u +%Y%m%dT%H%M%SZ).sql.gz

rm -f "$folder"/*.unfinished
trap 'rm -f "$dump.unfinished"' EXIT

# One snapshot without locking anybody out; the comment with the position in the binary log lets it be rolled forward.
mysqldump --defaults-extra-file=<(printf '[client]\npassword=%s\n' "$BACKUP_PASSWORD") \
  --host="${DATABASE_HOST:-mysql}" --port="${DATABASE_PORT:-3306}" --user=backup --ssl-mode=REQUIRED \
  --single-transaction --source-data=2 --set-gtid-purged=OFF --no-tablespaces --hex-blob --loose-skip-masking-policies \
  --default-character-set=utf8mb4 app | gzip > "$dump.unfinished"

# mysqldump ends with a line that says so; one that was cut off does not.
gzip --test "$dump.unfinished"
if ! gzip -dc "$dump.unfinished" | tail -n 1 | grep -q '^-- Dump completed'; then
  echo "The dump is not complete; earlier ones are left as they are" >&2
  exit 1
fi
if ! gzip -dc "$dump.unfinished" | grep -q 'CREATE TABLE `flyway_schema_history`'; then
  echo "The dump is not one of this service; earlier ones are left as they are" >&2
  exit 1
fi
sync
mv "$dump.unfinished" "$dump"

find "$folder" -maxdepth 1 -name 'app-*.sql.gz' -mtime "+${BACKUP_KEEP_DAYS:-14}" ! -path "$dump" -delete
ls -l "$folder"
