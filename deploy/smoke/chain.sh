#!/usr/bin/env bash
# The chain petition -> mediation -> outcome over the packaged suite, while one service, then the
# broker, then the other service is away. To be sourced by smoke.sh, which gives `check`, `call`,
# the addresses and tokens.

# The committee of the village, as petition-service has learnt of it when it takes the referral.
refer() { # petition's url, committee
    local end=$(($(date +%s) + 60))
    while
        etag=""
        call GET "$1" "$TOKEN_TOWNSHIP"
        call POST "$1/mediation-referral" "$TOKEN_TOWNSHIP" '{"committeeId": "'"$2"'",
            "bothPartiesConsent": true, "administrativeDispute": false}'
        [[ "$status" != 200 && $(date +%s) -lt $end ]]
    do sleep 0.5; done
    check "referral to mediation" 200 "$status"
}

# An accepted petition; sets petition_url and matter.
accepted_petition() {
    etag=""
    call POST "$PETITION_URL/petition/v1/petitions" "$TOKEN_TOWNSHIP" '{"form": "LETTER",
        "source": "DIRECT", "purpose": "SEEK_SETTLEMENT", "contentClass": "010200", "persons": 1,
        "request": "请求确认宅基地边界",
        "petitioners": [{"name": "孙冒烟", "phone": "13800000009", "address": "瓦屋村"}]}'
    check "petition registered" 201 "$status"
    matter="$(jq -r .matterId <<<"$body")"
    petition_url="$PETITION_URL/petition/v1/petitions/$(jq -r .id <<<"$body")"
    call POST "$petition_url/acceptance" "$TOKEN_TOWNSHIP" '{"route": "HANDLING_OPINION"}'
    check "petition accepted" 200 "$status"
}

cases_of_matter() {
    curl -s -H "Authorization: Bearer $TOKEN_VILLAGE" \
        "$MEDIATION_URL/mediation/v1/cases?matterId=$1" | jq '.items | length' || true
}

# comes_to EXPECTED SECONDS COMMAND...: the last answer seen
comes_to() {
    local end=$(($(date +%s) + $2)) value
    while value="$("${@:3}")" && [[ "$value" != "$1" && $(date +%s) -lt $end ]]; do
        sleep 0.2
    done
    echo "$value"
}

# What the petition has learnt of its referral: caseId, outcome
learnt() { # field
    curl -s -H "Authorization: Bearer $TOKEN_TOWNSHIP" "$petition_url" |
        jq -r ".said.referrals[-1].$1 // \"nothing\"" || true
}

ready() { # url
    curl -s --max-time 2 -o /dev/null -w '%{http_code}' "$1/q/health/ready" || true
}

# The case of a matter; sets case_url and referral.
case_of() { # matter
    etag=""
    call GET "$MEDIATION_URL/mediation/v1/cases?matterId=$1" "$TOKEN_VILLAGE"
    case_url="$MEDIATION_URL/mediation/v1/cases/$(jq -r '.items[0].id' <<<"$body")"
    call GET "$case_url" "$TOKEN_VILLAGE"
    referral="$(jq -r .referralId <<<"$body")"
    check "the case has no parties yet" 0 "$(jq '.parties | length' <<<"$body")"
}

petitioner_of() { # referral
    curl -s -H "Authorization: Bearer $TOKEN_VILLAGE" -H 'Fengqiao-Purpose: CASE_HANDLING' \
        "$PETITION_URL/petition/v1/mediation-referrals/$1" | jq -r '.petitioners[0].name'
}

mediate() { # to an agreement
    step correction '{"reason": "登记当事人", "parties": [
        {"role": "APPLICANT", "kind": "PERSON", "name": "孙冒烟"},
        {"role": "RESPONDENT", "kind": "PERSON", "name": "李冒烟"}]}'
    step acceptance '{}'
    step sessions '{"record": "双方陈述"}'
    step agreement '{"form": "WRITTEN", "content": "以老墙为界", "confirmationBar": "NONE"}'
}

# A petition that is referred, and knows its case; sets petition_url, matter, case_url and referral.
referred_petition() { # committee
    local id
    accepted_petition
    refer "$petition_url" "$1"
    check "the referral became a case" 1 "$(comes_to 1 60 cases_of_matter "$matter")"
    case_of "$matter"
    id="${case_url##*/}"
    check "the petition knows its case" "$id" "$(comes_to "$id" 60 learnt caseId)"
}

learnt_once() {
    etag=""
    call GET "$petition_url/history" "$TOKEN_TOWNSHIP"
    check "case and outcome were each learnt once" 2 \
        "$(jq '[.[] | select(.step == "LEARN_MEDIATION")] | length' <<<"$body")"
}

# petition-service is away while the case is mediated.
without_petition_service() { # committee
    local stopped
    referred_petition "$1"
    stopped="$(head -n 1 "$FENGQIAO_HOME/run/petition.pid" | cut -d' ' -f1)"
    kill -STOP "$stopped"
    check "petition-service does not answer" 000 "$(ready "$PETITION_URL")"
    mediate
    check "mediation-service is ready without petition-service" 200 "$(ready "$MEDIATION_URL")"
    kill -9 "$stopped" # the launcher starts another
    check "petition-service is ready again" 200 "$(comes_to 200 120 ready "$PETITION_URL")"
    check "the outcome was waiting" AGREED "$(comes_to AGREED 60 learnt outcome)"
    learnt_once
}

follow_the_chain() {
    local committee case_url referral petition_url matter stopped id
    etag=""
    call GET "$MEDIATION_URL/mediation/v1/committees" "$TOKEN_VILLAGE"
    committee="$(jq -r '.items[0].id' <<<"$body")"

    # mediation-service is away while the petition is referred.
    accepted_petition
    stopped="$(head -n 1 "$FENGQIAO_HOME/run/mediation.pid" | cut -d' ' -f1)"
    kill -STOP "$stopped"
    check "mediation-service does not answer" 000 "$(ready "$MEDIATION_URL")"
    refer "$petition_url" "$committee"
    check "petition-service is ready without mediation-service" 200 "$(ready "$PETITION_URL")"
    kill -9 "$stopped" # the launcher starts another
    check "mediation-service is ready again" 200 "$(comes_to 200 120 ready "$MEDIATION_URL")"
    check "the referral became a case" 1 "$(comes_to 1 60 cases_of_matter "$matter")"
    etag=""
    call GET "$MEDIATION_URL/mediation/v1/cases?matterId=$matter" "$TOKEN_VILLAGE"
    id="$(jq -r '.items[0].id' <<<"$body")"
    check "the petition knows its case" "$id" "$(comes_to "$id" 60 learnt caseId)"

    # The broker is away for a minute while the case is mediated.
    stopped="$(cut -d' ' -f1 "$FENGQIAO_HOME/kafka/broker.pid")"
    kill -STOP "$stopped"
    local until=$(($(date +%s) + 60))
    case_of "$matter"
    check "the mediator reads the petitioner" 孙冒烟 "$(petitioner_of "$referral")"
    mediate
    check "both are ready without the broker" "200 200" \
        "$(ready "$MEDIATION_URL") $(ready "$PETITION_URL")"
    while (($(date +%s) < until)); do sleep 1; done
    kill -CONT "$stopped"
    check "the outcome came back" AGREED "$(comes_to AGREED 120 learnt outcome)"
    check "still one case of the matter" 1 "$(cases_of_matter "$matter")"
    learnt_once

    without_petition_service "$committee"
}
