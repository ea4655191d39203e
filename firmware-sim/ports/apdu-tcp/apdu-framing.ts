/**
 * Speculos' framing of APDUs over TCP. A request is its length (4 bytes) and its bytes; a reply is the length of its
 * data without the status word (4 bytes), the data and the status word. Big-endian.
 */
import { maximumCommandLength } from '../../../src/protocol/apdu/apdu.ts';

const lengthBytes = 4;

export type ApduRequest =
  | { readonly kind: 'command'; readonly bytes: Uint8Array }
  /** A length that no command has. What follows is not looked at, and nothing of it is kept. */
  | { readonly kind: 'oversize'; readonly length: number };

export interface ApduReader {
  /** The requests that `chunk` completes, in order. A chunk may hold any part of one or many. */
  push(chunk: Uint8Array): ApduRequest[];
}

/** A reader holds at most one request: 264 bytes. */
export function createApduReader(): ApduReader {
  const held = new Uint8Array(lengthBytes + maximumCommandLength);
  const heldView = new DataView(held.buffer);
  let heldLength = 0;
  let wanted = lengthBytes;
  let refused = false;
  return {
    push(chunk) {
      const requests: ApduRequest[] = [];
      let offset = 0;
      while (!refused) {
        const part = chunk.subarray(offset, offset + wanted - heldLength);
        held.set(part, heldLength);
        heldLength += part.length;
        offset += part.length;
        if (heldLength < wanted) break;
        const length = heldView.getUint32(0);
        if (length > maximumCommandLength) {
          refused = true;
          requests.push({ kind: 'oversize', length });
        } else if (heldLength < lengthBytes + length) {
          wanted = lengthBytes + length;
        } else {
          requests.push({ kind: 'command', bytes: held.slice(lengthBytes, lengthBytes + length) });
          heldLength = 0;
          wanted = lengthBytes;
        }
      }
      return requests;
    },
  };
}

/** One reply, whole, for one write: clients take a segment for a reply. `response` has at least 2 bytes. */
export function frameReply(response: Uint8Array): Uint8Array {
  const framed = new Uint8Array(lengthBytes + response.length);
  new DataView(framed.buffer).setUint32(0, response.length - 2);
  framed.set(response, lengthBytes);
  return framed;
}
