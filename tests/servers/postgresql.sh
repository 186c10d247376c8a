# SPDX-License-Identifier: BSL-1.0
# shellcheck shell=bash disable=SC2034,SC2154  # sourced by servers
# One PostgreSQL 15 server.
account=postgres
postgresql_programs=/usr/lib/postgresql/15/bin

programs() {
  echo "$postgresql_programs/postgres postgresql-15"
  echo "psql postgresql-client-15"
}
nodes() { echo 1; }

# Sorts as a language does, as most installations do, so that tests find a query that relies on the order of bytes.
create_nodes() {
  make_folder 1
  as_server "$postgresql_programs/initdb" --pgdata="$dir/1/data" --username=extsrc --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync >"$dir/1/initdb.log" 2>&1 ||
    give_up "was not made" "$dir/1/initdb.log"
  free_port >"$dir/1/port"
  cat >>"$dir/1/data/postgresql.conf" <<END
port = $(cat "$dir/1/port")
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
dynamic_shared_memory_type = mmap
max_connections = 300
END
  if [[ $fast ]]; then printf '%s = off\n' fsync synchronous_commit full_page_writes >>"$dir/1/data/postgresql.conf"; fi
}

query() {
  psql --no-psqlrc --tuples-only --no-align --host=127.0.0.1 --port="$(cat "$dir/1/port")" --username=extsrc --dbname=postgres \
    --command="$1"
}

start_node() {
  forget_node
  as_server "$postgresql_programs/pg_ctl" start --silent --wait --timeout=60 --pgdata="$dir/1/data" --log="$dir/1/log" \
    </dev/null >/dev/null 2>&1 || give_up "does not start" "$dir/1/log"
  if [[ -z $(query "SELECT 1 FROM pg_database WHERE datname = 'extsrc'") ]]; then query 'CREATE DATABASE extsrc' >/dev/null; fi
}

stop_node() { as_server "$postgresql_programs/pg_ctl" stop --silent --mode=fast --pgdata="$dir/1/data" >/dev/null; }

pid_of() { running_pid "$dir/1/data/postmaster.pid"; }

# A killed server leaves its process id behind, and the small piece of shared memory by which a second one notices the first.
forget_node() {
  local memory
  [[ -e $dir/1/data/postmaster.pid ]] || return 0
  memory=$(sed -n '7s/.* //p' "$dir/1/data/postmaster.pid")
  if [[ $memory ]]; then ipcrm --shmem-id "$memory" 2>/dev/null || true; fi
  rm "$dir/1/data/postmaster.pid"
}

url_of() { echo "postgresql://host=127.0.0.1 port=$(cat "$dir/1/port") dbname=extsrc user=extsrc password=extsrc"; }
