import ipaddr from 'ipaddr.js';

/**
 * May requests go to this address? Only public unicast ones: loopback, private, link-local, shared (CGNAT), metadata, multicast and
 * reserved ranges are refused, also where an IPv6 address carries such an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const carried = carriedIPv4(parsed);
  if (carried) return carried.range() === 'unicast';
  return parsed.range() === 'unicast';
}

function carriedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  const four = (at: number, flip = 0): ipaddr.IPv4 =>
    new ipaddr.IPv4(bytes.slice(at, at + 4).map((byte) => byte ^ flip));
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (bytes.slice(0, 12).every((byte) => byte === 0)) return four(12);
  if (within(address, '64:ff9b::/96') || within(address, '64:ff9b:1::/48')) return four(12);
  if (within(address, '2002::/16')) return four(2);
  if (within(address, '2001::/32')) return four(12, 0xff);
  return null;
}

function within(address: ipaddr.IPv6, range: string): boolean {
  const [network, bits] = ipaddr.IPv6.parseCIDR(range);
  return address.match(network, bits);
}
