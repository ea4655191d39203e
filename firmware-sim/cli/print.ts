/** Prints on standard output, which may be closed or full. */

export type Printed = 'whole' | 'closed' | { readonly failed: string };

/** What is written by now has arrived, or never will. Never throws. */
export async function print(text: string): Promise<Printed> {
  return new Promise((resolve) => {
    const take = (error?: Error | null): void => {
      if (error === undefined || error === null) resolve('whole');
      else if ('code' in error && error.code !== 'EPIPE') resolve({ failed: String(error.code) });
      else resolve('closed');
    };
    process.stdout.write(text, take);
  });
}

/** Without listeners a failed write would end the process with a stack, or with the words of the system. */
export function outliveLostOutput(): void {
  // The caller learns of it from `print`; no one could be told of a lost line on standard error.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}
