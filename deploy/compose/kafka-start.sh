#!/bin/bash
# Formats the log at the first start, the users' passwords with it, then runs the broker.
# /run/secrets/kafka-users: one argument of kafka-storage.sh per line, "name=…,password=…" inside.
set -euo pipefail
kafka=${KAFKA_HOME:-/opt/kafka}
properties=${KAFKA_PROPERTIES:-/run/secrets/kafka.properties}
users=()
while read -r user; do
    users+=(--add-scram "$user")
done <"${KAFKA_USERS:-/run/secrets/kafka-users}"
"$kafka/bin/kafka-storage.sh" format --ignore-formatted --cluster-id "$CLUSTER_ID" \
    --config "$properties" "${users[@]}"
exec "$kafka/bin/kafka-server-start.sh" "$properties"
