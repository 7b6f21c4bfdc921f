import type { Request } from 'express';
import { decodeJwt } from 'jose';
import type { Conversations } from './features/conversations/index.ts';
import type { Identity } from './features/identity/index.ts';
import { commonProblems } from './platform/errors/common.ts';
import type { Actor } from './platform/http/actor.ts';

interface Parts {
  identity: Identity;
  conversations: Conversations;
}

/** Who makes a request: a user or a visitor, by the token it carries. */
export function createAuthenticator({ identity, conversations }: Parts): (request: Request) => Promise<Actor> {
  return async (request) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw commonProblems.unauthenticated();
    if (audienceOf(token) !== 'visitor') return identity.verifyUser(token, request.get('x-tenant-id'));
    const visitor = await conversations.verifyVisitor(token);
    if (!visitor) throw commonProblems.unauthenticated();
    return visitor;
  };
}

function audienceOf(token: string): unknown {
  try {
    return decodeJwt(token).aud;
  } catch {
    return undefined;
  }
}
