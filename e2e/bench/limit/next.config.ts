import path from 'node:path'
import type { NextConfig } from 'next'

export default {
  poweredByHeader: false,
  turbopack: { root: path.resolve(import.meta.dirname, '../../..') },
  outputFileTracingRoot: path.resolve(import.meta.dirname, '../../..'),
  serverExternalPackages: ['pg'],
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig
