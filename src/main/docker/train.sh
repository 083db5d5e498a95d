#!/usr/bin/env bash
# Makes the ahead-of-time cache: runs the package that is to be delivered on the database of the one that brings its own, has it
# serve pages, and keeps what the JVM has learned.
set -euo pipefail
trainer=$1
app=$2
data=$(mktemp -d)

await() { # PORT PID
  until curl -sf -o /dev/null "localhost:$1/q/health/ready"; do
    kill -0 "$2"
    sleep 0.5
  done
}

ended() { # PID: both end in good order after SIGTERM, which the JVM reports as 143
  kill "$1"
  wait "$1" || [[ $? == 143 ]]
}

APP_DATA_FOLDER=$data APP_DEMO=true APP_DEMO_PASSWORD=$(head -c 24 /dev/urandom | base64) QUARKUS_HTTP_PORT=18081 \
  java -jar "$trainer/quarkus-run.jar" > "$data/trainer.log" 2>&1 &
database=$!
await 18081 $database
password=$(sed -n 's/^service=//p' "$data/accounts.properties")

APP_KEYS_FOLDER=$data/keys QUARKUS_HTTP_PORT=18080 QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_FLYWAY_VALIDATE_AT_START=true \
  QUARKUS_DATASOURCE_JDBC_URL="jdbc:mysql://127.0.0.1:$(cat "$data/server.port")/app" \
  QUARKUS_DATASOURCE_USERNAME=service QUARKUS_DATASOURCE_PASSWORD=$password \
  java -XX:AOTCacheOutput="$app/service.aot" -XX:+UseG1GC -XX:MaxRAMPercentage=50 \
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager -jar "$app/service.jar" &
service=$!
await 18080 $service
for _ in 1 2 3; do
  for page in / /login /rankings /rules /organizations /ledger/digest /complaints /api/rankings/branches /q/health/ready; do
    curl -sf -o /dev/null -H 'Accept-Language: zh-CN' "localhost:18080$page"
  done
done
ended $service
ended $database
test -s "$app/service.aot"
rm -rf "$data"
