# The program with its pages built; what people told it lies in PostgreSQL, or in /data where DATABASE_URL is not set.
FROM node:24-bookworm-slim AS build
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma/schema prisma/schema
COPY lib/db/schema-engine.mjs lib/db/schema-engine-adapter.mjs lib/db/schema-engine-commands.mjs lib/db/
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts && rm -rf .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production
ENV DATA_DIR=/data
WORKDIR /app
RUN mkdir -m 0711 /data && chown node:node /data
COPY --from=build /app /app
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--conditions=react-server", "--import", "tsx", "bin/start.ts"]
