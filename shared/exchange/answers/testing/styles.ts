/** Design documents as people write them, each in a style of its own; their readings are held in a test. */
import { moreStyles } from './more-styles.ts'

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
  ...moreStyles,
} as const
