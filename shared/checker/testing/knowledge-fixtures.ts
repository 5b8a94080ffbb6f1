/** Designs that the rules as a whole are held to (knowledge E.16): what has to speak, and what may not. */
export interface KnowledgeFixture {
  readonly name: string
  readonly text: string
  /** Rules that have to speak; `error rel-spof-data` asks for the severity as well. */
  readonly speaks?: readonly string[]
  /** Rules that have to stay silent. */
  readonly silent?: readonly string[]
  /** The most severe finding that is allowed, of any rule. */
  readonly atMost?: 'suggestion'
}

const small = `flowchart LR
  web[Browser] --> api[Web server] --> db[(PostgreSQL)]`

const hungry = `flowchart LR
  web[Browser] --> gw[API gateway]
  subgraph eu[Region eu-west]
    gw --> users[User service] & orders[Order service] & stock[Stock service]
    gw --> mail[Mail service] & search[Search service] & reports[Report service]
    orders --> k[Kafka]
    k --> mail
    orders --> db[("PostgreSQL, 4 shards by customer id, hash")]
    k8s[Kubernetes]
    istio[Istio service mesh]
  end
  subgraph us[Region us-east]
    users2[User service US] --> db2[(PostgreSQL US)]
  end
  subgraph ap[Region ap-south]
    users3[User service AP] --> db3[(PostgreSQL AP)]
  end
  gw --> users2 & users3`

const video = (shards: string) => `---
peakQps: 4,000
dataSize: 30 TB
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> videos[Video service x6] --> db[("MySQL, ${shards}")]`

const chat = (broker: string) => `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> ws[WebSocket gateway x3] --> chat[Chat service x3]
  chat --> db[("Cassandra x3")]
  ${broker}`

const rpo = (front: string, rest: string) => `---
peakQps: 300
rto: 2 h
rpo: ${front}
---
## Data model
- Payment (money) in PostgreSQL: key id; fields id, amount; consistency strong

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Payment service x2] --> db[("PostgreSQL${rest}")]
\`\`\``

export const knowledgeFixtures: readonly KnowledgeFixture[] = [
  {
    name: 'a client, a server and a database at 12 requests a second are left alone',
    text: `---\npeakQps: 12\n---\n${small}`,
    atMost: 'suggestion',
    silent: ['scale-read-heavy-unassisted', 'scale-write-ceiling', 'scale-autoscaling-missing'],
  },
  {
    name: 'the same load with everything a big company has is told to do less',
    text: `---\npeakQps: 12\nregions: 3\nteamSize: 3\n---\n${hungry}`,
    speaks: [
      'yagni-microservices',
      'yagni-streaming-platform',
      'yagni-sharding',
      'yagni-multi-region',
      'yagni-platform-stack',
    ],
  },
  {
    name: 'a balancer, one server and one database cannot promise 99.9%',
    text: `---\navailabilityTarget: 99.9%\n---
flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Server] --> db[(PostgreSQL)]`,
    speaks: ['error rel-spof-stateless', 'error rel-spof-data'],
    silent: ['rel-availability-unmet'],
  },
  {
    name: 'two balancers, a pool and a primary with replicas can',
    text: `---\navailabilityTarget: 99.9%\n---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Server pool] --> db[("PostgreSQL, primary + 2 replicas")]`,
    silent: ['rel-spof-stateless', 'rel-spof-data'],
  },
  {
    name: 'two instances with sessions in memory',
    text: `---\npeakQps: 200\n---
flowchart LR
  web[Browser] --> lb[Load balancer] --> api["Shop service x2, keeps sessions in memory"] --> db[(PostgreSQL)]`,
    speaks: ['error scale-stateful-replicas'],
  },
  {
    name: 'two instances with sessions in Redis',
    text: `---\npeakQps: 200\n---
flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Shop x2] --> db[(PostgreSQL)]
  api --> redis[Redis sessions]`,
    silent: ['scale-stateful-replicas'],
  },
  {
    name: 'an order that waits for stock, payment, mail and analytics',
    text: `---\npeakQps: 300\n---
flowchart LR
  web[Browser] --> orders[Order service] --> stock[Inventory service] --> pay[Payment service]
  pay --> mail[SendGrid e-mail]:::external-service
  pay --> stats[Analytics batch job]:::batch-processor`,
    speaks: ['perf-heavy-work-in-request', 'rel-unguarded-call'],
  },
  {
    name: 'an order that is confirmed before anybody paid or looked at the stock',
    text: `---\npeakQps: 900\n---
## Data model
- Order (money) in PostgreSQL: key id
- Stock (inventory) in MySQL: key sku

## Flows
- Order: Browser → Order service → PostgreSQL → RabbitMQ → Stock worker → MySQL

\`\`\`mermaid
flowchart LR
  web[Browser] --> orders[Order service x2] --> db[(PostgreSQL)]
  orders -->|order placed| q[RabbitMQ]
  q -->|decrement stock| w[Stock worker] --> inv[(MySQL)]
\`\`\``,
    speaks: ['con-oversell', 'con-multi-store-write'],
  },
  {
    name: 'a counter of clicks that every redirect updates',
    text: `---\npeakQps: 8,000\n---
## API
- \`GET /{code}\` redirects and counts the click (errors)

## Data model
- Link (content) in PostgreSQL: key code; fields code, url
- Click count (counter) in PostgreSQL: key code; updated synchronously on every redirect

## Flows
- Redirect: Browser → Load balancer → Link service → PostgreSQL (update click_count)

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Link service x4]
  api -->|update click_count| db[("PostgreSQL + standby")]
\`\`\``,
    speaks: ['scale-hot-counter'],
    silent: ['api-unsafe-get'],
  },
  {
    name: 'videos sharded by the month of upload',
    text: video('12 range shards by upload month'),
    speaks: ['data-shard-key-hotspot'],
  },
  {
    name: 'shards that overlap',
    text: video('2 range shards by id: 1-1M, 1M-2M'),
    speaks: ['error data-shard-scheme-invalid'],
  },
  {
    name: 'three socket servers that know nothing of each other',
    text: chat('%% nothing between them'),
    speaks: ['error scale-socket-plan'],
  },
  {
    name: 'three socket servers with a channel between them',
    text: chat('ws <--> ps[Redis Pub/Sub]'),
    silent: ['scale-socket-plan', 'scale-queue-without-consumer', 'rel-lossy-channel'],
  },
  {
    name: 'reports that read the order database',
    text: `---\npeakQps: 3,000\n---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> db[("PostgreSQL + standby")]
  bi[Tableau] --> db`,
    speaks: ['data-analytics-on-oltp'],
  },
  {
    name: 'reports that read a warehouse filled every night',
    text: `---\npeakQps: 3,000\n---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> db[("PostgreSQL + standby")]
  db -->|nightly ETL| dw[(Snowflake)]
  bi[Tableau] --> dw`,
    silent: ['data-analytics-on-oltp', 'data-derived-not-fed'],
  },
  {
    name: 'products that live in Elasticsearch alone',
    text: `---\npeakQps: 400\n---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Product service x2] --> es[Elasticsearch]`,
    speaks: ['error data-derived-as-truth'],
  },
  {
    name: 'no loss allowed, and a copy that lags',
    text: rpo('0', ' with asynchronous replica'),
    speaks: ['error rel-rpo-unmet'],
  },
  {
    name: 'an hour of loss allowed, and a backup every hour',
    text: rpo('60 min', ', hourly backups'),
    silent: ['rel-rpo-unmet', 'rel-backup-missing'],
  },
  {
    name: 'a dead instance that is noticed after the outage should be over',
    text: `---
availabilityTarget: 99.9%
rto: 1 min
---
flowchart LR
  web[Browser] --> lb["Load balancer x2, health check 30 s x 3, timeout 5 s"] --> api[Shop x3] --> db[("PostgreSQL + standby")]`,
    speaks: ['rel-failover-slower-than-rto'],
  },
  {
    name: 'payments that are tried again twice over',
    text: `---\npeakQps: 900\n---
## API
- \`POST /payments\` charges a card (auth, errors)

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw["API gateway x2 (retries 3 times)"]
  gw --> pay["Payment service x3 (retries 3 times)"]
  pay --> db[("PostgreSQL + standby")]
  pay -->|charge| psp[Stripe]
\`\`\``,
    speaks: ['error rel-retry-unsafe', 'api-write-not-idempotent'],
  },
  {
    name: 'five services on one database',
    text: `---\npeakQps: 2,000\n---
flowchart LR
  web[Browser] --> gw[API gateway x2]
  gw --> a[User service] & b[Order service] & c[Stock service] & d[Review service] & e[Coupon service]
  a & b & c & d & e -->|writes| db[("PostgreSQL + standby")]`,
    speaks: ['data-shared-database', 'anti-distributed-monolith'],
  },
]
