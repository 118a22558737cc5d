# Sourced by grader/grade and tests/run: says and installs what is missing, and builds.
# Requires: `root`, the project's absolute path, and `yes`, not empty when nothing is to be asked.
#
# Theory of operation: a call prepares while it holds a lock on build/lock (descriptor 9), so of two calls at
# once, one builds and the other finds everything built. A build's log goes to build/PRESET/build.log and is shown
# only when it fails. build/PRESET/ready is written before the build begins and put in place after it ends
# well, so a file saved, or Ctrl-C pressed, in between leaves the next call with something to do, never with
# something half done. An error here is not the fault of a submission: exit code 3.

# Programs are looked for in the system's folders only, here and in grader/box/system_program.hpp: PATH may lead to
# other programs first, such as an interpreter without the distribution's modules. So the installed program is the one that runs.
program_folders=(/usr/bin /usr/local/bin)
PATH=$(IFS=: && echo "${program_folders[*]}"):/usr/sbin:/sbin:/bin

trap 'exit 130' INT
trap 'exit 143' TERM

# Words

declare -A en=(
    [missing]='awaitlab needs these packages, which are not installed:'
    [ask]='Install them now with apt-get? [Y/n] '
    [by_hand]='Install them with this command, then try again:'
    [installing]='Installing %s …'
    [install_failed]='The installation failed. The end of %s:'
    [still_missing]='After the installation these packages are still missing:'
    [no_apt]='There is no apt-get here: please install what these packages hold in your own way.'
    [old_cmake]='CMake %s is too old: awaitlab needs 3.25, as in Debian 12 or Ubuntu 24.04.'
    [waiting]='Another call is building awaitlab; waiting for it …'
    [building]='Building awaitlab (%s); the first time it takes some minutes …'
    [build_failed]='The build failed. The end of %s:'
    [no_folder]='Cannot write to %s.'
)
declare -A fr=(
    [missing]="awaitlab a besoin de ces paquets, qui ne sont pas installés :"
    [ask]="Les installer maintenant avec apt-get ? [O/n] "
    [by_hand]="Installez-les avec cette commande, puis recommencez :"
    [installing]="Installation de %s …"
    [install_failed]="L'installation a échoué. La fin de %s :"
    [still_missing]="Après l'installation, ces paquets manquent encore :"
    [no_apt]="apt-get est introuvable : installez le contenu de ces paquets à votre façon."
    [old_cmake]="CMake %s est trop ancien : il faut la version 3.25, comme dans Debian 12 ou Ubuntu 24.04."
    [waiting]="awaitlab est déjà en construction ailleurs ; on attend la fin …"
    [building]="Construction d'awaitlab (%s) ; la première fois, quelques minutes …"
    [build_failed]="La construction a échoué. La fin de %s :"
    [no_folder]="Impossible d'écrire dans %s."
)

text() {  # KEY [ARGUMENT…], without a line end
    local format=${en[$1]}
    [[ ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} == fr* ]] && format=${fr[$1]}
    # shellcheck disable=SC2059
    printf "$format" "${@:2}" >&2
}

say() {
    text "$@"
    echo >&2
}

# What is missing

has_header() {
    [[ -e /usr/include/$1 || -e /usr/local/include/$1 ]] ||
        compgen -G "/usr/include/*-linux-gnu*/$1" >/dev/null
}
has_program() {
    local folder
    for folder in "${program_folders[@]}"; do [[ -x $folder/$1 ]] && return; done
    return 1
}
is_offered() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }
has_package_lists() { compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null; }

# Sets `compiler`: the first clang of grader/compile/compilers.txt that the system has or offers; else g++.
# Before the first apt-get update nothing is offered, and the first of all is a fair guess.
choose_compiler() {
    while read -r compiler; do
        has_program "$compiler" || ! has_package_lists || is_offered "${compiler/++/}" && return
    done < <(grep '^clang++-' -- "$root/grader/compile/compilers.txt")
    compiler=g++
}

# Sets `missing` to the packages that PURPOSE (grader, tests or sanitizers; each holds those before it) lacks.
find_missing() {
    local package kind name
    missing=()
    choose_compiler
    while read -r package kind name; do
        case $kind in
            program) has_program "$name" ;;
            header) has_header "$name" ;;
            python) "$root/tests/python" -c "import importlib.util as u; exit(not u.find_spec('$name'))" 2>/dev/null ;;
            sanitizer) compgen -G "/usr/lib/llvm-$name/lib/clang/*/lib/*/libclang_rt.asan*.a" >/dev/null ;;
        esac || missing+=("$package")
    done < <(packages_for "$1")
}

packages_for() {
    cat <<LIST
cmake program cmake
ninja-build program ninja
pkg-config program pkg-config
g++ program g++
binutils program addr2line
mold program mold
bubblewrap program bwrap
libuv1-dev header uv.h
nlohmann-json3-dev header nlohmann/json.hpp
libcli11-dev header CLI/CLI.hpp
libfmt-dev header fmt/core.h
libseccomp-dev header seccomp.h
nettle-dev header nettle/sha2.h
libutf8proc-dev header utf8proc.h
LIST
    [[ $compiler == g++ ]] || echo "${compiler/++/} program $compiler"
    [[ $1 == grader ]] && return
    echo "doctest-dev header doctest/doctest.h"
    echo "python3-jsonschema python jsonschema"
    [[ $1 == sanitizers && $compiler != g++ ]] || return 0
    echo "libclang-rt-${compiler##*-}-dev sanitizer ${compiler##*-}"
}

# Installing

# Gives what stands before apt-get, or fails: there are no rights to install with.
rights() {
    if ((EUID == 0)); then
        echo ''
    else
        sudo -n true 2>/dev/null && echo 'sudo -n'
    fi
}

stop_with_command() {
    local sudo=''
    ((EUID == 0)) || sudo='sudo '
    has_program apt-get || { say no_apt && exit 3; }
    say by_hand
    echo "    ${sudo}apt-get update && ${sudo}apt-get install -y ${missing[*]}" >&2
    exit 3
}

show_end_of() {  # KEY LOG
    say "$1" "$2"
    tail -n 30 -- "$2" >&2
}

# Installs what PURPOSE lacks; ends the script where it may not or cannot.
install_missing() {
    local sudo answer log=$root/build/install.log
    find_missing "$1"
    if ((${#missing[@]})); then
        say missing
        echo "    ${missing[*]}" >&2
        has_program apt-get && sudo=$(rights) || stop_with_command
        if [[ -z $yes ]]; then
            [[ -t 0 ]] || stop_with_command
            text ask
            read -r answer || stop_with_command
            [[ $answer == [nN]* ]] && stop_with_command
        fi
        export DEBIAN_FRONTEND=noninteractive
        $sudo apt-get update </dev/null >"$log" 2>&1
        find_missing "$1"  # now it is known which compilers there are
        say installing "${missing[*]}"
        $sudo apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${missing[@]}" \
            </dev/null >>"$log" 2>&1 || { show_end_of install_failed "$log" && exit 3; }
        hash -r
        find_missing "$1"
        ((${#missing[@]} == 0)) || { say still_missing && echo "    ${missing[*]}" >&2 && exit 3; }
    fi
}

# Building

# Runs the command given while holding the lock, once whoever holds it is done.
exclusively() {
    local status
    mkdir -p -- "$root/build" 2>/dev/null && { exec 9>"$root/build/lock"; } 2>/dev/null ||
        { say no_folder "$root/build" && exit 3; }
    flock -n 9 || { say waiting && flock 9; }
    "$@"
    status=$?
    exec 9>&-
    return $status
}

require_cmake() {
    local version
    version=$(cmake --version | sed -n '1s/.* //p')
    [[ $(printf '%s\n' 3.25 "$version" | sort -V | head -n 1) == 3.25 ]] ||
        { say old_cmake "$version" && exit 3; }
}

# Configures PRESET where it is new or was made elsewhere or with another compiler, and builds the targets.
# Fails, with the log's end shown, where they do not build.
build() {
    local preset=$1 folder=$root/build/$1 with=$compiler
    [[ $preset == gcc ]] && with=g++
    require_cmake
    say building "$preset"
    mkdir -p -- "$folder"
    printf '%s\n' "$with" "$root" >"$folder/ready.new"
    {
        if ! cmp -s "$folder/ready.new" "$folder/configured"; then
            rm -f -- "$folder/configured"
            (cd -- "$root" && cmake --preset "$preset" --fresh -DCMAKE_CXX_COMPILER="$with") &&
                cp -- "$folder/ready.new" "$folder/configured"
        fi && cmake --build "$folder" --parallel "$(nproc)" --target "${@:2}"
    } </dev/null 9>&- >"$folder/build.log" 2>&1 || {
        show_end_of build_failed "$folder/build.log"
        return 1
    }
    mv -- "$folder/ready.new" "$folder/ready"
}
