/** More of the same: blocks of calls, numbered headings, plain prose. */
// prettier-ignore
export const moreStyles = {
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
