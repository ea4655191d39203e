/** What `firmware-sim` says in a terminal. */

/** What the help names beside its flags. */
export interface SimulatorHelpFacts {
  readonly models: readonly string[];
  readonly kinds: readonly string[];
  readonly personaModels: readonly string[];
  readonly personaModes: readonly string[];
  readonly ports: Readonly<Record<'api' | 'apdu' | 'wire' | 'usb', number>>;
}

export interface SimulatorMessages {
  readonly help: (facts: SimulatorHelpFacts) => string;
  /** What is wrong with a command line. `given`: what the person wrote after the flag. */
  readonly usage: {
    readonly choose: (flag: string, given: string, choices: readonly string[]) => string;
    readonly port: (flag: string, given: string) => string;
    readonly origin: (flag: string, given: string) => string;
    readonly count: (flag: string, given: string, least: number, most: number) => string;
    readonly milliseconds: (flag: string, given: string, most: number) => string;
    readonly usbIds: (flag: string, given: string) => string;
    readonly version: (flag: string, given: string) => string;
    readonly fileNeeded: (flag: string) => string;
    readonly onlyWith: (flag: string, other: string) => string;
    readonly notWith: (flag: string, other: string) => string;
    readonly onePersona: (given: string) => string;
    readonly makeName: (flag: string, given: string) => string;
    readonly unreadable: (flag: string, path: string, code: string) => string;
    readonly notAKey: (flag: string, path: string) => string;
    readonly unknownFlag: (flag: string) => string;
    readonly noArguments: (given: string) => string;
    readonly valueNeeded: (flag: string) => string;
    readonly noValue: (flag: string) => string;
  };
  /** In the certificate of a device that says that it's of another kind, where nobody names it. */
  readonly usualMake: { readonly maker: string; readonly product: string };
  readonly seeHelp: string;
  /** `name`: the malicious profile. */
  readonly cheats: (name: string) => string;
  /** Of a simulator that says that it's a device of another kind. */
  readonly poses: (kind: string) => string;
  readonly portInUse: (port: number, flag: string) => string;
  /** By the system's code, such as EACCES. */
  readonly portRefused: (port: number, code: string, flag: string) => string;
  /** By the system's code, such as ENOSPC. */
  readonly outputLost: (code: string) => string;
  readonly unknownFault: string;
}
