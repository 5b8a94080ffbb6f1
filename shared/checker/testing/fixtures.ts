/** Whole designs that the rules are held to (knowledge E.16, and boards as people draw them). */
export interface Fixture {
  readonly name: string
  readonly text: string
  /** Severity and rule of every finding above a suggestion, sorted. */
  readonly expected: readonly string[]
}

export const fixtures: readonly Fixture[] = [
  {
    name: 'leaves a small client, server and database alone at 12 requests a second',
    text: `---
peakQps: 12
---
flowchart LR
  web[Web client] --> api[API server] --> db[(PostgreSQL)]`,
    expected: [],
  },
  {
    name: 'leaves the same design alone while nothing is known about its load',
    text: `flowchart LR
  web[Web client] --> api[API server] --> db[(PostgreSQL)]`,
    expected: [],
  },
  {
    name: 'sees single points of failure behind one balancer when 99.9% is promised',
    text: `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Server] --> db[(PostgreSQL)]`,
    expected: ['error rel-spof-data', 'error rel-spof-stateless'],
  },
  {
    name: 'is content with two balancers, a pool and a primary with replicas at 99.9%',
    text: `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Server pool x6] --> db[(PostgreSQL, primary + 2 replicas)]`,
    expected: [],
  },
  {
    name: 'accepts two balancers drawn side by side',
    text: `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb1[Load balancer 1] & lb2[Load balancer 2]
  lb1 & lb2 --> a[API 1] & b[API 2]
  a & b --> db[(PostgreSQL)]
  db -->|replication| standby[(PostgreSQL standby)]`,
    expected: [],
  },
  {
    name: 'sees a product that keeps its products in Elasticsearch alone',
    text: `---
peakQps: 400
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Product service x2] --> es[Elasticsearch]`,
    expected: ['error data-derived-as-truth'],
  },
  {
    name: 'is content with a URL shortener at 10,000 requests a second and 99.9%',
    text: `---
peakQps: 10K
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer pair] --> api[Shortener service x15]
  api --> cache[Redis cluster] & db[(PostgreSQL, primary + 2 replicas)]`,
    expected: [],
  },
]

/** Boards as they are drawn in interviews; none has a fault that these rules know. */
export const realisticDesigns: Readonly<Record<string, string>> = {
  'a chat with gateways, presence and workers that poll': `---
peakQps: 40k
availabilityTarget: 99.95%
---
flowchart LR
  app[Mobile app] -->|HTTPS| lb[Load balancer x2]
  web[Browser] -->|WebSocket| lb
  lb --> ws[WebSocket gateway x20] & api[Chat service x8]
  ws <-->|publish and subscribe| ps[Redis Pub/Sub]
  ws --> presence[Presence cache, Redis cluster]
  api --> k["Kafka with DLQ"]
  k --> w[Message writer x6] --> store[(Cassandra messages)]
  push[Push worker x4] -->|polls| k
  push --> fcm[FCM]
  api --> store
  app -->|upload by presigned URL| s3[S3 media bucket]
  cdn[CDN] --> s3
  app --> cdn
  api -.->|metrics| prom[Prometheus]
  prom --> graf[Grafana]`,
  'a video service with a pipeline': `---
peakQps: 8,000
availabilityTarget: 99.9%
---
flowchart TB
  web[Web client] & tv[TV app]:::mobile-client --> cdn[CDN]
  cdn -->|origin| s3[(S3 renditions)]
  web --> gw[API gateway x3]
  tv --> gw
  gw --> auth[Auth service x2] & catalog[Catalog service x4] & upload[Upload service x3]
  catalog --> redis[Redis cache x3] & pg[(PostgreSQL + standby)]
  auth --> pg
  pg -->|CDC| es[Elasticsearch x3]
  catalog --> es
  web -->|signed URL| raw[(S3 raw uploads)]
  raw -.->|event| q[SQS queue] --> tr[Transcoder fleet] --> s3
  q --> dlq[Dead-letter queue] --> pager[Alerting]
  tr -->|status| catalog`,
  'a shop with a back end for its app and another company’s payments': `---
peakQps: 900
availabilityTarget: 99.9%
---
flowchart LR
  dns[Route 53]
  web[Browser] --> dns
  web --> waf[WAF] --> alb[Application load balancer x2]
  subgraph vpc[Private network]
    alb --> shop[Shop monolith x4]
    shop --> db[(PostgreSQL primary)]
    db -->|replication| ro[(Read replica)]
    shop --> ro
    shop --> sess[Redis sessions]
    shop -->|jobs| q[RabbitMQ queue with DLQ]
    q --> mail[Mail worker x2]
    cron[Nightly scheduler] --> report[Report job]
    report --> ro
  end
  shop --> stripe[Stripe]
  stripe -->|webhook| alb
  mail --> sg[SendGrid]
  shop -.->|logs| logs[Log store]:::logging
  secrets[Vault secret store]`,
  'a notification system that other services call': `flowchart LR
  s1[Order service] & s2[Billing service] --> n[Notification API] --> q1[Email queue] & q2[SMS queue]
  q1 --> w1[Email worker] --> sg[SendGrid]
  q2 --> w2[SMS worker] --> tw[Twilio]
  n --> db[(Notification log)]`,
  'a crawler that feeds itself': `flowchart LR
  seed[Seed URLs] --> f[URL frontier] --> fetch[Fetcher workers] --> parse[Parser] --> store[(S3)]
  parse --> dd[Dedup service] --> f
  fetch --> dns[DNS resolver]`,
  'shared documents with a channel between instances': `---
peakQps: 12
---
flowchart LR
  b[Browser] <-->|WebSocket| lb[Load balancer] <--> d[Document service x3]
  d <--> r[Redis pub/sub]
  d --> pg[(PostgreSQL primary)] --> rep[(Read replica)]
  d --> s3[(Object storage)]`,
  'a serverless back end': `---
peakQps: 20000
---
flowchart LR
  b[Browser] --> gw[API Gateway] --> l[Lambda] --> d[(DynamoDB)]`,
  'a cache that is the product': `flowchart LR
  c[Client] --> n[Cache client library] --> a[Cache node 1] & b[Cache node 2]`,
  'a rate limiter with its counters': `flowchart LR
  c[Client] --> gw[API gateway] --> rl[Rate limiter] --> r[(Redis)]
  rl --> api[Backend API]
  cfg[Rules config] -.-> rl`,
  'a static site': `flowchart LR
  b[Browser] --> cf[CloudFront] --> s3[S3]`,
}
