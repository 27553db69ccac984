import type { Problems } from './rules.js';

/** An error as Discord answers it: an HTTP status, and a body with Discord's own code. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: object,
  ) {
    super(message);
  }
}

export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const unknownRoute = () => new Refusal(404, 0, '404: Not Found');
export const unknownInteraction = () => new Refusal(404, 10062, 'Unknown interaction');
export const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new Refusal(404, 10015, 'Unknown Webhook');
export const alreadyAcknowledged = () =>
  new Refusal(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');

/** Throws Discord's error 50035 where there are problems. */
export function refuseProblems(problems: Problems): void {
  if (problems.length === 0) return;
  const errors = { _errors: problems.map((message) => ({ code: 'BASE_TYPE_BAD', message })) };
  throw new Refusal(400, 50035, 'Invalid Form Body', errors);
}
