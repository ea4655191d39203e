/** Waiting, as a value that a test can replace: starts a timer and returns what stops it. */
export type StartTimer = (milliseconds: number, callback: () => void) => () => void;

export const startTimer: StartTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
