/**
 * Leadroom's API with types. Every path, parameter, body and answer is known to the compiler: `schema.ts` is made from
 * the API's own OpenAPI document.
 */

import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type { components, operations, paths } from './schema.ts';

/** The objects of the API by name, as in `Schemas['Record']`. */
export type Schemas = components['schemas'];
/** A refusal or failure (RFC 9457). Its `code` is stable. */
export type Problem = Schemas['Problem'];
/** The API. */
export type Leadroom = Client<paths>;

/** Where Leadroom is, and who calls. */
export interface Options {
  /** Its address, as `https://leads.example.com`. */
  url: string;
  /** An API key or a JWT. Left out, the browser's session cookie goes along. */
  key?: string;
  /** Another `fetch` than the platform's. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client. Its methods answer `{ data, error, response }` and throw only when there is no answer at all. */
export function leadroom({ url, key, fetch }: Options): Leadroom {
  const client = createClient<paths>({ baseUrl: url.replace(/\/+$/, ''), credentials: key === undefined ? 'include' : 'omit', ...(fetch && { fetch }) });
  if (key !== undefined) client.use(bearer(key));
  return client;
}

function bearer(key: string): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${key}`);
      return request;
    },
  };
}

/** What `need` throws. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** What Leadroom said. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** The data of an answer. Throws `Refused` when it is a problem instead. */
export async function need<Data>(answer: Promise<{ data?: Data; error?: Problem }>): Promise<Data> {
  const { data, error } = await answer;
  if (error !== undefined) throw new Refused(error);
  return data as Data;
}

/** Everything in a list, page by page, as it is asked for. */
export async function* entries<Entry>(
  page: (cursor: string | undefined) => Promise<{ data?: { data: Entry[]; next_cursor: string | null }; error?: Problem }>,
): AsyncGenerator<Entry> {
  for (let cursor: string | undefined; ; ) {
    const { data, next_cursor: next } = await need(page(cursor));
    yield* data;
    if (next === null) return;
    cursor = next;
  }
}
