import { describe, expect, it } from 'vitest'
import { clientAddressReader } from './client-address'

describe('where a request came from', () => {
  it('is the other end of the connection, whatever the request claims', () => {
    expect(clientAddressReader([])('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  })

  it('is what a trusted proxy says', () => {
    expect(clientAddressReader(['127.0.0.1'])('::ffff:127.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
  })

  it('is the last address that no trusted proxy added', () => {
    const read = clientAddressReader(['10.0.0.0/8', 'fd00::/8'])
    expect(read('10.0.0.1', '192.0.2.66, 198.51.100.1, fd00::2')).toBe('198.51.100.1')
  })

  it('stays the proxy when the header holds nonsense', () => {
    expect(clientAddressReader(['10.0.0.0/8'])('10.0.0.1', 'unknown')).toBe('10.0.0.1')
    expect(clientAddressReader(['10.0.0.0/8'])('10.0.0.1', undefined)).toBe('10.0.0.1')
  })
})
