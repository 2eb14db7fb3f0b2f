import { BlockList, isIP } from 'node:net';

// two lists: one would look a plain IPv4 address up among the mapped ones too
const private4 = new BlockList();
const private6 = new BlockList();
// IANA special-purpose registries (RFC 6890): this network, private, shared, loopback, link-local, test, multicast, reserved
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  private4.addSubnet(network, prefix, 'ipv4');
}
// the same for IPv6, with all ways to write an IPv4 address in it: mapped, compatible, NAT64, 6to4, Teredo
for (const [network, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  private6.addSubnet(network, prefix, 'ipv6');
}

/** Tells an address that only this machine or its network has from one of the internet. What is no address is private too. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 0) return true;
  return version === 4 ? private4.check(bare, 'ipv4') : private6.check(bare, 'ipv6');
}
