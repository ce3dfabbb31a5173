#!/usr/bin/env bash
# The packaged suite with Keycloak: rights as the roles say, machines, the pages' sign-in, and how soon a right that
# ends is gone. In a folder of its own, started fresh and stopped. Last line: "N passed, N failed".
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export FENGQIAO_HOME="${FENGQIAO_SMOKE_HOME:-$root/target/smoke-keycloak}"
pages=/reporting/pages
passed=0
failed=0

check() { # what, expected, actual
    if [[ "$2" == "$3" ]]; then
        passed=$((passed + 1))
        echo "ok    $1: $3"
    else
        failed=$((failed + 1))
        echo "FAIL  $1: expected $2, got $3"
    fi
}

status() { # token, url, more arguments of curl...
    curl -s -o "$FENGQIAO_HOME/run/body" -w '%{http_code}' -H "Authorization: Bearer $1" "${@:3}" "$2"
}

claims() { # token
    local body="${1#*.}"
    body="$(tr '_-' '/+' <<<"${body%%.*}")"
    while ((${#body} % 4)); do body+="="; done
    base64 -d <<<"$body"
}

machine() { # client, secret
    curl -s -u "$1:$2" -d grant_type=client_credentials "$ISSUER_URL/protocol/openid-connect/token" |
        jq -r '.access_token // .error'
}

secret() { cat "$FENGQIAO_HOME/secrets/$1"; }

# What the realm file gives a role, one line.
scopes_of() { # role
    jq -r --arg role "$1" '.roles.realm[] | select(.name == $role) | .composites.realm | sort | join(" ")' \
        "$root/deploy/keycloak/fengqiao-realm.json"
}

tokens_are_exact() {
    local user token
    for user in village-mediator township-clerk township-signer county-clerk discipline-chief administrator; do
        token="$(fengqiao_token "$user")"
        check "scopes of $user" "$(scopes_of "$user")" "$(claims "$token" | jq -r '.scope / " " | sort | join(" ")')"
    done
    check "audience, client, life" "fengqiao fengqiao-scripts 60" \
        "$(claims "$token" | jq -r '"\(.aud) \(.azp) \(.exp - .iat)"')"
    check "division and name" "410423000000 系统管理员" "$(claims "$token" | jq -r '"\(.division) \(.name)"')"
}

the_suite_works() {
    check "no token" 401 "$(status "" "$MEDIATION_URL/mediation/v1/cases")"
    check "the administrator sees no case" 403 "$(status "$TOKEN_ADMIN" "$MEDIATION_URL/mediation/v1/cases")"
    check "the township does" 200 "$(status "$TOKEN_TOWNSHIP" "$MEDIATION_URL/mediation/v1/cases")"
    status "$TOKEN_TOWNSHIP" \
        "$REPORTING_URL/reporting/v1/figures?indicator=M-01&division=410423106000&period=2024" >/dev/null
    check "the demo's cases are counted" 410 "$(jq '.figures[0].value' "$FENGQIAO_HOME/run/body")"
    check "the report is published" 200 "$(status "" \
        "$REPORTING_URL/reporting/v1/reports/410423106000/2024/editions/1?format=html")"
    status "$(fengqiao_token administrator)" "$REPORTING_URL/reporting/v1/parity" -X POST >/dev/null
    check "reporting asks the others as itself" 0 \
        "$(jq '[.items[] | select(.status != "EQUAL")] | length' "$FENGQIAO_HOME/run/body")"
}

machines_act_for_somebody() {
    local client token search="$MEDIATION_URL/mediation/v1/searches"
    for client in township-system county-system; do
        token="$(machine "$client" "$(secret "$client.secret")")"
        check "scopes of $client" "$(scopes_of "$client")" \
            "$(claims "$token" | jq -r '.scope / " " | sort | join(" ")')"
        check "it has no name" null "$(claims "$token" | jq -r '.name')"
        check "it reads cases" 200 "$(status "$token" "$MEDIATION_URL/mediation/v1/cases")"
        ask() {
            status "$token" "$search" -H 'Content-Type: application/json' -d '{"name": "无此人"}' \
                -H 'Fengqiao-Purpose: CASE_HANDLING' "$@"
        }
        check "persons for nobody" 403 "$(ask)"
        check "the reason" ACTING_USER_REQUIRED "$(jq -r .code "$FENGQIAO_HOME/run/body")"
        check "persons for a named user" 200 "$(ask -H 'Fengqiao-Acting-User: zhang.san')"
    done
    check "a wrong secret" unauthorized_client "$(machine township-system wrong)"
    check "a password at the pages' client" unauthorized_client "$(curl -s -u \
        "fengqiao-pages:$(secret pages-client.secret)" -d grant_type=password -d username=township-clerk \
        --data-urlencode "password@$FENGQIAO_HOME/secrets/township-clerk.password" \
        "$ISSUER_URL/protocol/openid-connect/token" | jq -r .error)"
}

# Opens a page as the browser of a user: sets seen (status), at (the address without query) and redirects.
open() { # user, path, more arguments of curl...
    local jar="$FENGQIAO_HOME/run/$1.cookies"
    read -r seen redirects at < <(curl -s -L -b "$jar" -c "$jar" -o "$FENGQIAO_HOME/run/page" \
        -w '%{http_code} %{num_redirects} %{url_effective}\n' "${@:3}" "$2")
    at="${at%%\?*}"
}

sign_in() { # user
    local form
    open "$1" "$REPORTING_URL$pages"
    form="$(grep -o 'action="[^"]*"' "$FENGQIAO_HOME/run/page" | head -n 1 | cut -d'"' -f2 | sed 's/&amp;/\&/g')"
    open "$1" "$form" -d "username=$1" --data-urlencode "password@$FENGQIAO_HOME/secrets/$1.password"
}

pages_sign_in_and_out() {
    local user
    open nobody "$REPORTING_URL$pages"
    check "a page leads to the sign-in" "200 $ISSUER_URL/protocol/openid-connect/auth" "$seen $at"
    check "in Chinese" yes "$(grep -q '<html[^>]*lang="zh' "$FENGQIAO_HOME/run/page" && echo yes || echo no)"
    for user in village-mediator township-signer township-clerk county-clerk; do
        sign_in "$user"
        check "$user signed in" "200 $REPORTING_URL$pages" "$seen $at"
    done
    open county-clerk "$REPORTING_URL$pages/sign-out"
    check "signed out" "200 $REPORTING_URL$pages/public" "$seen $at"
    # The session's cookie is taken back, which a browser obeys and this jar does not; Keycloak's are dead as they are.
    sed -i '/q_session_pages/d' "$FENGQIAO_HOME/run/county-clerk.cookies"
    open county-clerk "$REPORTING_URL$pages"
    check "a page asks for the sign-in again" "200 $ISSUER_URL/protocol/openid-connect/auth" "$seen $at"
}

admin() { # method, path below the realm, more arguments of curl...
    curl -s -X "$1" -H "Authorization: Bearer $administration" -H 'Content-Type: application/json' "${@:3}" \
        "${ISSUER_URL/realms/admin\/realms}$2"
}

id_of() { admin GET "/users?exact=true&username=$1" | jq -r '.[0].id'; }

# One user is disabled, another loses its role, a third goes on: each with a token and a page that are a moment old.
rights_end_within_a_minute() {
    local administration disabled robbed start limit=62 token_gone="" page_gone="" role_gone="" waited
    administration="$(curl -s -d grant_type=password -d client_id=admin-cli -d username=admin \
        --data-urlencode "password@$FENGQIAO_HOME/secrets/keycloak-admin.secret" \
        "${ISSUER_URL%/realms/*}/realms/master/protocol/openid-connect/token" | jq -r .access_token)"
    disabled="$(id_of village-mediator)" robbed="$(id_of township-signer)"
    local token role
    token="$(fengqiao_token village-mediator)"
    open village-mediator "$REPORTING_URL$pages"
    open township-signer "$REPORTING_URL$pages"
    start=$(date +%s)
    admin PUT "/users/$disabled" -d "$(admin GET "/users/$disabled" | jq '.enabled = false')"
    role="$(admin GET "/users/$robbed/role-mappings/realm" | jq '[.[] | select(.name == "township-signer")]')"
    admin DELETE "/users/$robbed/role-mappings/realm" -d "$role"
    check "the disabled user gets no token" "" "$(fengqiao_token village-mediator)"
    check "the other gets one without a right" 403 \
        "$(status "$(fengqiao_token township-signer)" "$MEDIATION_URL/mediation/v1/cases")"
    while
        waited=$(($(date +%s) - start))
        [[ -n "$token_gone" || "$(status "$token" "$MEDIATION_URL/mediation/v1/cases")" != 401 ]] || token_gone=$waited
        open village-mediator "$REPORTING_URL$pages"
        [[ -n "$page_gone" || "$at" != "$ISSUER_URL"* ]] || page_gone=$waited
        open township-signer "$REPORTING_URL$pages"
        [[ -n "$role_gone" || "$seen" != 403 ]] || role_gone=$waited
        [[ $waited -lt $limit && (-z "$token_gone" || -z "$page_gone" || -z "$role_gone") ]]
    do sleep 1; done
    echo "      refused after ${token_gone:-never} s (token), ${page_gone:-never} s (page), ${role_gone:-never} s (role)"
    check "the disabled user's token is refused within $limit s" yes "$([[ -n "$token_gone" ]] && echo yes)"
    check "so are its pages" yes "$([[ -n "$page_gone" ]] && echo yes)"
    check "and those of a role that is gone" yes "$([[ -n "$role_gone" ]] && echo yes)"
    open township-clerk "$REPORTING_URL$pages"
    check "who keeps the right reads on, and is sent nowhere" "200 0" "$seen $redirects"
}

again_with_kept_data() {
    "$root/deploy/down" >/dev/null
    "$root/deploy/up" --detach --identity keycloak >/dev/null
    # shellcheck source=/dev/null
    source "$FENGQIAO_HOME/env"
    check "after down and up, a token" 200 "$(status "$TOKEN_TOWNSHIP" "$MEDIATION_URL/mediation/v1/cases")"
    check "and still none for the disabled user" "" "$TOKEN_VILLAGE"
}

trap '"$root/deploy/down" >/dev/null' EXIT
"$root/deploy/up" --fresh --detach --identity keycloak
# shellcheck source=/dev/null
source "$FENGQIAO_HOME/env"
the_suite_works
tokens_are_exact
machines_act_for_somebody
pages_sign_in_and_out
rights_end_within_a_minute
[[ "${1:-}" == --short ]] || again_with_kept_data
trap - EXIT
"$root/deploy/down"
check "nothing listens after deploy/down" 000 \
    "$(curl -s -o /dev/null -w '%{http_code}' "$ISSUER_URL" || true)"
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
