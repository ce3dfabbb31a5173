# shellcheck shell=bash
# What the alarms and the dashboard ask for is exposed by the suite that runs; sourced by smoke.sh.

metrics_are_exposed() {
    local port urls=()
    for port in "${FENGQIAO_MEDIATION_MANAGEMENT_PORT:-9081}" "${FENGQIAO_PETITION_MANAGEMENT_PORT:-9082}" \
        "${FENGQIAO_LEGAL_MANAGEMENT_PORT:-9083}" "${FENGQIAO_REPORTING_MANAGEMENT_PORT:-9084}"; do
        urls+=("http://127.0.0.1:$port/q/metrics")
    done
    check "metrics that alarms and dashboard ask for, and nobody exposes" "" \
        "$("$root/deploy/observability/exposed" "${urls[@]}" | grep -v exposed)"
    check "a metric that nobody exposes is found" fengqiao_no_such_thing \
        "$("$root/deploy/observability/exposed" --also fengqiao_no_such_thing "${urls[@]}" || true)"
    check "gauges that do not know" 0 \
        "$(curl -s "${urls[@]}" | grep -cE '^fengqiao_[a-z_]+(\{[^}]*\})? NaN' || true)"
    check "a metric names an accusation" 0 "$(curl -s "${urls[@]}" | grep -ci accusation || true)"
}
