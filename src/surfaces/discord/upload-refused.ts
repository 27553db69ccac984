import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { statusOf } from './rest.js';

/** The status of what is larger than Discord, or a proxy before it, takes. */
const TOO_LARGE = 413;

/** The codes with which Discord refuses a message for its files: too large, or not allowed in a channel. */
const REFUSING_FILES: readonly unknown[] = [
  RESTJSONErrorCodes.RequestEntityTooLarge,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
];

/** True if Discord refused a message, or may have, because of the files with it, so that it may take it without them. */
export function isUploadRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (statusOf(error) === TOO_LARGE) return true;
  if (!('code' in error)) return false;
  if (REFUSING_FILES.includes(error.code)) return true;
  if (error.code !== RESTJSONErrorCodes.InvalidFormBodyOrContentType || !('rawError' in error)) return false;
  const { rawError } = error;
  const faults = typeof rawError === 'object' && rawError !== null && 'errors' in rawError && rawError.errors;
  return namesFiles(faults);
}

/** True if a tree of faults, as Discord makes it, names attachments; in a response to an interaction they stand in `data`. */
function namesFiles(faults: unknown): boolean {
  if (typeof faults !== 'object' || faults === null) return false;
  if ('attachments' in faults || Object.keys(faults).some((key) => /^files\b/.test(key))) return true;
  return 'data' in faults && namesFiles(faults.data);
}
