/** A ceremony that a host stops after the device has said a bad result: the result stays (H12). */
import { stopRequest, type Flow } from '../flow.ts';

/** What `flow` gives; `result` when the host stops it while `wasSaid`. */
export function* endedAs<Result, Said>(
  result: Said,
  wasSaid: () => boolean,
  flow: Flow<Result>,
): Flow<Result | Said> {
  try {
    return yield* flow;
  } catch (thrown) {
    if (thrown === stopRequest && wasSaid()) return result;
    throw thrown;
  }
}
