import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/request-locale.ts')

export default withNextIntl({
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  // A lockfile in a folder above would otherwise move the root there.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['pg', 'pino', 'sharp', 'nodemailer', 'prom-client'],
  // `npm run types` checks them, tests included; a start must not depend on that.
  typescript: { ignoreBuildErrors: true },
  // The same as in lib/operations/body-limit.ts, which answers before.
  experimental: { authInterrupts: true, globalNotFound: true, serverActions: { bodySizeLimit: '2mb' } },
} satisfies NextConfig)
