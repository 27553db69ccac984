/** A file that was handed over with a call, as its surface read it. No command reads one itself. */
export class GivenFile {
  constructor(
    /** As its owner named it. */
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {}
}

/** A file that was named and cannot be handed over; says what to do. */
export interface FileProblem {
  readonly problem: string;
}
