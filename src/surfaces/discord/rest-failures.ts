import { DefaultRestOptions, type RESTOptions } from '@discordjs/rest';
import type { BotObserver } from './observer.js';

/** How discord.js makes each request, told to `observer` where it fails; each attempt counts. */
export function watchRequests(observer: BotObserver): Pick<RESTOptions, 'makeRequest'> {
  return {
    async makeRequest(url, init) {
      const method = init.method ?? 'GET';
      try {
        const response = await DefaultRestOptions.makeRequest(url, init);
        if (!response.ok) observer.requestFailed(method, response.status);
        return response;
      } catch (error) {
        // discord.js aborts what takes longer than its time-out.
        const isLate = error instanceof Error && error.name === 'AbortError';
        observer.requestFailed(method, isLate ? 'timeout' : 'unreachable');
        throw error;
      }
    },
  };
}
