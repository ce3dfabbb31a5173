#!/usr/bin/env bash
# The packaged suite, from outside: starts it fresh in a folder of its own, follows one case over
# HTTP into the figure of its village, and stops it. Last line: "N passed, N failed".
# FENGQIAO_SMOKE_IDENTITY=keycloak runs it with Keycloak.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export FENGQIAO_HOME="${FENGQIAO_SMOKE_HOME:-$root/target/smoke}"
identity="${FENGQIAO_SMOKE_IDENTITY:-demo}"
passed=0
failed=0

check() { # what, expected, actual
    if [[ "$2" == "$3" ]]; then
        passed=$((passed + 1))
        echo "ok    $1: $3"
    else
        failed=$((failed + 1))
        echo "FAIL  $1: expected $2, got $3"
        [[ -z "${body:-}" ]] || echo "      last answer: ${body:0:400}"
    fi
}

# call METHOD URL TOKEN [JSON]: sets status, body and etag; a POST states the etag it has seen.
call() {
    local arguments=(-s -X "$1" -D "$FENGQIAO_HOME/run/headers" -o "$FENGQIAO_HOME/run/body"
        -w '%{http_code}' -H "Authorization: Bearer $3" -H 'Accept-Language: en')
    if [[ "$1" == POST ]]; then
        arguments+=(-H 'Content-Type: application/json' -d "$4"
            -H "Idempotency-Key: smoke-$$-$RANDOM$RANDOM")
        [[ -z "$etag" ]] || arguments+=(-H "If-Match: $etag")
    fi
    status="$(curl "${arguments[@]}" "$2")"
    body="$(cat "$FENGQIAO_HOME/run/body")"
    etag="$(tr -d '\r' <"$FENGQIAO_HOME/run/headers" | sed -n 's/^[Ee][Tt]ag: //p')"
}

figure() { # indicator division period
    curl -s -H "Authorization: Bearer $TOKEN_TOWNSHIP" \
        "$REPORTING_URL/reporting/v1/figures?indicator=$1&division=$2&period=$3" |
        jq -r '.figures[0].value // 0'
}

# becomes EXPECTED indicator division period: the last value seen within two (or $patience) seconds
becomes() {
    local end=$(($(date +%s%N) + ${patience:-2} * 1000000000)) value
    while value="$(figure "${@:2}")" && [[ "$value" != "$1" && $(date +%s%N) -lt $end ]]; do
        sleep 0.05
    done
    echo "$value"
}

step() { # sub-resource, JSON
    call POST "$case_url/$1" "$TOKEN_VILLAGE" "$2"
    check "$1" 200 "$status"
}

follow_one_case() {
    local today month village=410423106201 other=410423106202 township=410423106000
    today="$(TZ=Asia/Shanghai date +%F)"
    month="${today:0:7}"
    local before_village before_other before_township
    before_village="$(figure M-01 $village "$month")"
    before_other="$(figure M-01 $other "$month")"
    before_township="$(figure M-01 $township "${today:0:4}")"

    etag=""
    call GET "$MEDIATION_URL/mediation/v1/committees" "$TOKEN_VILLAGE"
    local committee
    committee="$(jq -r '.items[0].id' <<<"$body")"
    etag=""
    call POST "$MEDIATION_URL/mediation/v1/cases" "$TOKEN_VILLAGE" '{
        "committeeId": "'"$committee"'", "source": "ON_APPLICATION", "disputeType": "02",
        "personsInvolved": 2, "summary": "院墙滴水",
        "parties": [{"role": "APPLICANT", "kind": "PERSON", "name": "赵冒烟"},
                    {"role": "RESPONDENT", "kind": "PERSON", "name": "钱冒烟"}]}'
    check "registration" 201 "$status"
    local id
    id="$(jq -r '.id' <<<"$body")"
    case_url="$MEDIATION_URL/mediation/v1/cases/$id"
    step acceptance '{}'
    step sessions '{"record": "双方陈述"}'
    check "figure before the agreement" "$before_village" "$(figure M-01 $village "$month")"
    step agreement '{"form": "WRITTEN", "content": "改檐沟，费用各半"}'
    check "figure of the village and month within 2 s" $((before_village + 1)) \
        "$(becomes $((before_village + 1)) M-01 $village "$month")"
    check "figure of the township and year" $((before_township + 1)) \
        "$(figure M-01 $township "${today:0:4}")"
    check "figure of another village" "$before_other" "$(figure M-01 $other "$month")"
    call GET "$REPORTING_URL/reporting/v1/figures/M-01/$village/$month/receipt" "$TOKEN_TOWNSHIP"
    check "receipt names the case" 1 \
        "$(jq --arg id "$id" '[.records[] | select(.id == $id)] | length' <<<"$body")"
    check "receipt adds up" "$(jq .value <<<"$body")" \
        "$(jq '[.records[].contribution] | add' <<<"$body")"
    call GET "$case_url" "$TOKEN_SIGNER"
    check "no name without a purpose" false "$(jq 'tostring | contains("赵冒烟")' <<<"$body")"
}

follow_the_report() {
    local expected=(410 339 71 410 100 12) i
    for i in 0 1 2 3 4 5; do
        check "M-0$((i + 1)) of the township, 2024" "${expected[$i]}" \
            "$(figure "M-0$((i + 1))" 410423106000 2024)"
    done
}

follow_the_ledgers() {
    etag=""
    call GET "$MEDIATION_URL/mediation/v1/imports" "$TOKEN_TOWNSHIP"
    check "mediation ledgers of the demo imported" 5 "$(jq '.items | length' <<<"$body")"
    check "rejected rows of them" 0 "$(jq '[.items[].rejected] | add' <<<"$body")"
    call GET "$PETITION_URL/petition/v1/imports" "$TOKEN_TOWNSHIP"
    check "petition ledgers of the demo imported" 2 "$(jq '.items | length' <<<"$body")"
    check "rejected rows of them" 0 "$(jq '[.items[].rejected] | add' <<<"$body")"
}

# A letter to the county, sent down to the township, concluded there in time.
follow_one_petition() {
    local today before id township=410423106000
    today="$(TZ=Asia/Shanghai date +%F)"
    before="$(figure P-01 $township "${today:0:7}")"
    etag=""
    call POST "$PETITION_URL/petition/v1/petitions" "$TOKEN_COUNTY_PETITIONS" '{
        "form": "LETTER", "source": "DIRECT", "purpose": "SEEK_SETTLEMENT", "contentClass": "010200",
        "persons": 1, "request": "请求确认边界",
        "petitioners": [{"name": "孙冒烟", "address": "瓦屋村"}]}'
    check "petition registered at the county" 201 "$status"
    id="$(jq -r .id <<<"$body")"
    local url="$PETITION_URL/petition/v1/petitions/$id"
    etag=""
    call GET "$url" "$TOKEN_TOWNSHIP"
    check "the township does not see it yet" 404 "$status"
    etag='"1"'
    call POST "$url/transfer" "$TOKEN_COUNTY_PETITIONS" '{"toDivision": "'$township'"}'
    check "transfer" 200 "$status"
    call POST "$url/assignment" "$TOKEN_TOWNSHIP" '{"toDivision": "'$township'", "dueOn": "'"$today"'"}'
    check "a township does not assign, citing" "403 XF 22" "$status $(jq -r .legalBasis <<<"$body")"
    etag='"2"'
    call POST "$url/acceptance" "$TOKEN_TOWNSHIP" '{"route": "HANDLING_OPINION"}'
    check "acceptance" 200 "$status"
    check "figure P-01 within 2 s" $((before + 1)) \
        "$(becomes $((before + 1)) P-01 $township "${today:0:7}")"
    call POST "$url/conclusion" "$TOKEN_TOWNSHIP" '{"kind": "HANDLING_OPINION", "outcome": "SUPPORTED",
        "facts": "经丈量", "opinion": "支持", "legalBasis": "《土地管理法》"}'
    check "conclusion" CONCLUDED "$(jq -r .status <<<"$body")"
    call GET "$url" "$TOKEN_TOWNSHIP"
    check "no petitioner without a purpose" false "$(jq 'tostring | contains("孙冒烟")' <<<"$body")"
    check "an accusation has another door" 422 "$(etag="" && call POST \
        "$PETITION_URL/petition/v1/petitions" "$TOKEN_TOWNSHIP" '{"form": "LETTER", "source": "DIRECT",
        "purpose": "ACCUSATION", "contentClass": "990000", "persons": 1, "petitioners": []}' && echo "$status")"
    check "the calculator asks for no token" 2024-05-20 "$(curl -s \
        "$PETITION_URL/petition/v1/deadlines/calculation?rule=HANDLE&from=2024-03-19" | jq -r .dueOn)"
    seal_the_petition "$url" "$before"
}

# It turns out to accuse: it leaves the township and its figures, and the discipline organ has it.
seal_the_petition() { # petition's url, what P-01 was before it
    local accusation="$PETITION_URL/petition/v1/accusations" id
    etag=""
    call GET "$1" "$TOKEN_COUNTY_PETITIONS"
    call POST "$1/sealing" "$TOKEN_COUNTY_PETITIONS" '{"reason": "ACCUSATION_RECOGNISED",
        "accusedDivisions": ["410423106000"]}'
    check "sealing" '200 {"status":"MOVED","statusLabel":"移交"}' "$status $(jq -c . <<<"$body")"
    etag=""
    call GET "$1" "$TOKEN_TOWNSHIP"
    check "the township finds it no more" 404 "$status"
    check "figure P-01 without it within 2 s" "$2" "$(becomes "$2" P-01 410423106000 \
        "$(TZ=Asia/Shanghai date +%Y-%m)")"
    etag=""
    call POST "$accusation/receptions" "$TOKEN_DISCIPLINE" ''
    check "the discipline organ receives it" 201 "$status"
    id="$(jq -r .id <<<"$body")"
    check "it reads what is said, and not who says it" '请求确认边界 ***' "$(curl -s \
        -H "Authorization: Bearer $TOKEN_DISCIPLINE" -H 'Fengqiao-Purpose: CASE_HANDLING' \
        "$accusation/$id" | jq -r '"\(.text) \(.informers[0].name)"')"
    call GET "$accusation/$id" "$TOKEN_COUNTY_PETITIONS"
    check "who sealed it does not open it" 403 "$status"
    check "nor does a second handler who was not named" 404 "$(curl -s -o /dev/null -w '%{http_code}' \
        -H "Authorization: Bearer $TOKEN_DISCIPLINE_CHIEF" -H 'Fengqiao-Purpose: CASE_HANDLING' \
        "$accusation/$id")"
}

follow_the_petitions() {
    check "P-03 is a confirmed zero, not a silence" NIL_REPORTED "$(curl -s \
        -H "Authorization: Bearer $TOKEN_TOWNSHIP" \
        "$REPORTING_URL/reporting/v1/figures?indicator=P-03&division=410423106000&period=2024" |
        jq -r '.figures[0].status')"
    local expected=(13 100 0 1 3) i
    for i in 0 1 2 3 4; do
        check "P-0$((i + 1)) of the township, 2024" "${expected[$i]}" \
            "$(figure "P-0$((i + 1))" 410423106000 2024)"
    done
}

# ledger FILE YEAR ROWS: that many cases of one village, agreed in June
ledger() {
    {
        echo "编号,调委会,案件来源,纠纷类型,登记日期,受理日期,调解日期,当事人甲,当事人乙,涉及人数,调解结果,结案日期,协议形式"
        seq "$3" | sed "s/.*/&,$village_committee,主动调解,邻里,$2-06-01,$2-06-01,$2-06-02,甲&,乙&,2,调解成功,$2-06-03,口头/"
    } >"$1"
}

# import_field ID FIELD: also while the service is away
import_field() {
    curl -s -H "Authorization: Bearer $TOKEN_VILLAGE" "$MEDIATION_URL/mediation/v1/imports/$1" |
        jq -r "$2 // 0" || true
}

# The slow recount: every case of the village's year, page by page, each id once.
recount() { # division year
    local cursor="" ids="$FENGQIAO_HOME/run/ids"
    : >"$ids"
    while
        body="$(curl -s -H "Authorization: Bearer $TOKEN_VILLAGE" "$MEDIATION_URL/mediation/v1/cases?limit=200$(
        )&status=AGREED&registeredFrom=$2-01-01&registeredTo=$2-12-31$cursor")"
        jq -r --arg division "$1" '.items[] | select(.division == $division) | .id' <<<"$body" >>"$ids"
        cursor="$(jq -r '.next // empty' <<<"$body")"
        [[ -n "$cursor" ]]
    do cursor="&cursor=$cursor"; done
    sort -u "$ids" | wc -l
}

# A ledger is being imported when a process is killed: nothing is lost, nothing is doubled.
import_through_a_kill() { # name, pid file, year
    local rows=3000 file="$FENGQIAO_HOME/run/ledger.csv" village=410423106201 id accepted=0 at
    ledger "$file" "$3" $rows
    id="$(curl -s -H "Authorization: Bearer $TOKEN_VILLAGE" -H "Idempotency-Key: smoke-$$-$RANDOM" \
        -F kind=cases -F "year=$3" -F "file=@$file;type=text/csv" \
        "$MEDIATION_URL/mediation/v1/imports" | jq -r .id)"
    while ((accepted < 100)); do accepted="$(import_field "$id" .accepted)"; done
    kill -9 "$(head -n 1 "$2" | cut -d' ' -f1)"
    check "$1 killed in the middle of an import" yes "$( ((accepted < rows)) && echo yes || echo no)"
    at=$(date +%s)
    while [[ "$(import_field "$id" .status)" != DONE && $(date +%s) -lt $((at + 180)) ]]; do
        sleep 0.2
    done
    check "accepted rows after the kill" $rows "$(import_field "$id" .accepted)"
    check "rejected rows after the kill" 0 "$(import_field "$id" .rejected)"
    check "the figure after the kill" $rows "$(patience=60 becomes $rows M-01 $village "$3")"
    check "a slow recount" $rows "$(recount $village "$3")"
}

# The broker comes back without its data; the topics are filled again from the records.
wipe_the_broker() {
    local kafka="$FENGQIAO_HOME/kafka" kind
    mv "$kafka/data" "$kafka/gone"
    kill -9 "$(cut -d' ' -f1 "$kafka/broker.pid")"
    rm -rf "$kafka/gone"
    for kind in case committee mediator screening meeting; do
        etag=""
        call POST "$MEDIATION_URL/mediation/v1/replays" "$TOKEN_ADMIN" \
            '{"kind": "mediation.'$kind'.v1"}'
        check "replay of mediation.$kind.v1" 202 "$status"
    done
    for kind in petition visit supervision backlog proposal; do
        etag=""
        call POST "$PETITION_URL/petition/v1/replays" "$TOKEN_ADMIN" \
            '{"kind": "petition.'$kind'.v1"}'
        check "replay of petition.$kind.v1" 202 "$status"
    done
    replay_legal_kinds
}

# Count and digest of all records and versions at the source and in the facts.
parity() {
    local end=$(($(date +%s) + 300)) different=1
    while [[ "$different" != 0 && $(date +%s) -lt $end ]]; do
        etag=""
        call POST "$REPORTING_URL/reporting/v1/parity" "$TOKEN_ADMIN" ''
        different="$(jq '[.items[] | select(.status != "EQUAL")] | length' <<<"$body" || echo 1)"
    done
    check "kinds of record that differ between source and facts" 0 "$different"
}

# The official form counts in mediation's database, the figures in reporting's: column by column.
form_equals_figures() { # year
    local columns='{"ACCEPTED": "M-14", "MEDIATED": "M-01", "AGREED": "M-04", "NOT_AGREED": "M-15",
        "MEDIATED_OWN_INITIATIVE": "M-26-O", "MEDIATED_ON_APPLICATION": "M-26-A",
        "MEDIATED_REFERRED": "M-26-R", "AGREED_WRITTEN": "M-27-W", "AGREED_ORAL": "M-27-O",
        "DIFFICULT": "M-28", "PERSONS_INVOLVED": "M-19", "AGREED_AMOUNT": "M-12",
        "PERFORMED": "M-10", "CONFIRMED": "M-11", "SCREENING_ROUNDS": "M-07",
        "DISPUTES_FOUND": "M-08", "DISPUTES_PREVENTED": "M-09",
        "PREVENTED_CRIME": "M-20", "PREVENTED_CRIME_PERSONS": "M-20-P",
        "PREVENTED_GROUP_PETITION": "M-21", "PREVENTED_GROUP_PETITION_PERSONS": "M-21-P",
        "PREVENTED_SUICIDE": "M-22", "PREVENTED_SUICIDE_PERSONS": "M-22-P",
        "PREVENTED_GROUP_FIGHT": "M-23", "PREVENTED_GROUP_FIGHT_PERSONS": "M-23-P"}' form codes
    etag=""
    call GET "$MEDIATION_URL/mediation/v1/statistics?period=$1&division=410423106000" "$TOKEN_TOWNSHIP"
    form="$(jq --argjson columns "$columns" '[.total as $total | $columns | to_entries[]
        | {key: .value, value: $total[.key]}] | from_entries' <<<"$body")"
    codes="$(jq -r '[.[]] | join(",")' <<<"$columns")"
    call GET "$REPORTING_URL/reporting/v1/figures?indicator=$codes&division=410423106000&period=$1" \
        "$TOKEN_TOWNSHIP"
    check "columns of the official form of $1 that are no figure" "[]" \
        "$(jq -c --argjson form "$form" '[.figures[] | select((.value // 0) != $form[.indicator])
            | {(.indicator): [.value, $form[.indicator]]}]' <<<"$body")"
    check "columns compared" 25 "$(jq --argjson form "$form" \
        '[.figures[] | select($form[.indicator] != null)] | length' <<<"$body")"
}

healthy() {
    local service address
    for service in MEDIATION PETITION LEGAL REPORTING; do
        address="${service}_URL"
        check "${service,,}-service is ready" 200 "$(ready "${!address}")"
    done
}

guards() {
    check "anonymous" 401 \
        "$(curl -s -o /dev/null -w '%{http_code}' "$MEDIATION_URL/mediation/v1/cases")"
    etag=""
    call GET "$MEDIATION_URL/mediation/v1/cases" "$TOKEN_ADMIN"
    check "wrong scope" 403 "$status"
    call POST "$LEGAL_URL/legal/v1/institutions" "$TOKEN_COUNTY" '{}'
    check "the county reads registers and writes none" 403 "$status"
}

# shellcheck source=deploy/smoke/chain.sh
source "$root/deploy/smoke/chain.sh"
# shellcheck source=deploy/smoke/legal.sh
source "$root/deploy/smoke/legal.sh"
# shellcheck source=deploy/smoke/metrics.sh
source "$root/deploy/smoke/metrics.sh"
# shellcheck source=deploy/smoke/report.sh
source "$root/deploy/smoke/report.sh"
# shellcheck source=deploy/smoke/clients.sh
source "$root/deploy/smoke/clients.sh"
trap '"$root/deploy/down" >/dev/null' EXIT
"$root/deploy/up" --fresh --detach --identity "$identity"
# shellcheck source=/dev/null
source "$FENGQIAO_HOME/env"
if [[ "$identity" == keycloak ]]; then
    # Its tokens live 60 seconds: whatever comes next is given tokens of the last 20.
    renewed=$SECONDS
    renew() {
        if ((SECONDS - renewed > 20)); then
            renewed=$SECONDS
            # shellcheck source=/dev/null
            source "$FENGQIAO_HOME/env"
        fi
    }
    set -o functrace
    trap renew DEBUG
fi
healthy
follow_the_report
follow_the_ledgers
follow_the_legal_ledgers
follow_the_legal_figures
follow_the_petitions
follow_the_published_report
follow_one_case
follow_one_case_by_clients
follow_one_petition
follow_the_chain
form_equals_figures 2024
form_equals_figures "$(TZ=Asia/Shanghai date +%Y)"
guards
etag=""
call GET "$MEDIATION_URL/mediation/v1/committees" "$TOKEN_VILLAGE"
village_committee="$(jq -r '.items[0].name' <<<"$body")"
late_committee="$(jq -r '.items[0].id' <<<"$body")"
a_late_case_is_a_pending_revision
import_through_a_kill "mediation-service" "$FENGQIAO_HOME/run/mediation.pid" 2021
import_through_a_kill "broker" "$FENGQIAO_HOME/kafka/broker.pid" 2022
import_through_a_kill "PostgreSQL" "$FENGQIAO_HOME/postgres/data/postmaster.pid" 2023
wipe_the_broker
# The relay first gives up its place at the broker that is no more: 10 s for the commit, 5 s to close.
patience=90 follow_one_case
parity
parity_of_legal
void_a_joined_case
metrics_are_exposed
"$root/deploy/up" --detach | grep -q "already running" && again=yes || again=no
check "a second deploy/up finds it running" yes "$again"
trap - EXIT
"$root/deploy/down"
check "nothing listens after deploy/down" 000 \
    "$(curl -s -o /dev/null -w '%{http_code}' "$MEDIATION_URL/q/openapi" || true)"
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
