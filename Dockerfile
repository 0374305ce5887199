# docker build -t didbon .   ·   see compose.yaml for how it is meant to run
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    DIDBON_DATA_DIR=/data \
    DIDBON_KEY_FILE=/key/key \
    DIDBON_CONFIG=/config/default.yaml \
    DIDBON_VITALS=0.0.0.0:9464
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY classifiers classifiers
COPY config /config
# The key never lies with the data: two volumes, so that a backup of one does not hold the other.
RUN install -d -m 0700 -o node -g node /data /key
VOLUME ["/data", "/key"]
USER node
EXPOSE 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# `run` never starts a sandbox: without a token it ends with 2.
ENTRYPOINT ["node", "dist/main.js"]
CMD ["run"]
