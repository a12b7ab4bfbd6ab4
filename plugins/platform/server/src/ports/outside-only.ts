import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const INSIDE = new BlockList();
// Special-purpose addresses of RFC 6890 and its successors: this machine, its neighbours, and nobody.
for (const [net, prefix] of [
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
  INSIDE.addSubnet(net, prefix, 'ipv4');
}
// Of IPv6 only what is given out to the world is outside, and of that not what carries an IPv4 address.
const OUTSIDE6 = new BlockList();
OUTSIDE6.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  INSIDE.addSubnet(net, prefix, 'ipv6');
}

/** Whether an address is one of the world, and not of this machine or the net that it stands in. */
export function isOutside(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !INSIDE.check(address, 'ipv4');
  return version === 6 && OUTSIDE6.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6');
}

/** The address in the host of a URL, where it is one and no name. */
export const addressIn = (host: string): string | undefined => {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : undefined;
};

/** Looks names up, and takes none that leads inside: asked while connecting, so that no later answer differs. */
export const lookupOutside: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const inside = found.find(({ address }) => !isOutside(address));
    const [first] = found;
    if (inside || !first) return done(new Error(`${hostname} leads to no address of the world outside`), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};
