// Serves the form of this folder on this machine, from an origin of its own, as any website would:
//
//   node examples/form/serve.mjs <capture_url> [port]
//
// A site of your own needs none of this: put the capture_url of your source, and your own address, where the page has {{…}}.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/** Serves the pages on `localhost`; answers the server and its origin. Port 0 takes any that is free. */
export async function serve(captureUrl, port = 0) {
  const server = createServer(async (request, response) => {
    const name = path.basename(new URL(request.url, 'http://localhost').pathname) || 'index.html';
    const type = TYPES[path.extname(name)];
    const text = type && (await readFile(path.join(import.meta.dirname, name), 'utf8').catch(() => undefined));
    if (text === undefined) return response.writeHead(404).end();
    const page = text.replaceAll('{{capture_url}}', captureUrl).replaceAll('{{origin}}', origin);
    response.writeHead(200, { 'content-type': type }).end(page);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  const origin = `http://localhost:${server.address().port}`;
  return { server, origin };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [captureUrl, port = '8080'] = process.argv.slice(2);
  if (!captureUrl) {
    console.error('usage: node examples/form/serve.mjs <capture_url> [port]');
    process.exit(2);
  }
  const { origin } = await serve(captureUrl, Number(port));
  console.log(`${origin} posts to ${captureUrl}. Its source has to allow this origin.`);
}
