// WebSockets as the tests of the live connections use them: with headers, and with an ear for the frames themselves. (The
// local runtime lets go of a connection only some seconds after both sides have closed it, and clients tell no sooner.)

import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { until } from './support.mjs';

/** Asks for a connection: `{ status, body }`, and where it is one, `socket` and the bytes that came along. */
export async function upgrade(app, target, headers = {}) {
  const { hostname, port } = new URL(app.url);
  const key = randomBytes(16).toString('base64');
  const asking = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': key, ...headers };
  return await new Promise((resolve, reject) => {
    const asked = http.request({ hostname, port, path: target, headers: asking });
    asked.on('upgrade', (_, socket, head) => resolve({ status: 101, socket, head }));
    asked.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: text && JSON.parse(text) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** A frame of a client (RFC 6455, 5.2): masked, and short. */
function frame(opcode, payload) {
  const mask = randomBytes(4);
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length]), mask, payload.map((byte, index) => byte ^ mask[index % 4])]);
}

/** An open connection, and all that it heard. */
export class Socket {
  constructor(socket, head) {
    this.heard = [];
    /** With which code the other side closed; 1006 when it was gone. */
    this.closed = null;
    this.socket = socket;
    this.bytes = Buffer.alloc(0);
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', () => {});
    socket.on('close', () => (this.closed ??= 1006));
    this.read(head);
  }

  /** Opens one; it has heard its first message, unless `silent`. */
  static async open(app, target, { key, headers = {}, silent = false } = {}) {
    const answer = await upgrade(app, target, key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` });
    if (answer.status !== 101) throw new Error(`${target}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const socket = new Socket(answer.socket, answer.head);
    if (!silent) await until(() => socket.heard.length > 0, `${target} says hello`);
    return socket;
  }

  read(chunk) {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    while (this.bytes.length >= 2) {
      const [opcode, short] = [this.bytes[0] & 0x0f, this.bytes[1] & 0x7f];
      const start = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (this.bytes.length < start) return;
      const length = short < 126 ? short : short === 126 ? this.bytes.readUInt16BE(2) : Number(this.bytes.readBigUInt64BE(2));
      if (this.bytes.length < start + length) return;
      const payload = this.bytes.subarray(start, start + length);
      this.bytes = this.bytes.subarray(start + length);
      this.take(opcode, payload);
    }
  }

  take(opcode, payload) {
    if (opcode === 1) {
      const text = payload.toString();
      this.heard.push({ at: performance.now(), text, ...(text.startsWith('{') && JSON.parse(text)) });
    } else if (opcode === 8) {
      this.closed ??= payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.socket.end(frame(8, payload.subarray(0, 2)));
    } else if (opcode === 9) this.socket.write(frame(10, payload));
  }

  /** What was heard, by what it is: events by their numbers. */
  get gist() {
    return this.heard.map(({ type, event }) => (type === 'event' ? event.seq : type));
  }

  get events() {
    return this.heard.filter(({ type }) => type === 'event').map(({ event }) => event);
  }

  last(type) {
    return this.heard.findLast((message) => message.type === type);
  }

  /** Waits until an event of this number was heard. */
  async reaches(seq) {
    await until(() => this.heard.findLast(({ type }) => type === 'event')?.event.seq >= seq, `event ${seq} is heard`);
  }

  /** Waits for the end; with which code it came. */
  async end() {
    await until(() => this.closed !== null, 'the connection is closed');
    return this.closed;
  }

  send(text) {
    this.socket.write(frame(1, Buffer.from(text)));
  }

  /** Hangs up, in order. */
  close() {
    this.socket.write(frame(8, Buffer.from([0x03, 0xe8])));
  }
}
