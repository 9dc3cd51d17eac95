import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { PasskeyAnswer } from '@/lib/auth/schema'

type Asked = { challenge: string }

/** A security key without a body: answers as a browser does (WebAuthn 3, 6), and counts up to what it is told. */
export function makeSoftPasskey(origin = 'http://localhost:3000') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const hostHash = sha256(Buffer.from(new URL(origin).hostname))
  return {
    id: id.toString('base64url'),
    register: ({ challenge }: Asked): PasskeyAnswer => {
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x!)],
        [-3, bytes(y!)],
      ])
      const length = Buffer.from([0, id.length])
      const made = [Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(key))]
      const authData = Buffer.concat([hostHash, Buffer.from([0x41]), counterOf(0), ...made])
      const object = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      const attestationObject = Buffer.from(isoCBOR.encode(object as never)).toString('base64url')
      return answer({ clientDataJSON: said('webauthn.create', challenge), attestationObject })
    },
    prove: ({ challenge }: Asked, counter: number): PasskeyAnswer => {
      const authData = Buffer.concat([hostHash, Buffer.from([0x01]), counterOf(counter)])
      const clientDataJSON = said('webauthn.get', challenge)
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
      const signature = sign('sha256', signed, privateKey).toString('base64url')
      return answer({ clientDataJSON, authenticatorData: authData.toString('base64url'), signature })
    },
  }

  function said(type: string, challenge: string): string {
    const words = { type, challenge, origin, crossOrigin: false }
    return Buffer.from(JSON.stringify(words)).toString('base64url')
  }

  function answer(response: Record<string, string>): PasskeyAnswer {
    const credentialId = id.toString('base64url')
    return { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {}, response }
  }
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest()

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

function counterOf(counter: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(counter)
  return four
}
