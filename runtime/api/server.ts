import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import websocket from '@fastify/websocket';
import { fastify, type FastifyReply, type FastifyRequest, LogController, type RouteOptions } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { type Access, accessOf } from './access.ts';
import { accountRoutes } from './account-routes.ts';
import type { ApiParts, App } from './app.ts';
import { createAuthentication } from './authenticate.ts';
import { checkOrigin } from './check-origin.ts';
import { agentChatRoutes } from './agent-chat-routes.ts';
import { contentPolicy } from './content-policy.ts';
import { composerRoutes } from './composer-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { desktopRoutes } from './desktop-routes.ts';
import { desktopRulesRoutes } from './desktop-rules-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import { mailSettingsRoutes } from './mail-settings-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { openMediaRoutes } from './open-media-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { processRoutes } from './process-routes.ts';
import { versionRoutes } from './version-routes.ts';
import { problemOf } from './problem-of.ts';
import { replayRoutes } from './replay-routes.ts';
import { rolloutRoutes } from './rollout-routes.ts';
import type { Gateway } from './socket/gateway.ts';
import { serviceRoutes } from './service-routes.ts';
import { smsSettingsRoutes } from './sms-settings-routes.ts';
import { socialRoutes } from './social-routes.ts';
import { socketRoutes } from './socket/socket-routes.ts';
import { statisticsRoutes } from './statistics-routes.ts';
import { testBenchRoutes } from './test-bench-routes.ts';
import { visitorChatRoutes } from './visitor-chat-routes.ts';
import { visitorFormRoutes } from './visitor-form-routes.ts';
import { serveWebApp } from './web-app.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { routingRuleRoutes } from './routing-rule-routes.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route, from the table of access. */
    access?: Access;
  }
}

/** How the server meets the world. */
export interface ServerOptions {
  /** Where the built web app lies. */
  readonly webAppDir: string;
  /** Address people know it by, when a proxy stands before it. */
  readonly publicUrl: string | undefined;
}

/** Largest JSON a request may bring: a process with layout, or examples of a classification model. */
const maxBodyBytes = 32 * 1024 * 1024;

/** The HTTP server with every route, its description at /api/docs and the web app; it does not listen yet. The gateway wants to hear of signals. */
export async function createServer(parts: ApiParts, options: ServerOptions): Promise<{ app: App; gateway: Gateway }> {
  const app: App = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    // One proxy, which says who asked; what the client itself claims stands further left and counts for nothing.
    trustProxy: (_address, hop) => options.publicUrl !== undefined && hop === 0,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 600 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const { status, problem } = problemOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return reply.code(status).send(problem);
  });
  await addProtection(app, options);
  await addDescription(app);
  const authentication = addAuthentication(app, parts, options);
  await addWebSockets(app);
  healthRoutes(app, parts);
  accountRoutes(app, parts, authentication);
  peopleRoutes(app, parts, authentication);
  processRoutes(app, parts);
  versionRoutes(app, parts);
  replayRoutes(app, parts);
  rolloutRoutes(app, parts);
  composerRoutes(app, parts);
  knowledgeRoutes(app, parts);
  routingRuleRoutes(app, parts);
  modelRoutes(app, parts);
  desktopRoutes(app, parts);
  desktopRulesRoutes(app, parts);
  mailSettingsRoutes(app, parts);
  smsSettingsRoutes(app, parts);
  serviceRoutes(app, parts);
  openMediaRoutes(app, parts);
  socialRoutes(app, parts);
  interactionRoutes(app, parts);
  eventRoutes(app, parts);
  webhookRoutes(app, parts);
  contactRoutes(app, parts);
  statisticsRoutes(app, parts);
  testBenchRoutes(app, parts);
  visitorChatRoutes(app, parts);
  visitorFormRoutes(app, parts);
  agentChatRoutes(app, parts, authentication);
  const gateway = socketRoutes(app, parts, authentication);
  await serveWebApp(app, options.webAppDir);
  return { app, gateway };
}

async function addProtection(app: App, { publicUrl }: ServerOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: contentPolicy,
    strictTransportSecurity: publicUrl?.startsWith('https:') ?? false,
  });
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { limits: { fileSize: 30 * 1024 * 1024, files: 10 } });
}

async function addDescription(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Signalbox', description: 'What the web app and outside programs use.', version: '1' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'signalbox.session_token' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
}

/** After authentication: a page that is refused gets its status, where the plugin would cut it off. */
async function addWebSockets(app: App): Promise<void> {
  // A connection that asked to become a web socket is no longer the server's: nobody else would end it.
  const isRefused = (request: FastifyRequest, reply: FastifyReply): boolean =>
    request.headers.upgrade !== undefined && reply.statusCode >= 400;
  app.addHook('onSend', async (request, reply) => {
    if (isRefused(request, reply)) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) => {
    if (isRefused(request, reply)) request.raw.socket.destroySoon();
  });
  await app.register(websocket, { options: { maxPayload: 64 * 1024 } });
}

function addAuthentication(app: App, parts: ApiParts, { publicUrl }: ServerOptions) {
  const authentication = createAuthentication(parts.pool, parts.accounts);
  app.decorateRequest('principal', undefined);
  app.addHook('onRoute', (route: RouteOptions) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method];
    const entries = methods.map((method) => accessOf(method, route.url));
    const [access] = entries;
    if (access === undefined || entries.some((entry) => entry !== access))
      throw new Error(`${methods.join('/')} ${route.url} has no line in the table of access`);
    route.config = { ...route.config, access };
  });
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    // Nothing has this address: the answer is 404 whoever asks.
    if (access === undefined || access === 'visitor') return;
    const isSafe = request.method === 'GET' || request.method === 'HEAD';
    if (!isSafe || request.headers.upgrade !== undefined) checkOrigin(request, publicUrl);
    if (access === 'public') return;
    request.principal = await authentication.identify(request, reply);
    authentication.admit(request, request.principal, access);
  });
  return authentication;
}
