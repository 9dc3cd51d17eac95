import { type NextRequest, NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Where the provider sends people back to, and where they are told if that failed; the other doors are our own. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!['callback/oidc', 'error'].includes(nextauth.join('/'))) return new NextResponse(null, { status: 404 })
  return await NextAuth(authOptions())(request, context)
}
