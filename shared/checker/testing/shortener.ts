/** A URL shortener with every section written (knowledge E.16): no rule may call anything in it an error. */
export const shortener = `---
publicFacing: true
dailyActiveUsers: 30M
actionsPerUser: 6
averageQps: 2,100
peakQps: 10,000
readWriteRatio: "100:1"
latencyTarget: p99 under 100 ms
availabilityTarget: 99.9%
rto: 15 min
rpo: 5 min
dataSize: 2 TB a year
retention: 5 years
regions: 1
budget: $20,000 a month
teamSize: 6
compliance: [GDPR]
---
# URL shortener

## Functional requirements
- FR1 (must): People shorten a link.
- FR2 (must): A short link leads to its target.
- FR3 (must): Owners see how often a link was followed.
- FR4 (should): Links expire.
- (out): Custom domains.

## Non-functional requirements
- Redirects answer within 100 ms at p99.
- 99.9% of redirects succeed in a month.

## Estimates
- Average: 2,100 requests/s
- Peak: 10,000 requests/s
- Peak writes: 100 requests/s
- Storage per year: 2 TB with replicas and indexes
- Cache: 20 GB for the hot 20% of links, 80% hits

## API
- \`POST /v1/links\` creates a link (auth, idempotent, errors) covers FR1
- \`GET /{code}\` redirects (errors) covers FR2
- \`GET /v1/links/{code}/stats\` shows the clicks (auth, errors) covers FR3

## Data model
- Link (content) in PostgreSQL: key code; fields code, url, owner, expires_at; index owner; 1.8B rows of 500 B; consistency strong; keep 5 years
- Click (event) in Kafka: key code; fields code, time; ephemeral after 7 days

## Flows
- Shorten (FR1): Browser → Load balancer → Shortener service → PostgreSQL
- Redirect (FR2): Browser → Load balancer → Shortener service → Redis → PostgreSQL
- Statistics (FR3): Browser → Load balancer → Shortener service → PostgreSQL

## Decisions
- Storage: PostgreSQL over Cassandra, DynamoDB because lookups by key at this rate fit one primary with replicas, and owners query their links; consequence: writes do not scale out without sharding
- Redirect: 302 over 301 because clicks are counted; consequence: browsers come back each time
- Counting: Kafka and a batch of counts over an update per redirect because one row per link would be locked; consequence: statistics lag by some minutes

## Trade-offs
- Statistics that are some minutes old in exchange for fast redirects.
- The bottleneck at ten times the load is the write rate of the primary; then links are sharded by hash of code. Redis is next.

## Failures
- PostgreSQL goes down: shortening stops, redirects go on from Redis; detected by health checks; a replica is promoted automatically in 60 s
- Redis is lost: redirects are slower; detected by hit rate; replicas carry the load and the cache warms up
- Kafka is down: clicks are not counted; detected by alert; clicks are buffered and lost after a minute, which is accepted
- A shortener instance crashes: nobody notices; the load balancer leaves it out after 3 checks of 5 s

## Security
- OAuth tokens for owners, checked by the Shortener service; owners see their own links only; TLS everywhere; rate limits per user and address at the load balancer, WAF in front.
- Threats: malicious targets are checked against a block list, codes cannot be guessed, floods are answered with 429. Data is encrypted at rest; an audit log keeps changes.

## Operations
- Metrics, structured logs and traces; dashboards per service; alerts on p99, error rate and consumer lag against the SLO.
- Canary releases with automatic rollback; migrations are backwards compatible.
- Nightly backups and WAL archiving to another region, restores tested every month. Capacity is planned 12 months ahead with 2x headroom.

\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| waf[Cloudflare WAF] -->|HTTPS| lb["Load balancer pair, rate limit"]
  lb -->|HTTPS, timeout 1 s| api["Shortener service x15, stateless, 3 zones, OAuth"]
  api -->|cache-aside| cache["Redis cluster, TTL 24h with jitter"]
  api -->|TLS| db[("PostgreSQL, primary + 2 replicas, encrypted, nightly backups")]
  api -->|click events| k["Kafka x3, DLQ, 7 days"]
  k --> agg["Click counter workers x4, idempotent"]
  agg -->|batched counts| db
  api -.->|metrics, logs and traces| mon[Prometheus and Grafana]
\`\`\`
`
