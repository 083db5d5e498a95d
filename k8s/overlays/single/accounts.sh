#!/usr/bin/env bash
# Writes what the server runs at each start: the database and its accounts. A password changed in the Secret is in force after
# a restart, and a first start that broke off is made good by the next.
set -euo pipefail
umask 077

account() { # NAME PASSWORD
  if [[ ! $2 =~ ^[A-Za-z0-9]{24,}$ ]]; then
    echo "The password of '$1' in the Secret 'database-passwords' must be 24 or more letters and digits" >&2
    exit 1
  fi
  echo "create user if not exists '$1'@'%' identified by '$2';"
  echo "alter user '$1'@'%' identified by '$2';"
}

{
  # Each server has its own: they are no part of what is replayed.
  echo "set sql_log_bin = 0;"
  echo "create database if not exists app character set utf8mb4 collate utf8mb4_bin;"
  # Gets its rights table by table from the migration: nothing but adding on the ledger and the audit trail.
  account service "$SERVICE_PASSWORD"
  account migration "$MIGRATION_PASSWORD"
  echo "grant all on app.* to 'migration'@'%' with grant option;"
  # Reads everything and changes nothing; the last three for the position in the binary log.
  account backup "$BACKUP_PASSWORD"
  echo "grant select, show view, event, trigger, lock tables on app.* to 'backup'@'%';"
  echo "grant reload, process, replication client on *.* to 'backup'@'%';"
} > "${ACCOUNTS_FILE:-/run/accounts/accounts.sql}"
