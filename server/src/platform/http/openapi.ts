import { OpenAPIRegistry, OpenApiGeneratorV31, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problem } from '../errors/problem.ts';
import type { Access, Route } from './route.ts';

extendZodWithOpenApi(z);

const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  next: z.string().optional(),
  errors: z.array(z.unknown()).optional(),
  instance: z.string(),
});

/** The OpenAPI 3.1 document of all declared routes. */
export function openApiDocument(routes: readonly Route[], { version, url }: { version: string; url: string }) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  for (const route of routes) register(registry, route);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Scenarium', version, description: 'Build, prove and run support agents without code.' },
    servers: [{ url: `${url}/api/v1` }],
  });
}

function register(registry: OpenAPIRegistry, route: Route): void {
  const { method, path, operation, tag, summary, access, params, query, body, example, responses } = route;
  const answers = Object.entries(responses).map(([status, schema]) => [
    status,
    { description: summary, content: { 'application/json': { schema } } },
  ]);
  registry.registerPath({
    method,
    path,
    operationId: operation,
    tags: [tag],
    summary,
    description: describeAccess(access),
    ...(access !== 'public' && { security: [{ bearer: [] }] }),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(body && {
        body: {
          required: true,
          content: { 'application/json': { schema: body, ...(example !== undefined && { example }) } },
        },
      }),
    },
    responses: { ...Object.fromEntries(answers), ...problemAnswers(route) },
  });
}

function describeAccess(access: Access): string {
  if (access === 'public') return 'Anybody may call it.';
  if (access === 'visitor') return 'For the end user of a conversation.';
  return `Permission: `.concat(
    `\`${access.permission}\``,
    access.visitor ? '; or the end user of the conversation.' : '.',
  );
}

/** One answer for each status that the route's problems have, naming their codes. */
function problemAnswers({ access, rateLimit, problems = [] }: Route) {
  const codes = ['invalid_request', ...problems];
  if (access !== 'public') codes.push('unauthenticated', 'forbidden');
  if (rateLimit) codes.push('too_many_requests');
  const byStatus = Map.groupBy(codes, (code) => problem(code).status);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      { description: `Problem: ${of.join(', ')}`, content: { 'application/problem+json': { schema: ProblemDetails } } },
    ]),
  );
}
