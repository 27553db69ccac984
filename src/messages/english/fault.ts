/** What is wrong or worth knowing, and what to do about it: `problem; remedy`. */
export interface Fault {
  readonly problem: string;
  readonly remedy: string;
}

/** What is wrong or worth knowing, with what to do about it. */
export const fault = (problem: string, remedy: string): Fault => ({ problem, remedy });
