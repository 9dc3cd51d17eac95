/** A QR code that the server drew: only paths, no text of anybody. */
export function QrPicture({ svg }: { svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/qr.ts
  return <span className="contents [&>svg]:size-full" dangerouslySetInnerHTML={{ __html: svg }} />
}
