// SPDX-License-Identifier: BSL-1.0
// Bundles the pages into one ES module, dist/console.js, and refuses to let it grow beyond what a page should load.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.resolve(process.argv[2] ?? path.join(here, 'dist', 'console.js'));
const maxGzipped = 300_000; // bytes

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ['src/console.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'eof',
  write: false,
});
const [bundle] = outputFiles;
const gzipped = gzipSync(bundle.contents, { level: 9 }).length;
if (gzipped > maxGzipped) throw new Error(`console.js is ${gzipped} bytes gzipped; at most ${maxGzipped} are allowed`);

await mkdir(path.dirname(output), { recursive: true });
await writeFile(output, bundle.contents);
console.log(`${path.relative(process.cwd(), output)}: ${bundle.contents.length} bytes, ${gzipped} gzipped`);
