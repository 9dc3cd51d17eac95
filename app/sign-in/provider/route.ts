import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions, providerName } from '@/lib/auth/auth-options'
import { csrfCookie } from '@/lib/auth/csrf-cookie'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { env } from '@/lib/env'

// next-auth wants its own double-submit token, which a page cannot set: it is made here, after our origin check.
export async function POST(asked: Request): Promise<Response> {
  if (!providerName()) return new NextResponse(null, { status: 404 })
  const { token, name, value, options } = csrfCookie()
  ;(await cookies()).set(name, value, options)
  const body = new URLSearchParams({
    csrfToken: token,
    callbackUrl: `${env().baseUrl}${await wantedPath(asked)}`,
  })
  const address = `${env().baseUrl}/api/auth/signin/oidc`
  const request = new NextRequest(address, { method: 'POST', body })
  return await NextAuth(authOptions())(request, { params: Promise.resolve({ nextauth: ['signin', 'oidc'] }) })
}

// A press without a form's fields still signs in.
async function wantedPath(asked: Request): Promise<string> {
  const data = await asked.formData().catch(() => null)
  return pathAfterSignIn(data?.get('to'))
}
