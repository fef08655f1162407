// The Worker as it is built, on a platform that can be told to run out of randomness: without it there are no ids and no
// secrets, and the shell panics (`shell/bindings.rs`). So a real panic can be had from the very wasm that is deployed, at
// will: `x-panic: worker` has it in the Worker, `x-panic: room` in the next room that something is done in.

import Leadroom, { Room } from './index.js';

export * from './index.js';
export default Leadroom;

let broken = false;
let armed = false;
const real = crypto.getRandomValues.bind(crypto);
Object.defineProperty(crypto, 'getRandomValues', {
  value(bytes) {
    if (!broken) return real(bytes);
    broken = false;
    throw new Error('there is no randomness');
  },
});

const { fetch } = Leadroom.prototype;
Leadroom.prototype.fetch = function (request) {
  const where = request.headers.get('x-panic');
  broken ||= where === 'worker';
  armed ||= where === 'room';
  return fetch.call(this, request);
};

const { fetch: enter } = Room.prototype;
Room.prototype.fetch = function (request) {
  broken ||= armed;
  armed = false;
  return enter.call(this, request);
};
