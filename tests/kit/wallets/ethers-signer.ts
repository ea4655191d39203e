/** A signer of ethers whose key is on the device, by Ledger's library: the least that its abstract signer asks for. */
import type Eth from '@ledgerhq/hw-app-eth';
import {
  AbstractSigner,
  copyRequest,
  hexlify,
  resolveAddress,
  toUtf8Bytes,
  Transaction,
  TypedDataEncoder,
  type Provider,
  type TransactionRequest,
  type TypedDataDomain,
  type TypedDataField,
} from 'ethers';
import { joinSignature } from './hw-app-eth.ts';

export class LedgerSigner extends AbstractSigner {
  readonly #eth: Eth;
  readonly #path: string;

  constructor(eth: Eth, path: string, provider?: Provider) {
    super(provider);
    this.#eth = eth;
    this.#path = path;
  }

  async getAddress(): Promise<string> {
    const { address } = await this.#eth.getAddress(this.#path);
    return address;
  }

  connect(provider: Provider | null): LedgerSigner {
    return new LedgerSigner(this.#eth, this.#path, provider ?? undefined);
  }

  override async signTransaction(request: TransactionRequest): Promise<string> {
    // A signer knows who it is, and an unsigned transaction has no sender.
    const { from: _from, to, ...fields } = copyRequest(request);
    const recipient = to === null || to === undefined ? null : await resolveAddress(to, this.provider);
    const transaction = Transaction.from({ ...fields, to: recipient });
    const { r, s, v } = await this.#eth.signTransaction(
      this.#path,
      transaction.unsignedSerialized.slice(2),
      null,
    );
    transaction.signature = { r: `0x${r}`, s: `0x${s}`, v: BigInt(`0x${v}`) };
    return transaction.serialized;
  }

  override async signMessage(message: string | Uint8Array): Promise<string> {
    const bytes = typeof message === 'string' ? toUtf8Bytes(message) : message;
    return joinSignature(await this.#eth.signPersonalMessage(this.#path, hexlify(bytes).slice(2)));
  }

  override async signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ): Promise<string> {
    const payload = TypedDataEncoder.getPayload(domain, types, value) as Parameters<
      Eth['signEIP712Message']
    >[1];
    return joinSignature(await this.#eth.signEIP712Message(this.#path, payload));
  }
}
