# SPDX-License-Identifier: BSL-1.0
# shellcheck shell=bash disable=SC2034,SC2154  # sourced by servers
# A Galera cluster of three MariaDB nodes. On one address they need ports of their own for everything.
# shellcheck source=/dev/null
source "$here/mariadb.sh"
galera_library=/usr/lib/galera/libgalera_smm.so

programs() {
  echo "mariadbd mariadb-server"
  echo "mariadb-install-db mariadb-server"
  echo "mariadb mariadb-client"
  echo "rsync rsync"
  echo "$galera_library galera-4"
}
nodes() { printf '%s\n' 1 2 3; }

create_nodes() {
  local node port
  create_data 1
  for node in 2 3; do cp -a "$dir/1" "$dir/$node"; done
  for node in 1 2 3; do
    for port in port group_port transfer_port increment_port; do free_port >"$dir/$node/$port"; done
  done
}

# One port of every node, joined by commas, each behind a prefix.
ports() { (cd "$dir" && cat "1/$1" "2/$1" "3/$1") | sed "s/^/${2-}/" | paste -s -d ,; }

cluster_options() {
  local group increment
  group=127.0.0.1:$(cat "$dir/$1/group_port") increment=127.0.0.1:$(cat "$dir/$1/increment_port")
  printf '%s\n' --binlog-format=ROW --innodb-autoinc-lock-mode=2 --wsrep-on=ON --wsrep-provider="$galera_library" \
    --wsrep-cluster-name="extsrc-$(cat "$dir/1/group_port")" --wsrep-cluster-address="gcomm://$(ports group_port 127.0.0.1:)" \
    --wsrep-node-name="node-$1" --wsrep-node-address="$group" \
    --wsrep-sst-method=rsync --wsrep-sst-receive-address="127.0.0.1:$(cat "$dir/$1/transfer_port")"
  printf -- '--wsrep-provider-options=base_port=%s;gmcast.listen_addr=tcp://%s;ist.recv_addr=%s;ist.recv_bind=%s;%s\n' \
    "${group#*:}" "$group" "$increment" "$increment" \
    'pc.recovery=true;gcache.size=64M;evs.suspect_timeout=PT3S;evs.inactive_timeout=PT8S'
}

# Further options come as arguments.
start_member() {
  local options
  mapfile -t options < <(cluster_options "$1")
  run_node "$1" "${options[@]}" "${@:2}"
  await_node "$1" "SELECT 1 FROM information_schema.global_status WHERE variable_name = 'WSREP_READY' AND variable_value = 'ON'"
}

# The first one begins the cluster when no node runs; the others join one after another.
start_all() {
  local node first=''
  if [[ -z $(pid_of 1)$(pid_of 2)$(pid_of 3) ]]; then
    first=$(most_advanced)
    begin_cluster "$first"
  fi
  for node in "${chosen[@]}"; do if [[ $node != "$first" ]]; then start_member "$node"; fi; done
}

begin_cluster() {
  local state=$dir/$1/data/grastate.dat
  if [[ -e $state ]]; then sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' "$state"; fi
  start_member "$1" --wsrep-new-cluster --init-file="$dir/$1/first.sql"
}

# That of the chosen nodes which has seen the latest transaction.
most_advanced() {
  local node position best=-2 first
  for node in "${chosen[@]}"; do
    position=$(recovered_position "$node")
    if [[ $position -gt $best ]]; then best=$position first=$node; fi
  done
  echo "$first"
}

recovered_position() {
  local options position=''
  if [[ -e $dir/$1/data/grastate.dat ]]; then
    mapfile -t options < <(node_options "$1" && cluster_options "$1")
    as_server mariadbd "${options[@]}" --skip-networking --wsrep-recover >"$dir/$1/recovery" 2>&1 </dev/null || true
    position=$(sed -n 's/.*Recovered position: .*:\(-\{0,1\}[0-9]*\)$/\1/p' "$dir/$1/recovery" | tail -n 1)
  fi
  echo "${position:--1}"
}

url_of() {
  local hosts=127.0.0.1 listen
  if [[ ${1-} ]]; then
    listen=$(cat "$dir/$1/port")
  else
    hosts=127.0.0.1,127.0.0.1,127.0.0.1 listen=$(ports port)
  fi
  echo "mysql://host=$hosts port=$listen db=extsrc user=extsrc password=extsrc"
}
