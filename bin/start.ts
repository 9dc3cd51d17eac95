import { start } from '@/lib/operations/start'

await start({ isDevelopment: process.argv.includes('--dev') })
