import { BlockList, isIP, isIPv4 } from 'node:net'

/** Reads which address a request came from, believing X-Forwarded-For only as far as it passed trusted proxies. */
export function clientAddressReader(trustedProxies: string[]) {
  const trusted = new BlockList()
  for (const network of trustedProxies) {
    const [host = '', bits] = network.split('/')
    const family = isIPv4(host) ? 'ipv4' : 'ipv6'
    trusted.addSubnet(host, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family)
  }
  const isTrusted = (address: string) => trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

  return (peer: string | undefined, forwardedFor: string | undefined): string => {
    let address = plain(peer ?? '')
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()))
    while (hops.length > 0 && isIP(address) && isTrusted(address)) {
      const hop = hops.pop()!
      if (!isIP(hop)) break
      address = hop
    }
    return address
  }
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
