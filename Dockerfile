# One image for the API, the worker and the migration. The backend has no build step: Node runs its TypeScript. Built are
# the pages, for browsers and for the API that renders them, and the workflows that the worker's sandbox runs.
# Debian, not Alpine: Temporal's core and swc come as glibc builds.
FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app

FROM base AS built
COPY package.json package-lock.json .npmrc ./
COPY api/openapi/client/package.json api/openapi/client/
RUN npm ci
COPY . .
RUN npm run web:build && node worker/bundle-main.ts dist/workflows

FROM base AS packages
COPY package.json package-lock.json .npmrc ./
COPY api/openapi/client/package.json api/openapi/client/
# The package that brings Node to development machines is not needed: the image is Node.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node && npm cache clean --force

FROM base
# A container's loopback cannot be reached from outside; the network decides who may reach the container.
ENV NODE_ENV=production LISTEN_ADDRESS=0.0.0.0
# Where there is much memory Node's own choice makes V8 collect a worker's whole heap every three seconds (docs/performance.md).
ENV NODE_OPTIONS=--max-semi-space-size=16
# The version of the workers, such as the commit: `docker build --build-arg BUILD_ID=$(git rev-parse --short HEAD)`.
ARG BUILD_ID
ENV BUILD_ID=$BUILD_ID WORKFLOW_BUNDLE_DIR=/app/dist/workflows
COPY --from=packages /app/node_modules node_modules
COPY package.json config.ts html.ts log.ts monitoring.ts sha256.ts temporal.ts timeout.ts tracing.ts ./
COPY domain domain
COPY db db
COPY providers providers
COPY mail mail
COPY messages messages
COPY commands commands
COPY workflows workflows
COPY activities activities
COPY worker worker
COPY api api
COPY --from=built /app/web/dist web/dist
COPY --from=built /app/dist/workflows dist/workflows
USER node
EXPOSE 3000
CMD ["node", "api/listen.ts"]
