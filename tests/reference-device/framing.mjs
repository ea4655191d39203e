// @ts-check
/** The carriers: docs/protocol.md "Transport". The WebSocket needs none: a message is a command, or its answer. */

/** @typedef {(command: Buffer) => Buffer} Exchange */

/** Ledger's framing in reports of 64 bytes: each report that arrives, and the reports that it leads to. @param {Exchange} exchange */
export function createHidFraming(exchange) {
  /** What is halfway on each channel, the one idle longest first. @type {Map<number, { length: number, data: Buffer, next: number }>} */
  const halfway = new Map();

  /** @param {number} channel @param {Buffer} answer */
  function reportsOf(channel, answer) {
    const reports = [];
    for (let rest = answer, sequence = 0; sequence === 0 || rest.length > 0; sequence += 1) {
      const report = Buffer.alloc(64);
      report.writeUInt16BE(channel, 0);
      report[2] = 5;
      report.writeUInt16BE(sequence, 3);
      if (sequence === 0) report.writeUInt16BE(answer.length, 5);
      rest = rest.subarray(rest.copy(report, sequence === 0 ? 7 : 5));
      reports.push(report);
    }
    return reports;
  }

  return (/** @type {Uint8Array} */ bytes) => {
    const report = Buffer.from(bytes);
    if (report.length !== 64) return [];
    const [channel, tag, sequence] = [report.readUInt16BE(0), report[2] ?? 0, report.readUInt16BE(3)];
    if (tag === 0 || tag === 1) return [Buffer.concat([report.subarray(0, 3), Buffer.alloc(61)])];
    if (tag === 2) return [report];
    if (tag === 8)
      return [Buffer.concat([report.subarray(0, 3), Buffer.from([0, 0, 0x3e, 1, 0x3e]), Buffer.alloc(56)])];
    if (tag !== 5) return [];
    let message = halfway.get(channel);
    halfway.delete(channel);
    if (sequence === 0) {
      message = { length: report.readUInt16BE(5), data: report.subarray(7), next: 1 };
      if (message.length > 260) return reportsOf(channel, Buffer.from('6700', 'hex'));
    } else {
      if (message?.next !== sequence) return [];
      message = { ...message, data: Buffer.concat([message.data, report.subarray(5)]), next: sequence + 1 };
    }
    if (message.data.length >= message.length)
      return reportsOf(channel, exchange(message.data.subarray(0, message.length)));
    halfway.set(channel, message);
    const [idlest] = halfway.keys();
    if (halfway.size > 4 && idlest !== undefined) halfway.delete(idlest);
    return [];
  };
}

/** As in Speculos: bytes as they come, and the commands that are whole. A length over 260 is nobody's: the link has to end. */
export function createTcpFraming() {
  let rest = Buffer.alloc(0);
  return (/** @type {Uint8Array} */ bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const commands = [];
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0);
      if (length > 260) return { commands, tooLong: true };
      if (rest.length < 4 + length) break;
      commands.push(rest.subarray(4, 4 + length));
      rest = rest.subarray(4 + length);
    }
    return { commands, tooLong: false };
  };
}

/** @param {Buffer} answer */
export function tcpAnswer(answer) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(answer.length - 2);
  return Buffer.concat([length, answer]);
}
