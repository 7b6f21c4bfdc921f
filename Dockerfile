# Debian 13: its C library is new enough for the embedded engine.
FROM node:24-trixie AS build
WORKDIR /app
COPY . .
RUN npm ci --ignore-scripts && node node_modules/ts7/bin/tsc -b && node widget/build.mjs && node node_modules/vite/bin/vite.js build studio --logLevel warn && npm prune --omit=dev --ignore-scripts

FROM node:24-trixie-slim
ENV NODE_ENV=production DATA_DIR=/data LOGS_DIR=/data/logs
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/main.js"]
