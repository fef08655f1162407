// How many requests a second, and how long one takes: a fixed number of callers, each of whom asks again as soon as the
// answer is there, over loopback.

import http from 'node:http';
import { performance } from 'node:perf_hooks';

const CALLERS = 8;
const WARM_UP = 1_000;

/** What is asked for, by name: each a function of the request's number. */
async function loads(url, { agent, colleagues }) {
  const response = await fetch(`${url}/v1/leads?owner=me&limit=200`, { headers: { authorization: `Bearer ${agent.key}` } });
  const own = (await response.json()).data.map(({ id }) => id);
  const record = (index) => own[index % own.length];
  return {
    get: (index) => ['GET', `/v1/leads/${record(index)}`],
    list: (index) => ['GET', index % 2 ? '/v1/leads' : '/v1/leads?owner=me&sort=-created_at'],
    edit: (index) => ['PATCH', `/v1/leads/${record(index)}`, { title: `Head of Department ${index}` }],
    'add collaborator': (index) => {
      const colleague = colleagues[Math.floor(index / own.length) % colleagues.length];
      return ['PUT', `/v1/leads/${record(index)}/collaborators/${colleague}`, {}];
    },
  };
}

/** Answers `[{ name, perSecond, median, p95, failed }]`, times in milliseconds. */
export async function load(url, world, seconds) {
  const results = [];
  for (const [name, request] of Object.entries(await loads(url, world))) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: CALLERS });
    const taken = [];
    let index = 0;
    let failed = 0;
    const begin = performance.now() + WARM_UP;
    const end = begin + seconds * 1000;
    const caller = async () => {
      while (performance.now() < end) {
        const started = performance.now();
        const status = await ask(agent, url, world.agent.key, ...request(index++));
        if (started < begin) continue;
        if (status >= 200 && status < 300) taken.push(performance.now() - started);
        else failed += 1;
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
    agent.destroy();
    taken.sort((a, b) => a - b);
    const at = (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? null;
    results.push({ name, perSecond: taken.length / seconds, median: at(0.5), p95: at(0.95), failed });
  }
  return results;
}

/** Answers the status; 0 when there was no answer. */
function ask(agent, url, key, method, path, body) {
  return new Promise((resolve) => {
    const text = body && JSON.stringify(body);
    const headers = { authorization: `Bearer ${key}` };
    if (text) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    const request = http.request(url + path, { method, agent, headers }, (response) => {
      response.on('error', () => resolve(0));
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    });
    // The other side may close a kept connection at the moment of its use: that is to be asked again.
    request.on('error', () => resolve(request.reusedSocket ? ask(agent, url, key, method, path, body) : 0));
    request.end(text);
  });
}
