import { buildPages, start } from '@/lib/operations/start'

if (process.argv.includes('--build')) await buildPages()
else await start({ isDevelopment: process.argv.includes('--dev') })
