import { z } from 'zod';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Identity } from './index.ts';
import { ROLES, type Organisation, type User } from './model.ts';
import { permissionsOf } from './permissions.ts';

const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
});
const UserView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  disabled: z.boolean(),
});
const Tenant = z.object({ id: z.string(), number: z.int(), slug: z.string(), name: z.string() });
const SignedIn = Tokens.extend({ user: UserView.omit({ disabled: true }), tenant: Tenant });
const Password = z.string().min(8).max(200);
const Done = z.object({ ok: z.literal(true) });

const viewTenant = ({ _id, number, slug, name }: Organisation) => ({ id: _id, number, slug, name });
const view = ({ _id, email, name, roles, disabled }: User) => ({ id: _id, email, name, roles, disabled });

export function identityRoutes(identity: Identity): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/auth/login',
      operation: 'login',
      tag: 'auth',
      summary: 'Sign in',
      access: 'public',
      body: z.strictObject({
        email: z.string().max(254),
        password: z.string().max(200),
        tenant: z.union([z.string().max(64), z.int()]).optional(),
      }),
      responses: { 200: SignedIn },
      problems: ['invalid_credentials', 'login_locked'],
      handle: ({ body, request }) => identity.login({ ...body, peer: request.ip ?? '' }),
    }),
    defineRoute({
      method: 'post',
      path: '/auth/refresh',
      operation: 'refresh',
      tag: 'auth',
      summary: 'Trade a refresh token for new tokens',
      access: 'public',
      body: z.strictObject({ refresh_token: z.string().max(300) }),
      responses: { 200: Tokens },
      problems: ['session_ended'],
      rateLimit: { points: 60, seconds: 60 },
      handle: ({ body }) => identity.refresh(body.refresh_token),
    }),
    defineRoute({
      method: 'post',
      path: '/auth/logout',
      operation: 'logout',
      tag: 'auth',
      summary: 'End the session of a refresh token',
      access: 'public',
      body: z.strictObject({ refresh_token: z.string().max(300) }),
      responses: { 200: Done },
      problems: ['session_ended'],
      rateLimit: { points: 60, seconds: 60 },
      async handle({ body }) {
        await identity.logout(body.refresh_token);
        return { ok: true };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/auth/me',
      operation: 'whoAmI',
      tag: 'auth',
      summary: 'Who is signed in',
      access: { permission: 'organisation:read' },
      responses: { 200: z.object({ user: UserView, tenant: Tenant, permissions: z.array(z.string()) }) },
      async handle({ actor, tenant }) {
        const user = view(await identity.getUser({ tenant, id: actor.id }));
        const organisation = viewTenant(await identity.organisation(tenant));
        return { user, tenant: organisation, permissions: permissionsOf(user.roles) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/auth/password',
      operation: 'changePassword',
      tag: 'auth',
      summary: 'Change one’s own password; all sessions end',
      access: { permission: 'organisation:read' },
      body: z.strictObject({ current: z.string().max(200), next: Password }),
      responses: { 200: Done },
      problems: ['wrong_password'],
      rateLimit: { key: 'actor', points: 5, seconds: 300 },
      async handle({ actor, tenant, body }) {
        await identity.changePassword({ tenant, id: actor.id }, body);
        return { ok: true };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/organisation',
      operation: 'getOrganisation',
      tag: 'organisation',
      summary: 'The organisation',
      access: { permission: 'organisation:read' },
      responses: { 200: Tenant },
      handle: async ({ tenant }) => viewTenant(await identity.organisation(tenant)),
    }),
    defineRoute({
      method: 'get',
      path: '/members',
      operation: 'listMembers',
      tag: 'organisation',
      summary: 'Who works in the organisation, by name',
      access: { permission: 'organisation:read' },
      responses: { 200: z.object({ members: z.array(UserView.pick({ id: true, name: true })) }) },
      async handle({ tenant }) {
        const users = await identity.listUsers(tenant);
        return { members: users.filter(({ disabled }) => !disabled).map(({ _id, name }) => ({ id: _id, name })) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/users',
      operation: 'listUsers',
      tag: 'users',
      summary: 'Users of the organisation',
      access: { permission: 'users:read' },
      responses: { 200: z.object({ users: z.array(UserView) }) },
      handle: async ({ actor }) => ({ users: (await identity.listUsers(actor.tenant)).map(view) }),
    }),
    defineRoute({
      method: 'post',
      path: '/users',
      operation: 'createUser',
      tag: 'users',
      summary: 'Add a user',
      access: { permission: 'users:write' },
      body: z.strictObject({
        email: z.email().max(254),
        name: z.string().min(1).max(200),
        password: Password,
        roles: z.array(z.enum(ROLES)).min(1),
      }),
      responses: { 201: UserView },
      problems: ['email_taken'],
      handle: async ({ actor, body }) => view(await identity.createUser(actor.tenant, body)),
    }),
    defineRoute({
      method: 'patch',
      path: '/users/{id}',
      operation: 'updateUser',
      tag: 'users',
      summary: 'Change a user',
      access: { permission: 'users:write' },
      params: z.object({ id: z.string() }),
      body: z.strictObject({
        name: z.string().min(1).max(200).optional(),
        roles: z.array(z.enum(ROLES)).min(1).optional(),
        disabled: z.boolean().optional(),
      }),
      responses: { 200: UserView },
      problems: ['user_not_found', 'last_admin'],
      handle: async ({ actor, params, body }) =>
        view(await identity.updateUser({ tenant: actor.tenant, id: params.id }, body)),
    }),
  ];
}
