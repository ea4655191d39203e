/** The steps of the way to a backup, in order, as the stepper shows them. */
export const steps = ['prepare', 'pin', 'write', 'confirm', 'backed-up'] as const;
export type Step = (typeof steps)[number];
