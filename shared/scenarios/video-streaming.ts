import { defineScenario } from './define-scenario.ts'

export default defineScenario({
  id: 'video-streaming',
  title: 'Video streaming',
  difficulty: 'hard',
  minutes: 60,
  domains: ['media', 'search', 'analytics'],
  summary: 'Anybody uploads a video; everybody can find it and watch it without waiting.',
  prompt:
    'Design a place where people put videos and others watch them, on whatever screen and connection they have. New videos turn up in search soon after. The front page knows what somebody might like, and creators want to see how often they were watched.',
  asks: [
    'What the product does and what is left out on purpose',
    'How much is uploaded, stored and sent, with the arithmetic',
    'The way of a video from upload until the first viewer',
    'The way of a view: from pressing play to the first picture',
    'Where each kind of data lives and by which key it is split',
    'How views are counted without slowing anybody down',
    'What breaks first when ten times as many people watch, and what it costs',
  ],
  hidden: {
    numbers: [
      {
        asked: 'How many people?',
        answer: 'A billion accounts; 200 million watch each day, an hour each.',
      },
      {
        asked: 'How many watch at once?',
        answer: '8.3 million on average, 17 million at the peak.',
      },
      {
        asked: 'How much is uploaded?',
        answer:
          '500 hours of video a minute, 720,000 hours a day. At five minutes a video that is 100 uploads a second. [fix] A million uploads at the same time does not fit: at two minutes each it is about 12,000.',
      },
      {
        asked: 'Which renditions?',
        answer:
          'Four: 5, 2.5, 1 and 0.5 Mbit/s. Together 9 Mbit/s, 4.05 GB for an hour of video, 2.9 PB a day.',
      },
      {
        asked: 'How fast does playback start?',
        answer: 'Within 2 seconds for 95 of 100, and less than one stall in an hour.',
      },
      {
        asked: 'How soon can a new video be watched?',
        answer:
          'The first rendition after a few minutes, all of them within half an hour; in search a minute later.',
      },
      {
        asked: 'How available?',
        answer: '99.99 % for watching. Uploading, comments and counts may rest for an hour.',
      },
      {
        asked: 'What else do people ask the service?',
        answer:
          '20 requests for each person and day: 4 billion a day, 46,000 a second on average, 93,000 at the peak. Search answers within 500 ms.',
      },
    ],
    expected: [
      'Keeps the bytes of videos away from application servers in both directions.',
      'Uploads in parts to the object store by signed address, and can go on after a cut.',
      'Splits the way of an upload into steps behind queues, each safe to repeat.',
      'Cuts a video into segments and encodes them side by side into several renditions.',
      'Lets the player choose the rendition segment by segment.',
      'Serves segments from a CDN and reckons what the origin still has to send.',
      'Reckons storage by day and names which renditions or copies of rarely watched videos are given up.',
      'Splits metadata by video and not by the month of upload.',
      'Counts views from events, in windows, and never by one write for each view.',
      'Feeds the search index from changes of the store, and can rebuild it.',
      'Prepares recommendations ahead and falls back to popular videos.',
      'Names the largest cost, which is sending bytes, and what reduces it.',
    ],
    hints: [
      [
        'Ask which machines a byte of video passes.',
        'Let clients talk to storage, with permission for one file.',
        'The service hands out signed addresses for the parts; the store raises an event when the last one is there.',
      ],
      [
        'Think about a film of two hours that must be ready in minutes.',
        'Work on pieces at the same time.',
        'Split into segments of a few seconds, a job for each segment and rendition, one more that writes the list when all are done.',
      ],
      [
        'Look at a phone in a train.',
        'Connection and rendition need not stay the same.',
        'Segments of 2 to 10 seconds in each rendition, HLS or DASH; the player measures and chooses the next one.',
      ],
      [
        'Multiply viewers by bits.',
        'Almost everybody watches the same few videos.',
        'The CDN holds the popular head, a shield cache stands before the origin, and the rare rest comes from the store.',
      ],
      [
        'Find the row that everybody writes.',
        'A count can be late, and it can be added up elsewhere.',
        'Players send events, a stream processor sums by video and minute, one write for each sum.',
      ],
    ],
    followUps: [
      'A video goes round the world within minutes. What does each cache see?',
      'The last segment of a film cannot be encoded. What does the uploader see, and who tries again?',
      'How do you take a video down everywhere within a minute?',
      'Which renditions would you not make for a video that nobody watches, and when do you make them after all?',
      'How do you keep bots from counting as views?',
      'What of this changes for live video?',
      'The index of search is broken. How long until it is whole, and what do people see meanwhile?',
      'Where would you spend the next million, and where would you save it?',
    ],
    curveballs: [
      {
        title: 'A live final',
        change: 'Twenty million people want to watch one match, at most ten seconds late.',
      },
      {
        title: 'The CDN is down',
        change: 'Your only CDN is out for an hour on one continent.',
      },
      {
        title: 'Half the money',
        change: 'The cost of storage has to be halved within a year without losing a video.',
      },
      {
        title: 'Bought films',
        change: 'Some films may be watched only by those who paid, and only in some countries.',
      },
    ],
    pitfalls: [
      'Encoding while the uploader waits for an answer.',
      'Videos that pass through the service: a hundred machines would do nothing but copy.',
      '[fix] Splitting by month of upload makes the newest shard carry nearly everything; split by video.',
      'Views and likes as updates of one row.',
      'One large file for each video: no change of quality, and a jump means loading from the start.',
      'A CDN for everything: rarely watched videos only push out others.',
      'Search that asks the primary database with LIKE.',
    ],
    reference: `---
scenario: video-streaming
publicFacing: true
dailyActiveUsers: 200000000
averageQps: 46300
peakQps: 92600
readWriteRatio: "460:1"
dataSize: 2.92 PB a day
availabilityTarget: 99.99%
latencyTarget: playback starts within 2 s for 95 %
regions: 1
tags: [media, search, analytics]
---
# Video streaming

\`\`\`mermaid
flowchart LR
  browser[Web client] -->|HTTPS| lb[Load balancer x4]
  phone[Mobile app] -->|HTTPS| lb
  browser -->|segments| cdn[CDN]
  phone -->|segments| cdn
  cdn -->|pull-through| renditions[(Object store: renditions)]
  browser -->|signed URL| originals[(Object store: originals)]
  phone -->|signed URL| originals
  lb --> gateway[API gateway x15]
  gateway --> catalogue[Catalogue service x140]
  gateway --> uploads[Upload service x4]
  gateway --> search[Search service x20]
  gateway --> home[Recommendation service x30]
  gateway -->|publish views| events[Kafka x12]
  catalogue -->|lookup| cache[(Redis x12)]
  catalogue --> videos[(MySQL + standby, 32 shards)]
  uploads --> videos
  search --> index[(Elasticsearch x12)]
  home -->|list of the person| lists[(DynamoDB)]
  originals -->|object created event| jobs[Transcode queue x3]
  jobs --> transcoder[Transcoder x40000]
  jobs -->|after 3 tries| dlq[Dead-letter queue x2]
  transcoder -->|read a segment| originals
  transcoder -->|write| renditions
  transcoder -->|segment done event| events
  events --> publisher[Publish worker x10]
  events -->|after 3 tries| dlq
  publisher --> videos
  videos -->|CDC| changes[Change data capture x2]
  changes -->|CDC| index
  events --> counting[Stream processor x20]
  counting -->|sums each minute| counts[(Cassandra x9)]
  catalogue --> counts
  events -->|hourly batch| warehouse[(Data warehouse)]
  warehouse -->|nightly batch| training[Batch processor x50]
  training -->|nightly batch| lists
  catalogue -.->|metrics| metrics[Metrics]
  transcoder -.->|metrics| metrics
  metrics -.-> alerting[Alerting]
  dlq -.->|alert on any message| alerting
  %% set browser kind web-client
  %% set phone kind mobile-client
  %% set renditions kind object-store
  %% set originals kind object-store
  %% set catalogue kind service
  %% set uploads kind service
  %% set search kind service
  %% set home kind ml-serving
  %% set cache kind cache
  %% set videos kind sql-db
  %% set videos shards 32
  %% set index kind search-index
  %% set lists kind key-value-db
  %% set lists managed true
  %% set jobs kind queue
  %% set publisher kind worker
  %% set changes kind cdc
  %% set counting kind stream-processor
  %% set counts kind wide-column-db
  %% set warehouse kind data-warehouse
  %% set warehouse managed true
\`\`\`

## Functional requirements
- Must: upload, watch on any screen, search, a front page for each person, counts for creators.
- Should: likes and comments.
- Out: live video, payment, advertising, editing.

## Non-functional requirements
- 17 million viewers at once; playback within 2 s for 95 of 100.
- 99.99 % for watching; uploads and counts may rest for an hour.
- A new video can be watched after minutes; search answers within 500 ms.
- No uploaded original is ever lost.

## Estimates
- 200 million people for 60 minutes are 8.3 million at once, 17 million at the peak; at 2.5 Mbit/s 42 Tbit/s.
- With 95 % of bytes from the CDN the origin sends 2.1 Tbit/s at the peak.
- 720,000 hours a day at 4.05 GB are 2.92 PB a day of renditions; originals at 3.6 GB an hour add 2.6 PB.
- 30,000 minutes of video arrive each minute; a machine that encodes all four renditions at the speed of play, with a third in reserve, makes 40,000.
- 4 billion requests a day are 46,300 a second, 92,600 at the peak: 140 instances of 1,000 at two thirds of their load.

## API
- POST /videos answers { id, parts: signed addresses }; POST /videos/{id}/complete answers 202.
- GET /videos/{id} answers title, counts and the address of the playlist.
- GET /search?q=&cursor= and GET /home answer pages of videos.
- POST /views takes bundles of events of a player, answered with 202.

## Data model
- videos(id, owner, title, state, renditions, created_at), split by id into 32 shards.
- counts: partition video, clustered by hour; sums only.
- Index of titles, descriptions and transcripts; can be rebuilt from the store.
- lists: for each person the videos of the front page, written at night.

## Flows
- Upload: record and signed addresses, parts straight to the store, event, one job for each segment and rendition, list written, state "ready", index.
- Watch: catalogue from cache, playlist and segments from the CDN, the player chooses quality by segment.
- Count: bundles of events, windows of a minute, sums.

## Decisions
- Segments of six seconds: short enough to change quality, long enough to keep the number of files down.
- A queue for encoding and a log for events: jobs need one taker each, events have three readers.
- MySQL in shards by video: lookups by id need no joins over shards; lists by owner come from the index.

## Trade-offs
- All renditions at once cost storage for videos that nobody watches; after 90 days the two large ones are dropped and made again on demand.
- Counts are a minute late and can be off by a little.
- Lists made at night miss what somebody watched today; the front page mixes in what is popular now.

## Failures
- CDN out: a second one takes over by DNS; quality is lowered to 1 Mbit/s until then.
- Transcoder stops: its job returns to the queue; segments are named by content, so a repeat changes nothing.
- A shard stops: its standby takes over within a minute; popular videos go on from the cache.
- Recommendations stop: the front page shows what is popular.

## Security
- Signed addresses for one file and ten minutes; originals are never public.
- Files are checked by content and encoded in isolation.
- Limits for uploads by account; views from one device count once in a while.

## Operations
- Time to first picture and stalls as players see them, hit rate of the CDN, age of the oldest job, cost by terabyte.
- MySQL, Cassandra and DynamoDB are backed up each night, and one shard is restored each month to prove it.
- Encoders scale by the length of the queue, on spare machines at a low price.
`,
  },
})
