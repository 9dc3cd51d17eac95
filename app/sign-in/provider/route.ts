import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions, providerName } from '@/lib/auth/auth-options'
import { csrfCookie } from '@/lib/auth/csrf-cookie'
import { env } from '@/lib/env'

// next-auth wants its own double-submit token, which a page cannot set: it is made here, after our origin check.
export async function POST(): Promise<Response> {
  if (!providerName()) return new NextResponse(null, { status: 404 })
  const { token, name, value, options } = csrfCookie()
  ;(await cookies()).set(name, value, options)
  const body = new URLSearchParams({ csrfToken: token, callbackUrl: `${env().baseUrl}/organizer` })
  const address = `${env().baseUrl}/api/auth/signin/oidc`
  const request = new NextRequest(address, { method: 'POST', body })
  return await NextAuth(authOptions())(request, { params: Promise.resolve({ nextauth: ['signin', 'oidc'] }) })
}
