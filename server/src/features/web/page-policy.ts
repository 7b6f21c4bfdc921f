import type { RequestHandler } from 'express';

/** What a hosted page may do: nothing but run its own files, talk to its own server and show pictures over https. */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' https:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  // Text can never become code or markup, whoever wrote it.
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** Sets the security policy of a hosted page. */
export function pagePolicy(): RequestHandler {
  const policy = Object.entries(DIRECTIVES)
    .map((directive) => directive.join(' '))
    .join('; ');
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    response.setHeader('Cache-Control', 'no-cache');
    next();
  };
}
