/** Words that inference treats apart: general ones, everyday ones, people, steps of a process. */

/** General words: a product or a better word in the same label decides over them. */
export const weakWords: ReadonlySet<string> = setOf(`
  service, server, api, app, application, backend, back end, web server, web service, rest api, web api, microservice,
  api server, container, task, pod, instance, vm, virtual machine, compute, module, component, container platform,
  database, data store, storage, store, table, schema, persistence, persistent storage, persistent store, data layer,
  database layer, data tier, storage layer, state store, sql, nosql, nosql database, primary, primary database,
  main database, master database, local database, metadata store, metadata database, data base, database cluster, database server,
  file, folder, directory, volume, disk, bucket, cloud storage, storage service, document, documents, collection, index,
  standby, secondary, replica, slave, follower, reader, queue, message queue, broker, message broker, messaging,
  messaging system, messaging layer, stream, event, event bus, message bus, topic, channel, subscription, partition,
  job, function, log, metric, monitoring, monitor, alert, dashboard, frontend, front end, client, user, ui, web ui, web app, web application,
  website, portal, console, gateway, proxy, search, cache, in memory store, cluster, lambda, config, configuration, settings,
  notification, email, analytics, model, ai, agent, bot, engine, manager, handler, controller, router, external, upstream, middleware,
  event database, container cluster, application server, app server, key value store, read model, write model, web, login, release, event stream, data stream,
  pdf document, word document, text document, raw document, source document, document file, excel file, image file, text file, word file`)

/** Words that carry a name without adding to it: "Redis server", "Kafka service" are Redis and Kafka. */
export const carriers: ReadonlySet<string> = setOf(`
  server, service, instance, app server, application server, container, pod, task, vm, virtual machine, component, app, application,
  module, web server, backend, application layer, service layer, platform, compute, docker container, deployment, container cluster`)

/** What may follow a name and change nothing. */
export const neutral: ReadonlySet<string> = setOf(`
  cluster, clusters, node, nodes, instance, instances, layer, tier, system, systems, platform, stack, group, pool, farm, fleet, main, prod,
  production, staging, dev, development, test, local, remote, cloud, internal, private, shared, global, regional, managed,
  self, hosted, alpine, slim, open, source, ha, az, region, zone, east, west, north, south, one, two, three, first, second, primary, master, slave, replica, secondary,
  active, passive, etc, and, or, the, a, an, of, s, n, new, old, legacy, example, optional, future, core, based, only, setup, infrastructure, infra, environment,
  component, components, process, deployment, host, machine, machines, sentinel, enterprise, community, edition, latest, default, multi, single,
  storage, tool, tools, engine, software, framework, docker, container, image, free, plan, subsystem, area, side, level, section, service, services, point, v`)

/** What may follow a store or a broker and change nothing: parts of it. */
export const dataNouns: ReadonlySet<string> = setOf(`
  table, tables, collection, collections, keyspace, keyspaces, bucket, buckets, index, indexes, indices, schema, schemas, topic, topics, set, sets, sorted, key, keys, hash, hashes,
  list, lists, event, events, message, messages, data, state, file, files, object, objects, record, records, document, documents, exchange, exchanges, connection, pool, storage, partition, partitions, global`)

/** Parts of a product that runs jobs: "Spark job", "Flink SQL" are Spark and Flink. */
export const jobNouns: ReadonlySet<string> = setOf(`
  job, jobs, sql, task, tasks, function, functions, query, pipeline, application, app, script, connector, process, processor, dag, workflow, module`)

/** Words that name something only when they stand alone: elsewhere they are everyday language. */
export const everyday: ReadonlySet<string> = setOf(`
  square, box, line, signal, segment, mode, hex, render, railway, echo, fiber, gin, bun, rust, scala, ruby, cursor, swift, expo, dex, hydra, phoenix,
  seq, zap, pino, beats, alloy, buf, convoy, helix, serf, medusa, borg, sam, sst, nix, salt, harness, drone, flux, argo, nexus, atlantis, maven, stitch,
  glue, census, canal, memphis, annoy, virtuoso, titan, nebula, realm, badger, sled, prophet, whisper, sharp, mux, horizon, machinery, pig, faust, heron,
  teams, zoom, visa, steam, notion, kraken, alchemy, remix, astro, vite, ghost, room, polaris, nessie, chef, puppet, ray, feast, garage, cortex, graphite,
  signer, public, people, person, human, editor, shell, hardware, exchange, bank, maps, build, release, lock, primary, secondary, gold, silver, bronze, lake,
  person, image, images, video, videos, media, asset, assets, file, files, folder, flags, quota, email, sms, ai, model, event, task, step, line, x, git, recovery,
  history, ca, acm, sap, dax, d1, r2, es, deploy, deployment, hsm, trace, spans, journal, ingest, extractor, staging, vip, pop, kraft, kraft mode, env, reader, follower, peer, miner, kernel,
  widget, plan, table, warehouse, schema, cube, settings, token, bind, pound, iis, atlas, apollo, bull, horizon, solace, sphinx, zinc, clip, keystone, container, runner,
  transformer, transformation, chart, charts, stats, statistics, alert, alerts, audit, ledger, on call, partition, projection, projections, relay, box, hetzner, harbor, helm, vault,
  stash, make, black, clarity, polly, personalize, comprehend, linear, plaid, wise, heap, fathom, threads, homepage, outline, emitter, modal, mage, tally, lever,
  persona, lens, tilt, depot, dagger, pulp, soda, oso, cedar, transmission, deluge, epic, sabre, jupiter, pyth, duo, karma, arm, sts, srs, cnn, glm, upi, o1, b2, ack,
  sls, dms, rq, eso, dds, cos, beam, hive, presto, umami, viper, huey, arq, drizzle, convex, pebble, garnet, scruglances, axiom, preset, rill, nile, pix,
  tink, paddle, coda, exa, fal, ruff, triton, nim, seldon, heimdall, swag, obs, photon, haystack, outline, amplify, feathers, sails, meteor,
  jetty, erlang, haskell, clojure, impala, vertica, materialize, chronos, windmill, restate, phi 3, cosmos, tair, conjur, doppler, beyla, pixie, odigos,
  inspector, macie, lucia, devise, radius, teleport, threads, uber, reuters, fred, nasa, plex, emby, deezer, copilot,
  hospital, clinic, pharmacy, laboratory, datastore, dataflow, datastream, kendra, zep, letta, mem0, dms, viber, mocha, newman, bazel, cmake, yarn, nx, poetry, tsc, trello, alembic, black, hpa, sonar, pandas, kind`)

/** Which kind a product or word of several kinds stands for when nothing around it speaks. */
export const firstKinds: Readonly<Record<string, string>> = {
  mqtt: 'pubsub edge-gateway',
  'query router': 'service shard-router',
  'mcp host': 'web-client service',
  'knowledge base': 'vector-db',
  'mqtt broker': 'pubsub edge-gateway',
  mosquitto: 'pubsub edge-gateway',
  emqx: 'pubsub edge-gateway',
  hivemq: 'pubsub edge-gateway',
  documents: 'file-store document-db object-store',
  'online store': 'service feature-store',
  redis: 'cache key-value-db session-store',
  valkey: 'cache key-value-db session-store',
  keydb: 'cache key-value-db',
  memcached: 'cache session-store',
  nginx: 'reverse-proxy load-balancer api-gateway',
  envoy: 'reverse-proxy service-mesh api-gateway',
  haproxy: 'load-balancer reverse-proxy',
  traefik: 'reverse-proxy load-balancer',
  kong: 'api-gateway',
  cloudflare: 'cdn waf dns',
  grafana: 'dashboard metrics alerting',
  kibana: 'dashboard logging',
  datadog: 'metrics logging tracing',
  prometheus: 'metrics timeseries-db',
  opentelemetry: 'tracing metrics',
  'new relic': 'apm metrics',
  airflow: 'scheduler etl-pipeline orchestrator',
  etcd: 'coordination service-registry key-value-db',
  consul: 'service-registry coordination',
  zookeeper: 'coordination service-registry',
  django: 'service monolith',
  rabbitmq: 'queue pubsub',
  'service bus': 'queue esb',
  'outbox table': 'sql-db queue',
  pod: 'service container-platform',
  container: 'service container-platform',
  bullmq: 'queue worker',
  celery: 'worker queue',
  sqs: 'queue dead-letter-queue',
  kafka: 'event-stream queue pubsub',
  nats: 'pubsub queue event-stream',
  sagemaker: 'ml-serving ml-training',
  mlflow: 'ml-training ml-serving',
  s3: 'object-store data-lake',
  supabase: 'sql-db realtime-db',
  firebase: 'realtime-db',
  spark: 'batch-processor stream-processor',
  'apache spark': 'batch-processor stream-processor',
  databricks: 'lakehouse batch-processor',
  github: 'ci-cd external-service',
  tensorflow: 'ml-serving ml-training',
  claude: 'external-service web-client',
  postgresql: 'sql-db read-replica vector-db',
  elasticsearch: 'search-index logging',
  eventbridge: 'pubsub scheduler',
  'dynamodb streams': 'cdc',
  'sidecar proxy': 'service-mesh',
  'webhook receiver': 'service',
  aurora: 'sql-db',
  athena: 'data-warehouse',
  vault: 'secret-store',
  temporal: 'orchestrator',
  varnish: 'reverse-proxy cache',
  'notification service': 'service',
  kubernetes: 'container-platform',
  'docker compose': 'container-platform',
}

/** People and what they are called; they stand for the program in front of them. */
export const people =
  /^(?:(?:end|web|mobile|internet|api|app|admin|power|anonymous|logged|guest|internal|external|public|business|remote|site|super)\s+)*(?:users?|customers?|clients?|admins?|administrators?|operators?|developers?|devs?|engineers?|visitors?|guests?|players?|viewers?|drivers?|riders?|passengers?|couriers?|students?|teachers?|learners?|patients?|doctors?|nurses?|employees?|staff|merchants?|sellers?|buyers?|shoppers?|vendors?|tenants?|analysts?|data scientists?|reviewers?|maintainers?|contributors?|attendees?|persons?|people|humans?|actors?|authors?|moderators?|researchers?|scientists?|citizens?|agents? \(human\)|team|teams|stakeholders?|parents?|kids?|child|bidders?|traders?|investors?|participants?|candidates?|interviewers?|readers|editors|subscribers|listeners|followers|hr|sre|devops|ops|support|technicians?|residents?|fans?|creators?|browsers?|instructors?|professors?|lecturers?|tutors?|trainers?|coach(?:es)?|mentors?|members?|owners?|supervisors?|accountants?|auditors?|physicians?|clinicians?|pharmacists?|caregivers?|receptionists?|cashiers?|waiters?|farmers?|contractors?|subcontractors?|freelancers?|recruiters?|applicants?|job ?seekers?|organi[sz]ers?|donors?|volunteers?|beneficiar(?:y|ies)|borrowers?|lenders?|payers?|landlords?|renters?|travell?ers?|gamers?|streamers?|lawyers?|officers?|clerks?|salespersons?|sales reps?|business owners?|product owners?|end[- ]?user devices?|user devices?|client devices?|user terminals?|you|me|household|families|pet owners?|testers?|qa|designers?|architects?|pms?|project managers?|product managers?|account managers?|superadmins?|super admins?|sysadmins?|system admins?|community|general public)$/i

/** The same after whatever word: "On-call engineer", "Event staff"; an operator or an agent may be a program. */
export const somePeople =
  /^(?:[\p{L}-]+\s+){1,2}(?:users?|customers?|engineers?|analysts?|developers?|students?|teachers?|patients?|doctors?|staff|employees?|visitors?|shoppers?|buyers?|sellers?|merchants?|players?|contributors?|maintainers?|administrators?|researchers?|scientists?|attendees?|people)$/iu

/** Verbs that begin a step of a process and never a name. */
export const stepVerbs: ReadonlySet<string> = setOf(`
  send, check, validate, verify, fetch, return, save, parse, insert, retrieve, initialize, initialise, determine, decide, wait, submit, enter, press,
  receive, apply, ensure, assign, approve, reject, display, show, select, choose, remove, install, calculate, compute, extract, convert, merge, redirect, confirm,
  accept, throw, raise, skip, continue, finish, begin, ask, prompt, compare, invoke, populate, configure, enable, disable, open, close, define, identify, collect, prepare, normalize, sanitize, do, is, has, does, can, if, else, when, use, make, take, set, increment, decrement, attach, mark, look, perform, add, detect, evaluate, clone, checkout code`)

/** Verbs that begin a step unless a part of a system is named: "Read data", but "Read API". */
export const mildVerbs: ReadonlySet<string> = setOf(`
  read, write, get, create, update, delete, upload, download, notify, trigger, run, execute, generate, handle, push, pull, publish, call,
  render, sort, start, stop, deploy, login, register, authenticate, authorize, retry, split, reduce, put, patch, analyze, transform, scan, sync, import, export, compile, generate, enrich, match, emit, consume, produce, subscribe, enqueue, dequeue, respond, reply, serve, monitor`)

/** Verbs that are as often nouns: they begin a step only before an article or the like ("Store the file"). */
export const nounVerbs: ReadonlySet<string> = setOf(`
  store, search, log, map, click, review, post, query, record, request, track, schedule, match, test, filter, monitor, process, load, build, sign`)
export const articles: ReadonlySet<string> = setOf(
  'the, a, an, in, into, to, for, all, each, new, if, user, up, out, its, their',
)

/** Words that make even a verb the name of a part. */
export const partNouns =
  /^(?:api|apis|service|services|db|database|server|servers|worker|workers|replica|replicas|queue|topic|function|lambda|lambdas|store|cluster|node|nodes|gateway|engine|model|balancer|proxy|handler|pipeline|cache|manager|job|jobs|module|system|platform|app|bucket|index|layer|path|side|stream|agent|controller|processor|scheduler|runner|log|logs|component|client|tool|tools|microservice|svc|unit|hub|center|registry|framework|generator|monitor|table|router|interface|page|screen|form|portal|ui|dashboard|widget|view|panel|console|sdk|library|plugin|extension|adapter|connector|bot)$/

function setOf(text: string): ReadonlySet<string> {
  const words = text.split(',').map((word) => word.trim().replace(/\s+/g, ' '))
  return new Set(words.filter((word) => word !== ''))
}
