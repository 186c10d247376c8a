// SPDX-License-Identifier: BSL-1.0
// Runs programs.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

// A running program: `exited` resolves to {code, signal}, `errors()` is what it wrote to standard error so far.
export function run(program, parameters, options = {}) {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, exited, output: () => output, errors: () => errors };
}

// Runs a program to its end and returns what it printed; anything but exit code 0 is an error with what it said.
export async function runToEnd(program, parameters, options) {
  const running = run(program, parameters, options);
  const { code, signal } = await running.exited;
  if (code !== 0) {
    throw new Error(`${path.basename(program)} ended with ${signal ?? code}:\n${running.errors().slice(-4000)}`);
  }
  return running.output();
}
