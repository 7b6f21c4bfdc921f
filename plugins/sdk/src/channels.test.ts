import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSignature, checkToken } from './check-signature.ts';
import { parseCommand } from './parse-command.ts';

const unauthorised = expect.objectContaining({ code: 'channel_unauthorised' }) as Error;

describe('what came from a service', () => {
  const body = new TextEncoder().encode('{"text":"привет"}');
  const hmac = createHmac('sha256', 'k').update(body);
  const digest = hmac.digest();

  it.for([
    { signature: digest.toString('hex') },
    { signature: `sha256=${digest.toString('hex')}` },
    { signature: digest.toString('base64'), encoding: 'base64' as const },
  ])('given it is signed as %j, then it passes', async (options) => {
    await checkSignature(body, { key: 'k', ...options });
    await expect(checkSignature(body, { key: 'other', ...options })).rejects.toEqual(unauthorised);
    await expect(checkSignature(body.slice(1), { key: 'k', ...options })).rejects.toEqual(unauthorised);
  });

  it('given no signature or another secret, then it does not pass', async () => {
    await expect(checkSignature(body, { key: 'k', signature: undefined })).rejects.toEqual(unauthorised);
    await checkToken('secret', 'secret');
    await expect(checkToken(undefined, 'secret')).rejects.toEqual(unauthorised);
    await expect(checkToken('secret2', 'secret')).rejects.toEqual(unauthorised);
  });

  it.for([
    ['/start', { command: 'start', arguments: '' }],
    [' /start@shop_bot  ref_12 ', { command: 'start', arguments: 'ref_12' }],
    ['/order number=5\nsoon', { command: 'order', arguments: 'number=5\nsoon' }],
    ['/ start', null],
    ['see /start', null],
    ['/path/to', null],
  ] as const)('given %j, then its command is %j', ([text, command]) => {
    expect(parseCommand(text)).toEqual(command);
  });
});
