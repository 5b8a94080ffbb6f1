/** Design documents as people write them, each in a style of its own; their readings are held in a test. */
// prettier-ignore
export const styles = {
  terse: `# Pastebin

\`\`\`mermaid
flowchart LR
  u[User] --> lb[Nginx] --> app[Paste API x3]
  app --> pg[(Postgres)]
  app --> redis[Redis cache]
  app --> s3[S3 bucket]
\`\`\`

## Requirements
### Functional
1. Create a paste (max 10 MB)
2. Read a paste by its key
3. Pastes expire
   - default one week
   - "never" for members
### Non-functional
* p99 < 100ms for reads
* 99.9 % availability
* 10:1 read/write ratio
* RPO 15 minutes, RTO 1 hour
### Out of scope
* Accounts
* Search

## Capacity estimation
- 1M DAU
- 0.1 pastes per user per day => 100k writes/day = 1.2 writes/s
- Reads: 12/s avg, 60 rps at peak
- Storage: 100k * 10 KB = 1 GB/day
- 365 GB/year, kept 2 years

## API
- POST /pastes {content, expiresIn} -> 201 {key}
- GET /pastes/:key -> 200 | 404
- DELETE /pastes/:key (auth)

## Schema
pastes
- key PK
- owner_id
- s3_url
- expires_at (index)

## Alternatives
- MongoDB: no need for documents
- Postgres was chosen over DynamoDB since the team knows it

## Trade offs
- eventual deletion of expired pastes vs. a cheap nightly job

## Bottlenecks
- Hot pastes: served from Redis
`,
  rfc: `---
title: "RFC 42: Notifications"
status: draft
authors: [kim, lee]
publicFacing: yes
peakQps: TBD
---
RFC 42: Notification service
============================

## 1. Summary
We want one service that sends e-mail, SMS and push messages for all products.

## 2. Goals and non-goals

**Goals**

- Other teams send a notification with one call.
- Every message is delivered at least once within 30 seconds for 99% of messages.
- The service must run on the existing Kubernetes cluster.

**Non-goals**

- Marketing campaigns
- Designing templates

## 3. Background
Today every team talks to Twilio directly.

## 4. Scale
We expect about 20 million notifications a day, which is roughly 230 per second on average and 2,000 per second at peak. A notification is about 2 KB, so we add 40 GB per day. Notifications are kept for 90 days, 3.6 TB in total. The service should be available 99.95% of the time. We have 3 engineers and a budget of $8k per month.

## 5. Proposed design

\`\`\`mermaid
flowchart LR
  svc[Product services] --> api[Notification API x4]
  api --> q[(Kafka)]
  q --> w[Delivery workers x10]
  w --> twilio[Twilio]
  w --> ses[Amazon SES]
  api --> db[(PostgreSQL + standby)]
  w --> db
\`\`\`

### 5.1 API

#### POST /v1/notifications
Accepts a notification and returns 202 with its id. Requires a service token. Clients send an \`Idempotency-Key\`.

#### GET /v1/notifications/{id}
Returns the state of a notification.

All endpoints answer errors as problem+json.

### 5.2 Data model

#### Notification
Stored in PostgreSQL. Primary key is \`id\`.

- id: uuid
- recipient: text
- channel: enum
- state: enum

Indexed by recipient. About 1.8 billion rows.

#### Template
- id
- body

### 5.3 Data flow
1. A product service calls the API.
2. The API stores the notification in PostgreSQL and publishes to Kafka.
3. A delivery worker takes it and calls Twilio or SES.

## 6. Alternatives considered

### RabbitMQ
Simpler to run, but we need replay.

### Calling providers directly
Rejected: no retry and no record.

## 7. Failure modes

| Component | What happens | Detection | Mitigation |
|-----------|--------------|-----------|------------|
| Kafka | messages queue up in the API | lag alert | brokers in three zones, API keeps an outbox |
| Twilio | SMS are late | error rate | retry with backoff, second provider |

## 8. Security considerations
Service tokens are rotated every 90 days. Phone numbers are encrypted at rest. GDPR applies: we delete recipients on request.

## 9. Rollout and monitoring
We ship behind a flag, 1% of traffic first. Dashboards show lag, delivery rate and errors. On-call is shared with the platform team.
`,
  wiki: `h1 is not here

# Ticket shop — Design

| | |
|---|---|
| Owner | Shop team |
| Status | Approved |

# Overview
Sells tickets for concerts.

\`\`\`mermaid
flowchart TB
  web[Web app] --> cdn[CloudFront]
  web --> gw[API gateway]
  gw --> order[Order service]
  gw --> cat[Catalog service]
  order --> orders[(Orders DB - Aurora)]
  cat --> cache[(ElastiCache)]
  cat --> catdb[(Catalog DB)]
  order --> pay[Stripe]
  order --> sqs[SQS]
  sqs --> mail[Mail worker]
\`\`\`

# Requirements

| ID | Requirement | Priority |
|----|-------------|----------|
| FR-1 | Browse events | Must |
| FR-2 | Reserve a seat for 10 minutes | Must |
| FR-3 | Pay by card | Must |
| FR-4 | Resell a ticket | Won't |

# NFRs

| Attribute | Target |
|---|---|
| Availability | 99.99% |
| Latency | p95 < 300 ms, p99 < 1 s |
| Throughput | 5,000 rps peak |
| RTO | 30 min |
| RPO | 0 |
| Compliance | PCI DSS, GDPR |

# Estimates

| Metric | Calculation | Value |
|---|---|---|
| DAU | given | 2 million |
| Average QPS | 2M * 20 / 86400 | 463 |
| Peak QPS | on-sale, 10x | 4,630 |
| Storage | 50M orders * 1 KB | 50 GB/year |

# API

| Method | Endpoint | Description | Auth | Idempotent |
|---|---|---|---|---|
| GET | \`/events?cursor=\` | list events | no | yes |
| POST | \`/events/{id}/reservations\` | reserve seats (FR-2) | yes | yes |
| POST | \`/orders\` | pay and confirm | yes | yes, by key |

# Data model

| Entity | Store | Key | Indexes | Consistency | Retention |
|---|---|---|---|---|---|
| Event | Catalog DB | event_id | date | eventual | forever |
| Reservation | Orders DB | reservation_id | seat_id | strong | 10 minutes |
| Order | Orders DB | order_id | user_id | strong | 7 years |

\`\`\`sql
CREATE TABLE seat (
  seat_id UUID PRIMARY KEY,
  event_id UUID NOT NULL,
  state TEXT
);
CREATE INDEX seat_by_event ON seat (event_id);
\`\`\`

# Flows

## Buy a ticket
1. Web app → API gateway → Order service
2. Order service → Orders DB: insert reservation
3. Order service → Stripe
4. Order service → SQS → Mail worker

# Decisions

| Decision | Options | Chosen | Rationale | Consequences |
|---|---|---|---|---|
| Order store | Aurora, DynamoDB | Aurora | transactions over seats | one writer |

## ADR-2: Use SQS for mail
**Status:** accepted
**Context:** Mail can be late.
**Decision:** SQS with a dead-letter queue.
**Alternatives:** Kafka, RabbitMQ
**Consequences:** At-least-once delivery, so mails carry an id.

# Trade-offs

| Choice | Pro | Con |
|---|---|---|
| Seat hold of 10 minutes | fair | seats look sold out |

# Risks & mitigations

- **Orders DB fails** – no sales; Aurora fails over within 30 s
- **Bots**: they take all seats. Mitigation: queue-it waiting room and rate limits.

# Security
- Cards never touch us (Stripe Elements).
- WAF and rate limits at the gateway.

# Monitoring
CloudWatch dashboards and alarms on 5xx and SQS age. Canary deployments.
`,
  scribble: `uber clone

flowchart not here yet

FR:
- rider requests ride
- driver accepts
- see driver on map
Out of scope: payments, ratings

NFR: low latency (<1s match), 99.9% avail, consistency for match

numbers
10M DAU riders, 1M drivers
driver sends location every 4s -> 250k writes/sec
ride requests 10M/day ~ 115/s, peak 5x ~600/s

API:
POST /rides (pickup, dropoff) -> rideId
PATCH /drivers/me/location
WS /rides/{id}

entities: Ride, Driver, Rider, Location

\`\`\`mermaid
graph LR
  R[Rider app] --> GW[API GW]
  D[Driver app] -->|ws| WS[Websocket servers]
  GW --> M[Matching service]
  M --> G[Redis geo]
  WS --> G
  M --> DB[(Postgres)]
\`\`\`

why redis geo: fast, location can be lost
tradeoffs:
- redis loses locations on crash, fine, comes back in 4s
- single matching service = simple but hot in big cities -> shard by city

what if redis dies: drivers re-send, matching paused for 5s
`,
  google: `# Design Doc: Photo Album Sharing

**Author:** Sam  **Reviewers:** infra-team  **Last updated:** 2024-03-01

## Context and scope

We let families share albums. This doc covers the backend.

## Goals

* Upload photos from web and mobile (up to 20 MB each).
* Share an album with a link.
* Thumbnails are available within 10 seconds of an upload.

## Non-goals

* Video
* Editing photos

## Overview

\`\`\`mermaid
graph TD
    A[Web / Mobile] -->|HTTPS| B(API Gateway)
    B --> C{Album Service}
    C --> D[(Aurora PostgreSQL)]
    A -->|presigned PUT| E[(S3 originals)]
    E -.->|event| F[/SQS queue/]
    F --> G[Thumbnail Lambda]
    G --> H[(S3 thumbnails)]
    A --> I[CloudFront] --> H
\`\`\`

## Detailed design

### APIs

\`\`\`http
POST /albums HTTP/1.1
GET /albums/{id}/photos?page_token=...
POST /albums/{id}/photos:presign    # returns a URL
\`\`\`

All calls carry a JWT from Cognito.

### Storage

**albums** — \`id\`, \`owner_id\`, \`title\`, \`created_at\`. Primary key \`id\`, secondary index on \`owner_id\`.

**photos** — \`album_id\`, \`photo_id\`, \`s3_key\`, \`taken_at\`; partition by \`album_id\`.

### Capacity

* 200k DAU, each uploads 2 photos/day on average → 400k uploads/day ≈ 5 uploads/s, ~25/s at peak.
* 400k × 3 MB = 1.2 TB/day ≈ 438 TB/year.
* Views: 20 per user per day → 4M/day ≈ 46 rps avg / 230 rps peak (most from CDN).

### SLOs

| SLI | Target |
| --- | --- |
| Availability of album reads | 99.9% / month |
| p99 latency of album reads | 300ms |

## Alternatives considered

**DynamoDB instead of Aurora.** Cheaper at idle, but sharing queries need joins.

**Resizing on the fly.** Rejected because popular albums would resize the same photo repeatedly.

## Cross-cutting concerns

### Security and privacy

Buckets are private; presigned URLs expire after 15 minutes. GDPR deletion removes originals and thumbnails within 30 days.

### Observability

CloudWatch metrics, alarms on queue age > 5 min. X-Ray tracing.

### Failure scenarios

1. **SQS backlog** – thumbnails late; alarm on age; Lambda concurrency scales to 500.
2. **Aurora failover** – writes fail for ~30s, clients retry with backoff.

### Rollout

Behind a flag, 5% → 50% → 100%.
`,
  numbered: `# 1. Rate limiter

## 1.1 Functional Requirements (3 min)
1) Limit requests per client and per endpoint
2) Return 429 with Retry-After
3) Rules can be changed without a deployment
Out of scope: billing, DDoS at L3

## 1.2 Non-Functional Requirements
- Low overhead: < 5 ms added at p99
- Highly available (99.99%), fail open
- 1M req/s across the fleet at peak
- Eventual consistency between regions is OK

## 2. Back of the envelope
~ 10M users * ~ 16 B counter = 160 MB → fits one Redis, we shard for throughput
1M rps / 100k ops per Redis node = 10 nodes (+ replicas)

## 3. High level design
\`\`\`mermaid
flowchart LR
client([Clients]) --> gw[Gateway x20]
gw --> rl[Rate limiter lib]
rl --> r1[(Redis shard 1)] & r2[(Redis shard 2)]
rules[Rules service] -->|push| rl
rules --> cfg[(etcd)]
gw --> up[Upstream services]
\`\`\`

## 4. Data structures
counter: key = client:endpoint:window, value = int, TTL = 2 windows
rule: endpoint, limit, window, burst

## 5. API
isAllowed(clientId, endpoint) -> {allowed, remaining, resetAt}
PUT /rules/{endpoint} {limit, window}   (admin only)

## 6. Deep dive: algorithms
| Algorithm | Memory | Accuracy | Verdict |
|---|---|---|---|
| Fixed window | low | bursts at edges | no |
| Sliding log | high | exact | no |
| Token bucket | low | good | chosen |

## 7. Tradeoffs
* fail open vs fail closed: we fail open, abuse for seconds is better than an outage
* local counters + sync would be faster but less exact

## 8. What can go wrong
* Redis shard down → counters lost for that shard, fail open, replica promoted in 10s
* Hot key → local pre-aggregation
`,
  prose: `---
scenario: Newsfeed
dailyActiveUsers: "300 million"
availabilityTarget: three nines
peakQps: 150k
averageQps: 100k
latencyTarget: 500ms
rto: fifteen minutes
budget: none
regions: two
---
# News feed

\`\`\`mermaid
flowchart TB
app[App] --> lb[LB x2] --> feed[Feed service x50]
feed --> cache[(Feed cache, Redis x20)]
feed --> posts[(Cassandra x30)]
post[Post service x20] --> posts
lb --> post
post --> k[Kafka x6] --> fan[Fan-out workers x100] --> cache
\`\`\`

## Requirements

Users follow others, publish posts and read a feed of the newest posts of everybody they follow. The feed must load in under 500 ms. A post should appear in followers' feeds within a minute. We leave out ads, search and direct messages.

## Estimation

300 million people open the feed ten times a day, which is about 35,000 reads a second; at the peak it is 150,000. Each posts once every three days, so 1,150 posts a second. A post takes about 1 KB with its metadata, that is 100 GB a day and 36 TB a year before replication.

## Interface

\`GET /feed?cursor=\` returns twenty posts. \`POST /posts\` publishes one and is idempotent by client id. Both need a bearer token.

## Data

Posts live in Cassandra, partitioned by author and ordered by time. Feeds are lists of post ids in Redis, which can be rebuilt and may be lost.

## Decisions

We push posts into feeds at write time, because reads outnumber writes thirty to one. For authors with more than 100,000 followers we pull at read time instead of pushing, since one post would mean millions of writes.

## Trade-offs

Feeds can be a minute stale. Storage of ids is doubled in exchange for fast reads.

## Reliability

If the cache is lost, feeds are rebuilt from Cassandra on demand and reads are slower for some minutes. When Kafka is down, posts are stored and fanned out later from an outbox.
`,
} as const
