# shellcheck shell=bash
# The annual report of the demo: its figures are those of the real one, its edition is for anybody and proves itself, a
# later fact is a pending revision. Sourced by smoke.sh.

report_url() { echo "$REPORTING_URL/reporting/v1/reports/410423106000/2024$1"; }

# The real report's figures in its order (figures Q01 to Q22), and how they are printed there.
follow_the_published_report() {
    local printed="20余 5 20 19 180余 230 20 190余 6 3 5 12 410 410 339 71 100 0 1 3 13 100" file
    file="$FENGQIAO_HOME/run/edition.json"
    curl -s "$(report_url /editions/1)" >"$file"
    check "anybody reads the edition" 1 "$(jq -r .edition.number "$file")"
    check "its figures as the real report prints them" "$printed" "$(jq -r '[.edition.sections[].items[].paragraphs[]
        .pieces[] | select(.figure) | .text] | join(" ")' "$file")"
    check "its sections in the real order" "FIRST_RESPONSIBLE MEASURES SHORTCOMINGS NEXT_YEAR" \
        "$(jq -r '[.edition.sections[].kind] | join(" ")' "$file")"
    check "no record and no link in it" 0 "$(jq '[.. | objects | select(has("id") or has("href") or
        has("receipt"))] | length' "$file")"
    local format
    for format in html docx pdf xlsx; do
        curl -s "$(report_url "/editions/1?format=$format")" >"$FENGQIAO_HOME/run/edition.$format"
    done
    check "the documents verify offline" yes "$("$root/deploy/verify-edition" "$file" \
        "$FENGQIAO_HOME"/run/edition.{html,docx,pdf,xlsx} >/dev/null && echo yes || echo no)"
    sed 's/"value":410/"value":411/' "$file" >"$FENGQIAO_HOME/run/forged.json"
    check "a forged one does not" no "$("$root/deploy/verify-edition" "$FENGQIAO_HOME/run/forged.json" \
        >/dev/null 2>&1 && echo yes || echo no)"
    etag=""
    call GET "$(report_url /editions/1/verification)" "$TOKEN_TOWNSHIP"
    check "the service recomputes it" true "$(jq .intact <<<"$body")"
    check "figures recomputed" 22 "$(jq '[.figures[] | select(.intact)] | length' <<<"$body")"
    call GET "$(report_url /editions/1/figures/M-01/receipt)" "$TOKEN_TOWNSHIP"
    check "its 410 are these" 410 "$(jq .recordCount <<<"$body")"
    curl -s -H "Authorization: Bearer $TOKEN_TOWNSHIP" "$(report_url '/editions/1/records?format=jsonl')" \
        >"$FENGQIAO_HOME/run/lists.jsonl"
    check "the lists verify offline" yes "$("$root/deploy/verify-edition" "$file" \
        "$FENGQIAO_HOME/run/lists.jsonl" >/dev/null && echo yes || echo no)"
    call GET "$(report_url /pending-revision)" "$TOKEN_TOWNSHIP"
    check "nothing has changed since" false "$(jq .pending <<<"$body")"
}

# A case of 2024 that is entered now: 410 → 411, and the edition stays.
a_late_case_is_a_pending_revision() {
    local before id
    before="$(curl -s "$(report_url /editions/1)" | sha256sum)"
    etag=""
    call POST "$MEDIATION_URL/mediation/v1/cases" "$TOKEN_VILLAGE" '{
        "committeeId": "'"$late_committee"'", "source": "ON_APPLICATION", "disputeType": "02",
        "personsInvolved": 2, "on": "2024-12-27", "summary": "补登",
        "parties": [{"role": "APPLICANT", "kind": "PERSON", "name": "赵补登"},
                    {"role": "RESPONDENT", "kind": "PERSON", "name": "钱补登"}]}'
    check "a late registration" 201 "$status"
    id="$(jq -r .id <<<"$body")"
    case_url="$MEDIATION_URL/mediation/v1/cases/$id"
    step acceptance '{"on": "2024-12-27"}'
    step sessions '{"on": "2024-12-28", "record": "调解"}'
    step agreement '{"on": "2024-12-30", "form": "ORAL", "content": "和解"}'
    check "the figure" 411 "$(becomes 411 M-01 410423106000 2024)"
    etag=""
    call GET "$(report_url /pending-revision)" "$TOKEN_TOWNSHIP"
    check "the pending revision names the case" 1 "$(jq --arg id "$id" '[.changes[].figure
        | select(.indicator == "M-01") | .records[] | select(.id == $id)] | length' <<<"$body")"
    check "in words" yes "$(jq -r '.changes[].zh' <<<"$body" |
        grep -q '调处矛盾纠纷 410 → 411：新增.*计入日期2024-12-30' && echo yes || echo no)"
    check "the edition is the same" "$before" "$(curl -s "$(report_url /editions/1)" | sha256sum)"
}
