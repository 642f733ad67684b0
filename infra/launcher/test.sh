# shellcheck shell=bash
# ./slipway test: every check and every test, with a summary at the end; sourced by slipway.

run_tests() {
    case ${1:-} in
        --help | -h)
            echo 'Usage: slipway test [packages|checks|modules|e2e]...'
            echo 'Runs all checks and tests, or the named parts, in that order:'
            echo '  packages  builds what the tests run: programs, images, offline packages'
            echo '  checks    shell, YAML, Ansible and Terraform, and the command line'
            echo '  modules   unit, workflow and integration tests of each module'
            echo '  e2e       the product as its users see it'
            return
            ;;
    esac
    local parts=("$@") part failed=0 started summary=() linters=''
    ((${#parts[@]})) || parts=(packages checks modules e2e)
    for part in "${parts[@]}"; do
        declare -F "test_$part" >/dev/null || { say "there are no tests named $part: slipway test --help" && return 2; }
    done
    require_own_state
    require_for test
    pip_install requirements-test.txt
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
    test_totals || failed=$((failed + 1))
    return "$((failed > 0))"
}

# The linters use one processor, and what is built or verified meanwhile waits for files: they run side by side.
# shellcheck disable=SC2154 # `state` is set by build.sh
start_linters() {
    [[ -z $linters ]] || return 0
    mkdir -p "$state"
    infra/checks/check >"$state/linters.log" 2>&1 &
    linters=$!
}

# Terraform is checked here and not beside the packages: one of them has the provider.
test_checks() {
    local command_line=failed terraform=failed
    start_linters
    if (build_jars) && infra/checks/launcher; then
        command_line=ok
        echo 'ok      launcher'
    fi
    if infra/checks/terraform; then terraform=ok; fi
    if wait "$linters"; then linters=ok; else linters=failed; fi
    cat "$state/linters.log"
    [[ $linters == ok && $command_line == ok && $terraform == ok ]]
}

# What the tests run: built before them, so that compilers and tests do not compete and nothing is skipped. It is made in
# the installation of the end-to-end tests (e2e's class Platform), whose key signs the packages.
test_packages() {
    (build_jars) || return
    [[ " ${parts[*]} " != *' checks '* ]] || start_linters
    (
        export XDG_DATA_HOME=$SLIPWAY_HOME/e2e/target/home/data XDG_CONFIG_HOME=$SLIPWAY_HOME/e2e/target/home/config
        run_cli prepare
    )
}

# Three modules at a time: their tests wait for databases, hosts and timers more than they compute.
# shellcheck disable=SC2154 # `modules` is set by build.sh
test_modules() { ./mvnw --batch-mode -T 3 -pl "$modules" -fae verify; }

# The end-to-end tests use the command as its users do, so what they run must be built first.
test_e2e() { (build_jars) && ./mvnw --batch-mode -Pjars -pl contracts,toolkit,e2e -fae verify; }

# The closing line: what the reports of surefire and failsafe add up to. This command brings everything that tests need,
# so a test that was skipped because a part is missing is a failure; those that record something are asked for by name.
test_totals() {
    python3 - <<'END'
import glob
import sys
import xml.etree.ElementTree as tree

tests = failures = skipped = 0
failed = []
missing = []
for report in glob.glob("*/target/surefire-reports/TEST-*.xml") + glob.glob("*/target/failsafe-reports/TEST-*.xml"):
    suite = tree.parse(report).getroot()
    tests += int(suite.get("tests"))
    failures += int(suite.get("failures")) + int(suite.get("errors"))
    for case in suite.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed.append(f"{case.get('classname')}.{case.get('name')}")
        for skip in case.iter("skipped"):
            skipped += 1
            if not (skip.get("message") or "").startswith("System property ["):
                missing.append(f"{case.get('classname')}.{case.get('name')}: {skip.get('message') or skip.text}")
print(f"{tests - failures - skipped} passed, {failures} failed, {skipped} skipped")
for name in failed:
    print(f"  failed: {name}")
for name in missing:
    print(f"  skipped, because something is missing: {name}")
sys.exit(1 if missing else 0)
END
}
