import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Serving } from '../../library/live.js';
import { messages } from '../../messages/index.js';
import { AT_ONCE_REMOTELY, Calls } from './calls.js';
import { completions } from './completions.js';
import { guarded } from './errors.js';
import type { McpParts } from './parts.js';
import { declaredPrompts, promptWith } from './prompts.js';
import { listResources, readResource, TEMPLATES } from './resources.js';
import { Subscriptions } from './subscriptions.js';
import { Tools } from './tools.js';

/** What clients are told of the program: its name, and its version as package.json has it. */
export const SERVER = { name: 'verbatim', title: 'Verbatim', version: '0.1.0' } as const;

/** A server of the Model Context Protocol, and the answers that it owes. */
export interface McpServer {
  readonly server: Server;
  readonly calls: Calls;
}

/**
 * Serves the commands as tools, the documents as resources and two prompts to one client. It is told of reloads that
 * change documents.
 */
export function createMcpServer(parts: McpParts): McpServer {
  const capabilities = {
    tools: {},
    resources: { subscribe: true, listChanged: true },
    prompts: {},
    completions: {},
  };
  const server = new Server(SERVER, { capabilities, instructions: messages.mcp.instructions });
  const { isRemote } = parts.live.serving.library.engine;
  const calls = new Calls(isRemote ? AT_ONCE_REMOTELY : 1);
  serveTools(server, calls, parts);
  serveResources(server, calls, parts);
  serveWords(server, calls, parts);
  return { server, calls };
}

function serveTools(server: Server, calls: Calls, parts: McpParts): void {
  const tools = new Tools(parts);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools.declared] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) =>
    calls.inTurn(signal, () =>
      guarded('tools/call', parts.log, () => tools.call(params.name, params.arguments ?? {})),
    ),
  );
}

function serveResources(server: Server, calls: Calls, { live, log }: McpParts): void {
  const subscriptions = new Subscriptions();
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [...TEMPLATES] }));
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }, { signal }) =>
    calls.inTurn(signal, () =>
      guarded('resources/list', log, async () => ({
        ...(await listResources(live.serving.library, params?.cursor)),
      })),
    ),
  );
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }, { signal }) =>
    calls.inTurn(signal, () =>
      guarded('resources/read', log, () => readResource(live.serving.library, params.uri)),
    ),
  );
  server.setRequestHandler(SubscribeRequestSchema, ({ params }, { signal }) =>
    calls.inTurn(signal, () =>
      guarded('resources/subscribe', log, async () => {
        await subscriptions.add(live.serving.library, params.uri);
        return {};
      }),
    ),
  );
  server.setRequestHandler(UnsubscribeRequestSchema, ({ params }) => {
    subscriptions.remove(params.uri);
    return {};
  });
  tellOfReloads(server, calls, subscriptions, { live, log });
}

/** Tells a client that has said that it is ready which documents another revision changes. */
function tellOfReloads(
  server: Server,
  calls: Calls,
  subscriptions: Subscriptions,
  { live, log }: Pick<McpParts, 'live' | 'log'>,
): void {
  let isReady = false;
  server.oninitialized = () => {
    isReady = true;
  };
  const tell = async ({ library }: Serving) => {
    if (!isReady || !server.transport) return;
    await server.sendResourceListChanged();
    for (const uri of await subscriptions.changedIn(library)) await server.sendResourceUpdated({ uri });
  };
  live.onRevision((serving) => {
    calls
      .inTurn(undefined, () => tell(serving))
      .catch((error: unknown) => {
        log.error({ err: error }, 'A client could not be told of a reload');
      });
  });
}

function serveWords(server: Server, calls: Calls, parts: McpParts): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: [...declaredPrompts] }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) =>
    promptWith(params.name, params.arguments ?? {}),
  );
  server.setRequestHandler(CompleteRequestSchema, ({ params }, { signal }) =>
    calls.inTurn(signal, () =>
      guarded('completion/complete', parts.log, async () => ({
        completion: { values: await completions(params, parts.live.serving.library) },
      })),
    ),
  );
}
