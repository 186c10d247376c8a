// SPDX-License-Identifier: BSL-1.0
// Bundles the pages into one ES module, dist/console.js or the file that is named.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/console.js'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outfile: process.argv[2] ?? 'dist/console.js',
});
