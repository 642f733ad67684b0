# shellcheck shell=bash
# ./slipway test: every check and every test, with a summary at the end; sourced by slipway.

run_tests() {
    case ${1:-} in
        --help | -h)
            echo 'Usage: slipway test [checks|modules|e2e]...' && echo 'Runs all checks and tests, or the named parts.'
            return
            ;;
    esac
    pip_install requirements-test.txt
    local parts=("$@") part failed=0 started summary=()
    ((${#parts[@]})) || parts=(checks modules e2e)
    cd "$SLIPWAY_HOME" || return
    rm -rf ./*/target/{surefire,failsafe}-reports
    for part in "${parts[@]}"; do
        started=$SECONDS
        say "test: $part"
        if "test_$part"; then
            summary+=("passed  $part ($((SECONDS - started)) s)")
        else
            summary+=("FAILED  $part ($((SECONDS - started)) s)")
            failed=$((failed + 1))
        fi
    done
    printf '\n%s\n' 'Summary'
    printf '  %s\n' "${summary[@]}"
    test_totals
    return "$((failed > 0))"
}

test_checks() { infra/checks/check; }

# shellcheck disable=SC2154 # `modules` is set by build.sh
test_modules() { ./mvnw --batch-mode -pl "$modules" -fae verify; }

# The end-to-end tests use the command as its users do, so what they run must be built first.
test_e2e() { (build_jars) && ./mvnw --batch-mode -pl e2e -fae verify; }

# The closing line: what the reports of surefire and failsafe add up to.
test_totals() {
    python3 - <<'EOF'
import glob
import xml.etree.ElementTree as tree

tests = failures = skipped = 0
for report in glob.glob("*/target/surefire-reports/TEST-*.xml") + glob.glob("*/target/failsafe-reports/TEST-*.xml"):
    suite = tree.parse(report).getroot().attrib
    tests += int(suite["tests"])
    failures += int(suite["failures"]) + int(suite["errors"])
    skipped += int(suite["skipped"])
print(f"{tests - failures - skipped} passed, {failures} failed, {skipped} skipped")
EOF
}
