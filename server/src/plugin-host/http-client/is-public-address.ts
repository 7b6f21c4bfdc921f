import ipaddr from 'ipaddr.js';

/**
 * May anybody's request go to this IP address? Only public unicast ones: loopback, private, link-local, shared (CGNAT), metadata,
 * multicast, documentation and reserved ranges are not, nor is an IPv6 address that leads to such an IPv4 address.
 *
 * @example isPublicAddress('93.184.215.14') // true
 * @example isPublicAddress('64:ff9b::7f00:1') // false: 127.0.0.1 behind NAT64
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicIPv4(parsed);
  if (parsed.isIPv4MappedAddress()) return isPublicIPv4(parsed.toIPv4Address());
  if (parsed.match(NAT64)) return isPublicIPv4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  // 6to4, Teredo, IPv4-compatible and local NAT64 have no use here: whatever they carry, they are not public unicast.
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST);
}

const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Metadata and key service of Azure: a public address that only its own machines reach. */
const AZURE_HOST = '168.63.129.16';

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_HOST;
}
