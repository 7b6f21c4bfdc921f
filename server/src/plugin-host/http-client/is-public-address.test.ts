import { expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.ts';

it.each([
  '93.184.215.14',
  '1.1.1.1',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '169.253.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4010:c0e::64',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
])('given %s, then it is public', (address) => expect(isPublicAddress(address)).toBe(true));

it.each([
  '',
  'localhost',
  '127.0.0.1',
  '::1',
  'fe80::1%eth0',
  '::ffff:127.0.0.1%1',
  '2002:808:808::',
  '1::1',
  '4000::1',
])('given “%s”, then it is not public', (address) => expect(isPublicAddress(address)).toBe(false));
