# SPDX-License-Identifier: BSL-1.0
# shellcheck shell=bash disable=SC2034,SC2154  # sourced by servers
# What the servers' scripts share: programs, ports, and processes by their ids.

check_programs() {
  local program package
  while read -r program package; do
    command -v "$program" >/dev/null || [[ -e $program ]] || fail "$program is missing; it is in the Debian package $package"
  done < <(programs)
}

# Runs a program as the server's account when root asks, since PostgreSQL refuses to run as root, and rsync between nodes would
# run as nobody. The capability takes it through folders that only root may enter.
as_server() {
  if [[ $(id -u) -ne 0 ]]; then
    "$@"
  else
    setpriv --reuid="$account" --regid="$account" --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override -- "$@"
  fi
}

# Makes a folder in DIR that belongs to the server.
make_folder() {
  mkdir "$dir/$1"
  if [[ $(id -u) -eq 0 ]]; then chown "$account:$account" "$dir" "$dir/$1"; fi
}

# A port nobody listens on, below those that the system gives to clients, so that a node finds it free when it comes back.
free_port() {
  local port
  while port=$((20000 + SRANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# Whether a process runs; one that ended and waits for its parent does not.
runs() { grep -q '^State:.[^Z]' "/proc/$1/status" 2>/dev/null; }

# The process id in a file's first line, if that process runs.
running_pid() {
  local pid=''
  if [[ -e $1 ]]; then read -r pid <"$1" || true; fi
  if [[ $pid ]] && runs "$pid"; then echo "$pid"; fi
}

# A process and all that came of it.
family() {
  local child
  echo "$1"
  for child in $(cat "/proc/$1"/task/*/children 2>/dev/null || true); do family "$child"; done
}

# Ends a process and its family at once. It stands still first, so that it replaces none of them.
kill_family() {
  local all
  kill -STOP "$1" 2>/dev/null || return 0
  mapfile -t all < <(family "$1")
  kill -KILL "${all[@]}" 2>/dev/null || true
  await_end 10 "${all[@]}" || fail "process $1 does not end"
}

# Whether all of the processes end within some seconds.
await_end() {
  local until=$((SECONDS + $1)) pid
  for pid in "${@:2}"; do
    while runs "$pid"; do
      [[ $SECONDS -lt $until ]] || return 1
      sleep 0.02
    done
  done
}

give_up() {
  tail -n 40 "$2" >&2 || true
  fail "the $kind server $1; above is the end of $2"
}
