// A server spoken to in bytes, for what a client library would never send.
import { spawnServer } from './client.mjs';

export const framed = (message) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

export const initialize = (processId = null) => ({ jsonrpc: '2.0', id: 'start', method: 'initialize', params: { processId, rootUri: null, capabilities: {} } });

export class RawServer {
  complaints = '';
  received = Buffer.alloc(0);
  waiting = [];

  constructor(args = []) {
    this.child = spawnServer(args);
    this.child.stderr.on('data', (data) => (this.complaints += data));
    this.child.stdin.on('error', () => {});
    this.child.stdout.on('data', (data) => {
      this.received = Buffer.concat([this.received, data]);
      this.deliver();
    });
    this.ended = new Promise((resolve) => this.child.on('close', (code, signal) => resolve(code ?? signal)));
  }

  send(...parts) {
    for (const part of parts) this.child.stdin.write(typeof part === 'string' ? part : framed(part));
  }

  /** The next message of the server, parsed. */
  next() {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.deliver();
    });
  }

  deliver() {
    while (this.waiting.length > 0) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.received.subarray(0, 60).toString('latin1'));
      if (!head || this.received.length < head[0].length + Number(head[1])) return;
      const end = head[0].length + Number(head[1]);
      const message = JSON.parse(this.received.subarray(head[0].length, end).toString('utf8'));
      this.received = this.received.subarray(end);
      this.waiting.shift()(message);
    }
  }
}
