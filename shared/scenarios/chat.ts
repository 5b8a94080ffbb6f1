import { defineScenario } from './define-scenario.ts'

export default defineScenario({
  id: 'chat',
  title: 'Chat',
  difficulty: 'medium',
  minutes: 45,
  domains: ['messaging', 'real time', 'mobile'],
  summary: 'Messages between two people and in groups, on several devices, online or not.',
  prompt:
    'Design a chat that people use on their phones and in a browser, with one friend or with a group. Messages appear at once when the other side is there, and wait when it is not. People share pictures, and they like to see who is around.',
  asks: [
    'What the chat does and what is left for later',
    'How many connections, messages and bytes it has to carry',
    'A drawing in which one message can be followed from sender to receiver, online and offline',
    'Where messages are kept, by which key, and how the last fifty are found',
    'How the part that holds a message learns where its receiver is connected',
    'What is promised about order, loss and duplicates',
    'What people notice when a server with many connections stops',
  ],
  hidden: {
    numbers: [
      {
        asked: 'How many people?',
        answer: '50 million use it each day; 10 million are connected at the busiest moment.',
      },
      {
        asked: 'How many messages?',
        answer:
          '40 for each person and day: 2 billion a day, 23,000 a second on average and 70,000 at the peak. [fix] The 100 billion a day of a worldwide messenger would be 1.2 million a second, fifty times as much.',
      },
      {
        asked: 'How large is a message?',
        answer: '300 bytes with everything around it: 600 GB a day before copies.',
      },
      {
        asked: 'How large are groups?',
        answer:
          'Up to 256 members; one message of five goes to a group, of 20 members on average. A message is delivered to 4.6 people on average, so 320,000 deliveries a second at the peak.',
      },
      {
        asked: 'How fast?',
        answer:
          '95 of 100 messages arrive within 100 ms when both are connected in one region. [fix] Between continents light in fibre alone takes longer, so 300 ms there.',
      },
      {
        asked: 'How available?',
        answer: '99.99 % for sending: 4.3 minutes of a month. Pictures and presence may be worse.',
      },
      {
        asked: 'How many connections does a server hold?',
        answer:
          'Reckon with 10,000, which is careful; tuned servers hold ten times that. [fix] State the figure as an assumption, because the number of servers hangs on it: 1,000 or 100.',
      },
      {
        asked: 'How long is history kept?',
        answer: 'For ever, and the last months are read far more than the rest.',
      },
    ],
    expected: [
      'Separates the servers that hold connections from those that handle messages.',
      'Reckons with 10 million connections and the number of gateways that follows.',
      'Confirms a message to the sender only after it is stored.',
      'Delivers at least once and lets receivers drop what they have seen, by an id that the sender made.',
      'Orders messages within a conversation, by one partition, and does not promise more.',
      'Finds the gateway of a receiver in a registry whose entries expire, and copes with stale ones.',
      'Keeps messages by conversation and time, so that the last fifty are one read of one partition.',
      'Notifies the phones of people who are away through a queue and the providers of push messages.',
      'Stores one copy of a group message and delivers it to many, and names the price of the other way.',
      'Spreads out reconnecting after a gateway stops: back-off with jitter.',
      'Sends pictures around the message path: upload by signed address, message with a reference.',
    ],
    hints: [
      [
        'Ask who keeps ten million connections open.',
        'Holding a connection and handling a message scale differently.',
        'Thin gateways hold sockets and know nothing else; messages go over a log to workers that store and deliver.',
      ],
      [
        'Follow a message to somebody on another server.',
        'Something has to know where each person is connected.',
        'A key for each device in a cache, renewed every 30 seconds and gone after 60; the worker publishes to the gateway it names.',
      ],
      [
        'Think about how history is read.',
        'Choose the key so that one screen is one read.',
        'Partition by conversation and month, cluster by a time-ordered id, newest first.',
      ],
      [
        'Cut the connection right after Send.',
        'A retry must not become a second message.',
        'The client makes the id, the store ignores one that it has, and the receiver does so too.',
      ],
      [
        'Look at a group of 256.',
        'Writing once or writing for each member: choose by size and by how it is read.',
        'One stored copy, delivery to the members who are connected, a position of reading for each member.',
      ],
    ],
    followUps: [
      'Both sides type at the same moment. In which order do they see the two messages, and do both see the same?',
      'A person has a phone and a laptop. What is "read" then?',
      'Where do typing signals go, and why not through your store?',
      'How would you add search, and what if messages are encrypted from end to end?',
      'What does a deployment of all gateways look like for the people connected to them?',
      'One conversation has a million members. Which part breaks first?',
      'A law wants the messages of some countries to stay there. What moves?',
    ],
    curveballs: [
      {
        title: 'New year',
        change: 'At midnight everybody sends at once: ten times the peak for one minute.',
      },
      {
        title: 'A zone is gone',
        change:
          'A third of the gateways stops. 3.3 million devices connect again. What do they meet?',
      },
      {
        title: 'End-to-end encryption',
        change: 'The server may no longer read messages. Which of your features stay?',
      },
      {
        title: 'Channels',
        change: 'The product adds channels with up to two million readers and ten writers.',
      },
    ],
    pitfalls: [
      '[fix] One row for each conversation beside a copy for each member: choose one, because the two disagree sooner or later.',
      '[fix] A receiver in the message record makes no sense for a group; a message belongs to a conversation.',
      'Redis publish/subscribe as the only way of a message: whoever is away for a second has lost it.',
      'Sticky sessions as the plan for a lost server: the session is lost with it.',
      'Devices that all reconnect after exactly five seconds.',
      'Asking the database for presence.',
      'Promising exactly-once delivery instead of dropping duplicates.',
    ],
    reference: `---
scenario: chat
publicFacing: true
dailyActiveUsers: 50000000
averageQps: 23200
peakQps: 70000
readWriteRatio: "5:1"
dataSize: 600 GB a day
availabilityTarget: 99.99%
latencyTarget: p95 under 100 ms within a region
regions: 1
tags: [messaging, realtime, mobile]
---
# Chat

\`\`\`mermaid
flowchart LR
  phone[Mobile app] -->|WebSocket| lb[Load balancer x4]
  browser[Web client] -->|WebSocket| lb
  lb -->|WebSocket| gateway[WebSocket gateway x1000]
  lb -->|HTTPS| api[History service x30]
  gateway -->|publish| log[Kafka x9]
  log -->|messages by conversation| deliver[Message worker x120]
  log -->|after 3 tries| dlq[Dead-letter queue x2]
  deliver -->|store| messages[(Cassandra x24)]
  deliver -->|where is the receiver| presence[(Redis x6)]
  deliver -->|publish to gateways| fan[Pub/sub x6]
  fan -->|deliver| gateway
  gateway -->|heartbeat each 30 s| presence
  deliver -->|receiver is away| jobs[Push queue x3]
  jobs --> notifier[Push worker x20]
  jobs -->|after 3 tries| dlq
  notifier -->|HTTPS| push[Push provider]
  gateway -->|token| auth[Auth service x6]
  auth --> accounts[(PostgreSQL + standby)]
  api --> messages
  api -->|members| accounts
  api -->|signed URL| media[(Object store)]
  phone -->|pictures| cdn[CDN]
  browser -->|pictures| cdn
  cdn -->|pull-through| media
  gateway -.->|metrics| metrics[Metrics]
  deliver -.->|metrics| metrics
  metrics -.-> alerting[Alerting]
  dlq -.->|alert on any message| alerting
  %% set phone kind mobile-client
  %% set browser kind web-client
  %% set gateway kind websocket-gateway
  %% set api kind service
  %% set log kind event-stream
  %% set deliver kind worker
  %% set messages kind wide-column-db
  %% set presence kind cache
  %% set fan kind pubsub
  %% set jobs kind queue
  %% set notifier kind worker
  %% set push kind external-service
  %% set accounts kind sql-db
  %% set media kind object-store
\`\`\`

## Functional requirements
- Must: messages between two and in groups of up to 256; history on every device; delivery after being away.
- Must: pictures; who is online; delivered and read marks.
- Out: calls, search, channels with very many readers, encryption from end to end.

## Non-functional requirements
- 10 million connections, 70,000 messages and 320,000 deliveries a second at the peak.
- p95 of 100 ms from sender to receiver within the region.
- 99.99 % for sending; a confirmed message is never lost.
- Order within a conversation; duplicates are dropped by receivers.

## Estimates
- 50 million people with 40 messages each are 2 billion a day: 23,100 a second, three times that at the peak: 69,400.
- One of five messages goes to 19 others, the rest to one: 4.6 deliveries each, 320,000 a second at the peak.
- 300 bytes each: 600 GB a day, 1.8 TB with three copies, 660 TB a year.
- 10 million connections at 10,000 each: 1,000 gateways. At 100,000 each it would be 100: measure before buying.

## API
- Socket: send { id, conversation, text, media? } answers stored { id, position }; received { id }; read { conversation, position }.
- GET /conversations/{id}/messages?before=position answers fifty, newest first, with a cursor.
- POST /media answers a signed address for the upload, for ten minutes.

## Data model
- messages: partition conversation and month; clustered by position, newest first; id, sender, text, media.
- members(conversation, person, read_until) and accounts in the relational store.
- presence: a key for each device with the name of its gateway, gone after 60 s.

## Flows
- Send: gateway puts the message into the log by conversation; a worker stores it, confirms to the sender, looks up the devices of the members and publishes to their gateways.
- Away: no presence key, so a push job; the device fetches what it missed from its last position.
- Picture: signed address, upload, message with the reference; others load it from the CDN.

## Decisions
- Gateways hold connections and nothing else, so that a deployment of the logic cuts nobody off.
- A log by conversation gives order where people notice it, and survives a slow store.
- One stored copy for groups: 256 writes for each message are not worth a faster read.

## Trade-offs
- At least once with ids made by the sender is simple and enough; exactly once costs a transaction over log and store.
- Pub/sub between workers and gateways may lose a delivery: the device asks for what it missed at its next heartbeat.
- Presence may be wrong for a minute.

## Failures
- A gateway stops: 10,000 devices reconnect within 30 s by back-off with jitter and fetch what they missed.
- Presence is gone: everybody counts as away, push messages go out, nothing is lost.
- The store is slow: the log grows, senders wait for their confirmation, and an alert is raised at 10 s of delay.

## Security
- A token at connect, checked again each hour; membership is checked at every message.
- Signed addresses for pictures; limits of ten messages a second for each device.
- Personal data is removed by account; texts are encrypted at rest.

## Operations
- Time from send to delivered, delay of the log, connections for each gateway, messages in the dead-letter queue.
- PostgreSQL and Cassandra are backed up each night to the store of another region, and restored once a month to prove it.
- Gateways drain over ten minutes at a deployment; load tests reconnect a third of the devices.
`,
  },
})
