// Holds what the running Worker takes and answers against the document that it publishes. `support.mjs` has every answer
// of every test checked here, so that an answer which the document does not know fails the test that met it.
//
// The published schemas leave room for members to come; here there is none: what is not described is a mistake.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** Which operations were answered how, by the process that asked: `npm test` looks at all of them in the end. */
const COVERAGE = path.join(ROOT, '.wrangler', 'contract');

export const document = JSON.parse(readFileSync(path.join(ROOT, 'public', 'openapi.json'), 'utf8'));

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z]+:\/\/\S+$/,
  'plain-text': (text) => !CONTROL.test(text),
};
const ANY_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const OUR_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The document with every object closed that says what it has. */
function closed(schema, inAll = false) {
  if (Array.isArray(schema)) return schema.map((one) => closed(one, inAll));
  if (schema === null || typeof schema !== 'object') return schema;
  const all = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, ['example', 'examples', 'enum', 'const', 'required'].includes(key) ? value : closed(value, key === 'allOf')]),
  );
  const described = all.type === 'object' && all.properties !== undefined && !inAll;
  return described && !('additionalProperties' in all) ? { ...all, additionalProperties: false } : all;
}

function validators(root, time) {
  const ajv = new Ajv({ strict: false, allErrors: false, formats: { ...FORMATS, 'date-time': time } });
  ajv.addSchema({ $id: 'api', ...root });
  const known = new Map();
  /** What is wrong with `value`, by the schema at this place of the document; nothing when it is right. */
  return (pointer, value) => {
    if (!known.has(pointer)) known.set(pointer, ajv.compile({ $ref: `api#${pointer}` }));
    const validate = known.get(pointer);
    return validate(value) ? undefined : validate.errors.map(({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`).join('; ');
  };
}

const wrongInAnswer = validators({ components: closed(document.components), paths: closed(document.paths) }, OUR_TIME);
/** What is wrong with something that is sent, by the schema at this place of the document. */
export const wrongInRequest = validators({ components: document.components, paths: document.paths }, ANY_TIME);

/** The headers of an answer that mean something to who calls. */
const TOLD = ['x-request-id', 'x-d1-bookmark', 'etag', 'location', 'link', 'idempotency-replayed', 'set-cookie', 'www-authenticate', 'retry-after', 'ratelimit-policy'];

/** A JSON pointer (RFC 6901), as a fragment of an address. */
export const pointer = (...parts) => parts.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** What stands in the document at `value`, and where: references are followed. */
function resolve(value, at) {
  if (!value?.$ref) return [value, at];
  const to = value.$ref.slice(1);
  const found = to.slice(1).split('/').reduce((here, part) => here[part.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  return resolve(found, to);
}

const PATHS = Object.keys(document.paths)
  .map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/[.]/g, '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) }))
  .sort((a, b) => a.template.split('{').length - b.template.split('{').length);

/** The path of the document that a path leads to. */
export const templateOf = (target) => PATHS.find(({ pattern }) => pattern.test(target))?.template;

const covered = new Set();
process.on('exit', () => {
  if (covered.size === 0) return;
  mkdirSync(COVERAGE, { recursive: true });
  writeFileSync(path.join(COVERAGE, `${process.pid}.json`), JSON.stringify([...covered]));
});

/** Forgets which operations were answered. */
export function forgetCoverage() {
  rmSync(COVERAGE, { recursive: true, force: true });
}

/** The routes that no test had answered well; one kind of record stands for all three. */
export function uncovered() {
  const files = readdirSync(COVERAGE).map((file) => JSON.parse(readFileSync(path.join(COVERAGE, file), 'utf8')));
  const route = (name) => name.replace(/\/v1\/(leads|contacts|deals)\b/, '/v1/R');
  const well = new Set(files.flat().filter((line) => Number(line.split(' ')[2]) < 400).map((line) => route(line.split(' ').slice(0, 2).join(' '))));
  const all = Object.entries(document.paths).flatMap(([template, item]) => Object.keys(item).map((method) => route(`${method.toUpperCase()} ${template}`)));
  return [...new Set(all)].filter((name) => !well.has(name));
}

/**
 * Throws when an answer, or a request that was done, is not as the document says. `sent`: the text of a JSON body.
 */
export function checkContract({ method, target, sent, status, headers, text, body }) {
  const { pathname, searchParams } = new URL(target, 'http://host');
  const template = templateOf(pathname);
  const asked = (method === 'HEAD' ? 'GET' : method).toLowerCase();
  if (!template || asked === 'options') return;
  const told = `${method} ${target.slice(0, 200)} → ${status} ${text.slice(0, 1000)}`;
  const operation = document.paths[template][asked];
  if (!operation) {
    assert.ok([401, 404, 405].includes(status), `the document has no ${method} of ${template}: ${told}`);
    return;
  }
  covered.add(`${asked.toUpperCase()} ${template} ${status}`);
  const at = pointer('paths', template, asked);
  const known = operation.responses[status];
  assert.ok(known, `the document has no ${status} for ${asked.toUpperCase()} ${template}: ${told}`);
  const [answer, where] = resolve(known, `${at}${pointer('responses', status)}`);
  for (const [name, reference] of Object.entries(answer.headers ?? {})) {
    const [header] = resolve(reference, '');
    if (header.required) assert.ok(headers.has(name), `no ${name}: ${told}`);
  }
  for (const name of TOLD) assert.ok(!headers.has(name) || Object.keys(answer.headers ?? {}).some((known) => known.toLowerCase() === name), `the document has no ${name}: ${told}`);
  if (method !== 'HEAD') {
    const media = (headers.get('content-type') ?? '').split(';')[0];
    if (answer.content) {
      assert.ok(answer.content[media], `the document has no ${media}: ${told}`);
      if (/json$/.test(media)) {
        const wrong = wrongInAnswer(`${where}${pointer('content', media, 'schema')}`, body);
        assert.equal(wrong, undefined, `${told}\nis not as the document says: ${wrong}`);
      }
    } else assert.equal(text, '', `the document has no body: ${told}`);
  }
  if (status >= 200 && status < 300) {
    for (const name of searchParams.keys()) {
      assert.ok(operation.parameters.some((parameter) => parameter.in === 'query' && parameter.name === name), `the document has no ?${name}=: ${told}`);
    }
    if (sent && operation.requestBody?.content['application/json']) {
      const wrong = wrongInRequest(`${at}${pointer('requestBody', 'content', 'application/json', 'schema')}`, JSON.parse(sent));
      assert.equal(wrong, undefined, `${sent.slice(0, 500)} was accepted, but is not as the document says: ${wrong}\n${told}`);
    }
  }
}
