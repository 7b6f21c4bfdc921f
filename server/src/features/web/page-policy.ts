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
  // Text can never become code or markup, whoever wrote it.
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** Sets the security policy of a hosted page. Pages of `embedOrigins` may show it in a frame. */
export function pagePolicy(embedOrigins: readonly string[]): RequestHandler {
  const directives = { ...DIRECTIVES, 'frame-ancestors': ["'self'", ...embedOrigins].join(' ') };
  const policy = Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
  return (_request, response, next) => {
    // It cannot name several origins; where both are given, this one is not looked at.
    response.removeHeader('X-Frame-Options');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    response.setHeader('Cache-Control', 'no-cache');
    next();
  };
}
