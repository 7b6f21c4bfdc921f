import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const HEADER = 'X-Request-Id';
const ACCEPTABLE = /^[\w.-]{8,64}$/;

/** Names every request: the caller's `X-Request-Id` where it is usable, otherwise an own one; answered in the same header. */
export function requestIds(): RequestHandler {
  const process = randomBytes(6).toString('hex');
  let count = 0;
  return (request, response, next) => {
    const given = request.headers['x-request-id'];
    response.setHeader(
      HEADER,
      typeof given === 'string' && ACCEPTABLE.test(given) ? given : `${process}-${(++count).toString(36)}`,
    );
    next();
  };
}

export function requestIdOf(response: Response): string {
  return String(response.getHeader(HEADER));
}
