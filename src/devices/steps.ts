/** The steps of the way to a backup, in order: the same on every device. */
export const steps = ['prepare', 'pin', 'write', 'confirm', 'backed-up'] as const;
export type Step = (typeof steps)[number];
