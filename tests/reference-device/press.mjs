// @ts-check
/** One line for the press port: `node tests/reference-device/press.mjs 9996 pin 1234`. Ends once it's done, with 1 if nobody knows how. */
import { once } from 'node:events';
import { connect } from 'node:net';

const [port, ...words] = process.argv.slice(2);
const socket = connect(Number(port), '127.0.0.1');
socket.write(`${words.join(' ')}\n`);
const [answer] = await once(socket, 'data');
socket.end();
process.stdout.write(String(answer));
process.exitCode = String(answer).startsWith('error') ? 1 : 0;
