// SPDX-License-Identifier: BSL-1.0
// A network between a host and its database server, as bad as a test wants it.
import net from 'node:net';

// Listens on loopback, and carries what comes there to the server of a database URL and back.
export class Network {
  latency = 0; // ms, each way
  #silentFrom;
  #connections = new Set();
  #server = net.createServer((client) => this.#carry(client));

  // @returns the network, and the URL of the database through it
  static async before(url) {
    const network = new Network();
    const port = Number(/\bport=(\d+)/.exec(url)[1]);
    network.to = { host: '127.0.0.1', port };
    await new Promise((resolve) => network.#server.listen(0, '127.0.0.1', resolve));
    network.url = url.replace(/\bport=\d+/, `port=${network.#server.address().port}`);
    return network;
  }

  // Ends all connections; new ones go silent for good with the first bytes that contain the text.
  goSilentFrom(text) {
    this.#silentFrom = text;
    this.breakAll();
  }
  // Lets new connections speak again. Those that are silent stay so.
  speakAgain() {
    this.#silentFrom = undefined;
  }
  breakAll() {
    for (const each of this.#connections) each.destroy();
  }
  async close() {
    this.breakAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(client) {
    const server = net.connect(this.to);
    let silent = false;
    const ends = (one, other) => {
      this.#connections.add(one);
      one.on('error', () => {}).on('close', () => {
        this.#connections.delete(one);
        other.destroy();
      });
    };
    ends(client, server);
    ends(server, client);
    const pass = (to) => (bytes) => {
      silent ||= this.#silentFrom !== undefined && bytes.includes(this.#silentFrom);
      if (!silent) setTimeout(() => to.write(bytes), this.latency);
    };
    client.setNoDelay().on('data', pass(server));
    server.setNoDelay().on('data', pass(client));
  }
}
