/** The part of the simulator that shows addresses, a chunk of its own: handed to the frame before it's asked what it can do. */
export async function frameAddresses(): Promise<string | undefined> {
  const { default: script } = await import('./frame-scripts/addresses.ts');
  return script === '' ? undefined : script;
}
