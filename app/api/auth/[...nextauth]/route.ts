import { type NextRequest, NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Where the provider sends people back to; of next-auth's other doors this house has its own. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth.join('/') !== 'callback/oidc') return new NextResponse(null, { status: 404 })
  return await NextAuth(authOptions())(request, context)
}
