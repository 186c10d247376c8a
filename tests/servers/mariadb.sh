# SPDX-License-Identifier: BSL-1.0
# shellcheck shell=bash disable=SC2034,SC2154  # sourced by servers
# One MariaDB server, and what the nodes of a cluster have in common with it.
account=mysql

programs() {
  echo "mariadbd mariadb-server"
  echo "mariadb-install-db mariadb-server"
  echo "mariadb mariadb-client"
}
nodes() { echo 1; }

create_nodes() {
  create_data 1
  free_port >"$dir/1/port"
}

# A server that starts removes whatever another one has just made in a folder for temporary files that they share.
create_data() {
  make_folder "$1"
  as_server mkdir "$dir/$1/temporary"
  as_server env TMPDIR="$dir/$1/temporary" mariadb-install-db --no-defaults --datadir="$dir/$1/data" --auth-root-authentication-method=normal --skip-test-db \
    --skip-name-resolve >"$dir/$1/install.log" 2>&1 || give_up "was not made" "$dir/$1/install.log"
  cat >"$dir/$1/first.sql" <<END
CREATE USER IF NOT EXISTS extsrc@'127.0.0.1' IDENTIFIED BY 'extsrc';
GRANT ALL ON *.* TO extsrc@'127.0.0.1' WITH GRANT OPTION;
CREATE DATABASE IF NOT EXISTS extsrc;
END
}

# Characters and collation are those of Debian's configuration.
node_options() {
  printf '%s\n' --no-defaults --datadir="$dir/$1/data" --tmpdir="$dir/$1/temporary" --socket="$dir/$1/socket" --pid-file="$dir/$1/pid" \
    --bind-address=127.0.0.1 --port="$(cat "$dir/$1/port")" --skip-name-resolve --max-connections=300 \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_general_ci --innodb-log-file-size=64M
  if [[ $fast ]]; then
    printf '%s\n' --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 --innodb-flush-method=nosync
  fi
}

# Its own pid file comes late. Further options come as arguments.
run_node() {
  local options
  mapfile -t options < <(node_options "$1")
  rm -f "$dir/$1/started"
  # shellcheck disable=SC2016
  as_server setsid --fork sh -c 'echo $$ >"$0/started" && exec mariadbd "$@" >>"$0/log" 2>&1' \
    "$dir/$1" "${options[@]}" "${@:2}" </dev/null >/dev/null 2>&1
}

start_node() {
  run_node "$1" --init-file="$dir/$1/first.sql"
  await_node "$1" 'SELECT 1'
}

# Waits until a query answers 1, as long as the node runs.
await_node() {
  local until=$((SECONDS + 120))
  until [[ $(query "$1" "$2" 2>/dev/null) == 1 ]]; do
    if [[ $SECONDS -ge $until ]]; then give_up "is not ready after 120 seconds" "$dir/$1/log"; fi
    if [[ -s $dir/$1/started && -z $(pid_of "$1") ]]; then give_up "ended" "$dir/$1/log"; fi
    sleep 0.05
  done
}

query() {
  mariadb --no-defaults --protocol=tcp --host=127.0.0.1 --port="$(cat "$dir/$1/port")" --user=extsrc --password=extsrc \
    --skip-column-names --batch --execute="$2"
}

stop_node() {
  local pid
  pid=$(pid_of "$1")
  [[ $pid ]] || return 0
  kill -TERM "$pid"
  await_end 60 "$pid" || fail "node $1 does not stop"
}

pid_of() { running_pid "$dir/$1/started"; }

url_of() { echo "mysql://host=127.0.0.1 port=$(cat "$dir/1/port") db=extsrc user=extsrc password=extsrc"; }
