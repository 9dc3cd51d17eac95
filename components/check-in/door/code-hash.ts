/** The first 16 bytes of the SHA-256 of a code as it is stored, base64url: all that a device knows of a code. */
export async function hashCode(code: string): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)))
  const letters = btoa(String.fromCharCode(...whole.subarray(0, 16)))
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
