/** The host's part of an entropy check that is no test of it: keeps the first candidate. */
import { statusWords } from '../../protocol/apdu/status-words.ts';
import { notReached, type Kit } from './kit.ts';

export async function keepOne(kit: Kit): Promise<Uint8Array> {
  const { probe, port } = kit;
  const committed = await probe.ask('commit');
  const named = await probe.ask('entropy', port.random(32));
  const kept = await probe.ask('keep', named.data.length === 16 ? named.data : undefined);
  if ([committed, named, kept].some(({ word }) => word !== statusWords.ok)) throw notReached;
  return named.data;
}
