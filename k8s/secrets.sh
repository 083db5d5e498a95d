#!/usr/bin/env bash
# Makes the two Secrets an installation needs, once: the keys (they encrypt personal fields; lost keys lose those) and the
# passwords of the database's accounts. Keep a copy of the folder where neither the cluster nor its backups are.
#
#   k8s/secrets.sh FOLDER [KUBECTL OPTION...]      e.g. k8s/secrets.sh ~/shuangbaodao-keys --namespace shuangbaodao
set -euo pipefail
umask 077
folder=${1:?The folder to leave the keys in}
shift
if [[ -e $folder ]]; then
  echo "'$folder' exists. To create the Secret from keys you have: kubectl create secret generic service-keys --from-file=$folder" >&2
  exit 1
fi
password() { openssl rand -hex 24; }

kubectl create secret generic database-passwords "$@" --from-env-file=<(
  for account in root service migration backup; do
    echo "$account=$(password)"
  done
)

mkdir -p "$folder"
# Sessions are signed with one pair (ES256), daily digests of the ledger with the other (Ed25519).
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$folder/session-private.pem"
openssl genpkey -algorithm ED25519 -out "$folder/digest-private.pem"
for pair in session digest; do
  openssl pkey -in "$folder/$pair-private.pem" -pubout -out "$folder/$pair-public.pem"
done
# Personal fields are encrypted with one, found again by the other.
for key in field index; do
  openssl rand -base64 32 > "$folder/$key.key"
done
kubectl create secret generic service-keys --from-file="$folder" "$@"
