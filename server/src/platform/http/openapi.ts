import { OpenAPIRegistry, OpenApiGeneratorV31, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Route } from './route.ts';

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
  const { method, path, operation, tag, summary, access, params, query, body, responses, problems = [] } = route;
  const replies = Object.entries(responses).map(([status, schema]) => [
    status,
    { description: summary, content: { 'application/json': { schema } } },
  ]);
  const codes = ['invalid_request', ...(access === 'public' ? [] : ['unauthenticated', 'forbidden']), ...problems];
  registry.registerPath({
    method,
    path,
    operationId: operation,
    tags: [tag],
    summary,
    ...(access !== 'public' && { security: [{ bearer: [] }], description: `Permission: \`${access.permission}\`` }),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      ...Object.fromEntries(replies),
      default: {
        description: `Problem: ${codes.join(', ')}`,
        content: { 'application/problem+json': { schema: ProblemDetails } },
      },
    },
  });
}
