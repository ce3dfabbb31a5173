#!/usr/bin/env bash
# Legal services over the packaged suite: the figures of the report of 2024 with their receipts, its
# registers after the broker was wiped, a case with counsel that is void. To be sourced by smoke.sh,
# which gives `check`, `call`, `becomes`, the addresses and tokens.

legal_kinds=(accountability-decision administrative-case appointment contract-review counsel-work
    democratic-village disclosure-board disclosure-item duty-report enforcement-officer
    enforcement-training institution issue-item law-exam leader-reception leadership-meeting
    leading-group legal-adviser legal-aid-referral legal-consultation legal-resource-person
    legality-review major-decision mediation-participation normative-document penalty-case
    plan-item publicity-activity publicity-responsibility service-log-entry study-session
    village-visit)

follow_the_legal_ledgers() {
    etag=""
    call GET "$LEGAL_URL/legal/v1/imports?limit=200" "$TOKEN_TOWNSHIP"
    check "legal ledgers of the demo imported" 29 "$(jq '.items | length' <<<"$body")"
    check "rejected rows of them" 0 "$(jq '[.items[].rejected] | add' <<<"$body")"
    check "each of them done" '["DONE"]' "$(jq -c '[.items[].status] | unique' <<<"$body")"
}

# What the records of a figure contribute, over all pages; of a distinct count by its keys.
contributions() { # indicator
    local cursor="" sum=0
    while
        etag=""
        call GET "$REPORTING_URL/reporting/v1/figures/$1/410423106000/2024/receipt?limit=200$cursor" \
            "$TOKEN_TOWNSHIP"
        sum=$((sum + $(jq '[(.records[]?, .keys[]?) | .contribution] | add // 0' <<<"$body")))
        cursor="$(jq -r '.next // empty' <<<"$body")"
        [[ -n "$cursor" ]]
    do cursor="&cursor=$cursor"; done
    echo "$sum"
}

# L-06 comes from mediation's events, over legal-service: it may be the last to arrive.
follow_the_legal_figures() {
    local expected=(23 5 20 19 186 230 20 197 6 3 5) i code
    for i in "${!expected[@]}"; do
        code="$(printf 'L-%02d' $((i + 1)))"
        check "$code of the township, 2024" "${expected[$i]}" \
            "$(patience=60 becomes "${expected[$i]}" "$code" 410423106000 2024)"
        check "the receipt of $code adds up" "${expected[$i]}" "$(contributions "$code")"
    done
    check "all 230 are registered with a committee" 0 "$(figure L-06-U 410423106000 2024)"
    check "every village has counsel" 19 "$(figure G-06 410423106000 2024)"
    check "counsel took part in every major decision" 100 "$(figure G-02 410423106000 2024)"
    check "not all who enforce have a certificate" 85.71 "$(figure G-01 410423106000 2024)"
}

replay_legal_kinds() {
    local kind
    for kind in "${legal_kinds[@]}"; do
        etag=""
        call POST "$LEGAL_URL/legal/v1/replays" "$TOKEN_ADMIN" '{"kind": "legal.'"$kind"'.v1"}'
        check "replay of legal.$kind.v1" 202 "$status"
    done
}

# After `parity`, whose comparison this reads.
parity_of_legal() {
    etag=""
    call GET "$REPORTING_URL/reporting/v1/parity" "$TOKEN_ADMIN"
    check "legal kinds compared and equal" "${#legal_kinds[@]}" "$(jq '[.items[]
        | select((.kind | startswith("legal.")) and .status == "EQUAL")] | length' <<<"$body")"
    check "contract reviews in the facts" 40 \
        "$(jq '.items[] | select(.kind == "legal.contract-review.v1") | .factCount' <<<"$body")"
    call GET "$LEGAL_URL/legal/v1/parity?kind=legal.contract-review.v1" "$TOKEN_ADMIN"
    check "contract reviews at the source" 40 "$(jq '[.groups[].count] | add' <<<"$body")"
}

# A case that counsel joined is void: it is a dispute less, though nobody touched legal-service.
void_a_joined_case() {
    local participation
    etag=""
    call GET "$REPORTING_URL/reporting/v1/figures/L-06/410423106000/2024/receipt?limit=1" \
        "$TOKEN_TOWNSHIP"
    participation="$LEGAL_URL$(jq -r '.keys[0].records[0].href' <<<"$body")"
    call GET "$participation" "$TOKEN_TOWNSHIP"
    check "the participation tells of mediation's case" MEDIATION_CASE \
        "$(jq -r .record.source <<<"$body")"
    case_url="$MEDIATION_URL/mediation/v1/cases/$(jq -r .record.caseId <<<"$body")"
    call GET "$case_url" "$TOKEN_TOWNSHIP"
    call POST "$case_url/voiding" "$TOKEN_TOWNSHIP" '{"reason": "重复登记"}'
    check "voiding of a joined case" 200 "$status"
    check "L-06 without it" 229 "$(patience=60 becomes 229 L-06 410423106000 2024)"
    check "the receipt of L-06 adds up" 229 "$(contributions L-06)"
}
