# syntax=docker/dockerfile:1
# The Node of the base image is the one of package.json; keep them alike.
FROM node:26.10.0-trixie-slim AS build
WORKDIR /imago
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npx svelte-kit sync && npx vite build --logLevel error
# The project's own Node comes as an optional package; the image has one already.
RUN npm prune --ignore-scripts --omit=dev --omit=optional --omit=peer

FROM node:26.10.0-trixie-slim
ENV NODE_ENV=production \
	NODE_OPTIONS=--disable-warning=ExperimentalWarning \
	HOST=0.0.0.0 \
	PORT=4321 \
	IMAGO_DATA=/data
WORKDIR /imago
COPY --from=build /imago/package.json /imago/LICENSE ./
COPY --from=build /imago/node_modules node_modules
COPY --from=build /imago/db db
COPY --from=build /imago/src src
COPY --from=build /imago/build build
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4321
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "src/server/main.ts"]
