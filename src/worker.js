// The Worker's entry: its two sides, each a module of wasm of its own. What answers requests is there from the start; what
// works behind them is loaded by the first object, message or sweep that comes to this isolate.

import { DurableObject } from 'cloudflare:workers';
import Front from './front/index.js';

const back = () => import('./back/index.js');

export default class extends Front {
  async queue(batch) {
    const { default: Back } = await back();
    return await new Back(this.ctx, this.env).queue(batch);
  }

  async scheduled(event) {
    const { default: Back } = await back();
    return await new Back(this.ctx, this.env).scheduled(event);
  }
}

/** An object of the back. Its events wait for it in the order in which they came. */
class Behind extends DurableObject {
  #object;

  constructor(name, state, env) {
    super(state, env);
    this.#object = back().then((classes) => new classes[name](state, env));
  }

  async fetch(request) {
    return await (await this.#object).fetch(request);
  }

  async alarm(info) {
    return await (await this.#object).alarm(info);
  }

  async webSocketMessage(socket, message) {
    return await (await this.#object).webSocketMessage(socket, message);
  }

  async webSocketClose(socket, code, reason, wasClean) {
    return await (await this.#object).webSocketClose(socket, code, reason, wasClean);
  }

  async webSocketError(socket, error) {
    return await (await this.#object).webSocketError(socket, error);
  }
}

export class Room extends Behind {
  constructor(state, env) {
    super('Room', state, env);
  }
}

export class Inbox extends Behind {
  constructor(state, env) {
    super('Inbox', state, env);
  }
}
