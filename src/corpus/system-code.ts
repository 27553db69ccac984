/** The system's name for what failed, such as ENOENT; undefined of errors that have none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** The same, or the error in words: never the message of the system, which would repeat the path. */
export function failureName(error: unknown): string {
  return codeOf(error) ?? String(error);
}
