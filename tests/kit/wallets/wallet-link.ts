/** How a wallet's code reaches a device: a transport of Ledger's, as its libraries take one. */
import type Transport from '@ledgerhq/hw-transport';

/** One command, one response, status word included. A command that waits for a person is answered late. */
export type Exchange = (command: Uint8Array) => Promise<Uint8Array>;

/** 64-byte reports in both directions, without the report's number. */
export interface ReportPipe {
  send(report: Uint8Array): void;
  onReport(listener: (report: Uint8Array) => void): void;
}

export interface WalletLink {
  readonly transport: Transport;
  close(): Promise<void>;
}
