// `npm run generate`: what is made from the code and kept beside it, in this order: public/openapi.json from the routes,
// and from that the types of the TypeScript client. `npm test` fails when either is older than what it is made from.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { ROOT, Stop, isProgram, program, run, say } from './project.mjs';

const DOCUMENT = path.join(ROOT, 'public', 'openapi.json');
const TYPES = path.join(ROOT, 'clients', 'typescript', 'src', 'schema.ts');
const HEAD = '// Made from public/openapi.json by `npm run generate`.\n\n';

async function types() {
  return HEAD + astToString(await openapiTypescript(pathToFileURL(DOCUMENT), { alphabetize: false }));
}

/** Throws when the types are not those of the document. */
export async function checkTypes() {
  if (readFileSync(TYPES, 'utf8') !== (await types())) throw new Stop('the types of the client are older than public/openapi.json: npm run generate');
}

/** Type-checks the TypeScript client and its example. */
export async function checkClient() {
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  await run(process.execPath, [tsc, '--project', path.join('clients', 'typescript')], { name: 'tsc' });
}

if (isProgram(import.meta.url)) {
  await program(async () => {
    await run('cargo', ['run', '--quiet', '--package', 'leadroom-openapi']);
    writeFileSync(TYPES, await types());
    say('public/openapi.json and clients/typescript/src/schema.ts are up to date');
  });
}
