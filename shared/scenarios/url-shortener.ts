import { defineScenario } from './define-scenario.ts'

export default defineScenario({
  id: 'url-shortener',
  title: 'URL shortener',
  difficulty: 'easy',
  minutes: 35,
  domains: ['web', 'storage'],
  summary: 'Short links that redirect at once, and a count of how often each was followed.',
  prompt:
    'People paste long links into messages, and they break or look ugly. Design a service that gives them a short link, and that takes whoever follows it to the right place. They would also like to know whether anybody clicked.',
  asks: [
    'What the service does and, in writing, what it leaves out',
    'How much it has to carry: requests a second, rows and bytes',
    'The calls of its interface and the record behind a short link',
    'A drawing in which a redirect can be followed from the browser to the data and back',
    'How codes are made, and why two links never get the same one',
    'What happens to redirects when one part fails',
  ],
  hidden: {
    numbers: [
      {
        asked: 'How many links are made?',
        answer:
          '100 million a month, about 39 a second. [fix] A total of 100 million would be full after 12 days at the stated traffic, so the figure only makes sense by the month.',
      },
      {
        asked: 'How many redirects follow from that?',
        answer:
          '100 redirects for each new link: about 3,900 a second on average and 10,000 at the peak (2.6 times the average).',
      },
      {
        asked: 'How fast must a redirect be?',
        answer: '95 of 100 leave the service within 100 ms. Making a link may take a second.',
      },
      {
        asked: 'How available?',
        answer:
          '99.9 % for redirects, which is 43 minutes of a month. Making links and statistics may rest for longer.',
      },
      {
        asked: 'How long do links live?',
        answer:
          'Five years unless the owner sets an end. That is 6 billion rows; at 500 bytes each, 3 TB, or 600 GB a year.',
      },
      {
        asked: 'How exact are the statistics?',
        answer: 'A count a few minutes old is fine. Losing one click in ten thousand is fine too.',
      },
      {
        asked: 'May codes be guessed?',
        answer:
          'Some links are private by obscurity, so counting up by one in public is not welcome.',
      },
    ],
    expected: [
      'States that reads outnumber writes a hundred to one and lets that decide the design.',
      'Reckons with about 40 writes and 3,900 reads a second on average, 10,000 at the peak.',
      'Finds that 600 GB a year fit one database node for a while, and shards only later.',
      'Chooses a code length from the number of links: 62^6 is 57 billion, 62^7 is 3.5 trillion.',
      'Makes codes without collisions (a range of numbers for each instance, in base 62) or says how a collision is noticed.',
      'Answers redirects from a cache and falls back to the store on a miss.',
      'Counts clicks away from the redirect: an event, a worker, sums that are written in bulk.',
      'Picks the status code on purpose: 302 keeps clicks visible, 301 lets browsers skip the service.',
      'Keeps redirects alive when the part that makes links is down.',
      'Limits how many links one person may make, and refuses targets that are known to be harmful.',
    ],
    hints: [
      [
        'Think about how a code comes into being.',
        'A number that is never given twice can be written in a larger alphabet.',
        'Each instance takes a range of a million numbers from a counter and writes them in base 62; a fixed shuffle of the bits hides the order.',
      ],
      [
        'Look at what happens a hundred times as often as everything else.',
        'Most redirects go to few links, so keep those near.',
        'A cache in front of the store, filled on a miss, a day to live: four lookups of five never reach the database.',
      ],
      [
        'Follow one click and ask who waits for the count.',
        'Hand the count over and answer first.',
        'The redirect writes an event to a stream; a worker adds up for a minute and writes one sum for each link.',
      ],
      [
        'Take one box away and follow a redirect again.',
        'Reading does not need the primary.',
        'Cache and two replicas answer redirects while the primary is gone; only new links have to wait.',
      ],
    ],
    followUps: [
      'Two people shorten the same link. Do they get the same code, and who sees the clicks?',
      'Somebody wants a code of their own choice. Where is it checked that it is free?',
      'How does a link stop working at the second its owner chose, if a cache holds it for a day?',
      'One link is on television. What does that do to your cache, and to its one node that holds the key?',
      'Which part would you shard first, and by what?',
      'What would change if redirects went through a CDN, and what would your statistics say then?',
      'How do you find out that redirects are slow before people tell you?',
    ],
    curveballs: [
      {
        title: 'Links from print',
        change:
          'A customer prints 50 million codes on packages. They have to work for ten years and must never point to something else.',
      },
      {
        title: 'A cache goes dark',
        change:
          'All cache nodes restart at the peak. What does the database see in the first minute?',
      },
      {
        title: 'Live counters',
        change: 'Customers want to watch their clicks with a delay of at most five seconds.',
      },
      {
        title: 'A second continent',
        change: 'Half of the clicks now come from another continent, and 100 ms still holds there.',
      },
    ],
    pitfalls: [
      'Adding one to a column of the link at each redirect: the busiest row becomes a lock that everybody waits for.',
      '[fix] The first six hex digits of a hash give only 16.8 million codes, fewer than one week of links; a hash has to be written in base 62 and checked.',
      '[fix] A unique column has its index already; a second one only costs writes.',
      'Codes that count up in public: anybody can walk through all links.',
      'A CDN that keeps redirects: fast, and the statistics are gone.',
      'Sharding, several regions and a graph of services for a load that four machines carry.',
    ],
    reference: `---
scenario: url-shortener
publicFacing: true
averageQps: 3900
peakQps: 10000
readWriteRatio: "100:1"
dataSize: 600 GB a year
availabilityTarget: 99.9%
latencyTarget: p95 under 100 ms
regions: 1
tags: [web, storage]
---
# URL shortener

\`\`\`mermaid
flowchart LR
  browser[Browsers] --> dns[DNS]
  browser -->|HTTPS| lb[Load balancer x2]
  lb -->|GET code| redirect[Redirect service x16]
  lb -->|POST links| links[Link service x3]
  redirect -->|lookup| cache[(Redis x3)]
  redirect -->|on a miss| replica[(Read replica x2)]
  links -->|range of numbers| ids[ID generator x2]
  links -->|SQL| db[(PostgreSQL + standby)]
  links -->|quota| cache
  ids -->|next range| db
  db -->|replication| replica
  redirect -->|click event| clicks[Kafka x3]
  clicks -->|clicks by link| counter[Click worker x2]
  clicks -->|after 3 tries| dlq[Dead-letter queue x2]
  counter -->|sums each minute| db
  redirect -.->|metrics| metrics[Metrics]
  links -.->|metrics| metrics
  dlq -.->|alert on any message| alerting[Alerting]
  metrics -.-> alerting
  %% set browser kind web-client
  %% set redirect kind service
  %% set links kind service
  %% set cache kind cache
  %% set replica kind read-replica
  %% set db kind sql-db
  %% set counter kind worker
\`\`\`

## Functional requirements
- Must: make a short link for a long one; redirect whoever follows it; show the owner a count of clicks.
- Should: an end date; a code of one's own choice.
- Out: editing the target, folders, reports by country.

## Non-functional requirements
- 10,000 redirects a second at the peak, p95 under 100 ms.
- 99.9 % for redirects; making links may be down for an hour.
- A link that was confirmed is never lost and never points elsewhere.
- Counts are at most five minutes old.

## Estimates
- 100 million links a month are 39 writes a second; a hundred redirects each are 3,860 reads a second, 10,000 at the peak.
- 500 bytes a row: 50 GB a month, 600 GB a year, 3 TB in five years.
- Redirect instances carry 1,000 a second; at 70 % use 10,000 need 15, and one more for a failure: 16.
- With 80 % of lookups answered by the cache, 2,000 a second reach the replicas at the peak.
- Codes: 6 billion links in five years fill 11 % of 62^6 and 0.2 % of 62^7; seven characters make guessing rare.

## API
- POST /api/v1/links { url, code?, endsAt? } with an Idempotency-Key answers 201 { code, shortUrl }.
- GET /{code} answers 302 with the target, 404, or 410 after the end.
- GET /api/v1/links/{code}/stats answers { clicks, countedUntil }.

## Data model
- links(code primary key, target, owner_id, created_at, ends_at), index on owner_id and created_at.
- click_sums(code, minute, clicks), primary key of both; only ever added to.

## Flows
- Make: balancer, link service, next number of its range, base 62 after a fixed shuffle, insert, answer.
- Redirect: balancer, redirect service, cache; on a miss a replica, then the cache for a day; answer 302; then the click event.
- Count: events by link, summed for a minute, one write for each link.

## Decisions
- Numbers from ranges instead of hashes: no collision to check, and one call to the counter for a million links.
- 302 instead of 301: the clicks stay visible, at the price of every click coming back.
- A relational database: records are uniform, one key finds them, and one node carries the writes many times over.

## Trade-offs
- The cache may serve a link for a day after its end; the end is stored with the entry and checked at the redirect.
- Clicks may be counted twice after a crash of a worker, or lost when an event cannot be handed over: accepted for a statistic.

## Failures
- Cache gone: replicas carry 10,000 lookups a second for a while, 5,000 each; entries return within minutes.
- Primary gone: redirects go on; the standby takes over within a minute, new links wait.
- Stream gone: redirects go on without counting, and an alert is raised.

## Security
- Targets are checked against a list of harmful sites when made and again each day.
- Ten new links a minute for each person, counted in the cache.
- Statistics are for the owner alone.

## Operations
- Rate, errors and p95 of redirects, hit rate of the cache, delay of the counters; alerts on the redirect budget.
- Rolling deployments, one instance at a time; a backup each hour, restored once a month to prove it.
`,
  },
})
