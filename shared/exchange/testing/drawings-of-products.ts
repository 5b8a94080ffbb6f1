/** One half of the drawings that inference is held to, see `drawing.ts`. */
import type { Drawing } from './drawing.ts'

export const drawingsOfProducts: readonly Drawing[] = [
  {
    name: 'a shop on one cloud',
    text: `flowchart TB
  U([Shoppers]) --> R53[Route 53]
  R53 --> CF["CloudFront<br/>static assets"]
  CF --> S3A[("S3<br/>storefront bundle")]
  R53 --> ALB["ALB<br/>(2 AZs)"]
  subgraph VPC
    ALB --> WEB["ECS Fargate<br/>storefront-api x4"]
    WEB --> RDS[("Aurora PostgreSQL<br/>writer + 2 readers")]
    WEB --> EC[("ElastiCache Redis<br/>cart + sessions")]
    WEB --> Q[["SQS order-events"]]
    Q --> FUL["Fulfilment consumer"]
    FUL --> RDS
    Q -.-> DLQ[["order-events-dlq"]]
  end
  FUL --> SES["Amazon SES"]
  WEB --> STR["Stripe"]
  CW["CloudWatch alarms"] -.-> PD["PagerDuty"]
  WEB -.-> CW`,
    kinds: {
      U: 'web-client',
      R53: 'dns|gslb',
      CF: 'cdn',
      S3A: 'object-store',
      ALB: 'load-balancer',
      WEB: 'service|container-platform',
      RDS: 'sql-db',
      EC: 'cache|session-store|key-value-db',
      Q: 'queue',
      FUL: 'worker|service',
      DLQ: 'dead-letter-queue',
      SES: 'external-service',
      STR: 'external-service',
      CW: 'alerting|metrics',
      PD: 'alerting',
    },
  },
  {
    name: 'metrics of a home lab',
    text: `graph LR
  subgraph Targets
    PG[(Postgres)] --> PGE[postgres_exporter]
    NX[Nginx] --> NXE[nginx-exporter]
    HOST[Linux host] --> NE[node_exporter]
  end
  PGE & NXE & NE -->|scrape 15s| PROM[Prometheus<br>retention 15d]
  PROM --> AM[Alertmanager]
  AM --> TG[Telegram bot]
  PROM --> GRAF[Grafana]
  PT[Promtail] --> LOKI[Loki]
  LOKI --> GRAF
  OTEL[OTel Collector] --> TEMPO[Tempo]
  TEMPO --> GRAF
  ADMIN((Admin)) --> GRAF`,
    kinds: {
      PG: 'sql-db',
      PGE: 'metrics',
      NX: 'reverse-proxy|load-balancer|service',
      NXE: 'metrics',
      HOST: 'service|component|container-platform',
      NE: 'metrics',
      PROM: 'metrics|timeseries-db',
      AM: 'alerting',
      TG: 'service|external-service|alerting',
      GRAF: 'dashboard|metrics',
      PT: 'logging',
      LOKI: 'logging',
      OTEL: 'tracing|metrics',
      TEMPO: 'tracing',
      ADMIN: 'web-client',
    },
  },
  {
    name: 'payments between banks',
    text: `flowchart LR
  merchant["Merchant checkout page"] -- HTTPS --> apigw["API Gateway (OAuth, 600 req/min)"]
  partner["Partner bank"] <--> adapter["ISO 20022 adapter"]
  apigw --> pay["Payment orchestration service (x6)"]
  pay --> ledger[("Ledger DB<br>PostgreSQL, sync standby")]
  pay --> fraud["Fraud scoring model"]
  fraud --> fs[("Feast feature store")]
  pay -- "charge, idempotency key" --> psp["External Payment Gateway"]
  pay --> outbox[("Outbox table")]
  outbox -- Debezium --> kafka{{"Kafka (12 partitions)"}}
  kafka --> notif["Notification service"]
  kafka --> recon["Reconciliation worker"]
  kafka --> dwh[("Snowflake")]
  notif --> sms["SMS provider"]
  pay --> vault["HashiCorp Vault"]
  vault --> hsm["CloudHSM"]
  pay -.-> audit["Audit trail"]
  adapter --> kafka`,
    kinds: {
      merchant: 'web-client|external-client',
      apigw: 'api-gateway',
      partner: 'external-client|external-service',
      adapter: 'service|worker',
      pay: 'service|orchestrator',
      ledger: 'sql-db',
      fraud: 'ml-serving',
      fs: 'feature-store',
      psp: 'external-service',
      outbox: 'queue|sql-db|event-store',
      kafka: 'event-stream',
      notif: 'service|worker',
      recon: 'worker',
      dwh: 'data-warehouse',
      sms: 'external-service',
      vault: 'secret-store',
      hsm: 'kms',
      audit: 'audit-log',
    },
  },
  {
    name: 'an assistant over documents',
    text: `flowchart TD
  user[👤 Employee] --> ui[Streamlit chat UI]
  ui --> api[FastAPI backend]
  api --> guard{Allowed topic?}
  guard -->|yes| retr[Retriever]
  guard -->|no| refuse[Return refusal]
  retr --> qd[(Qdrant)]
  retr --> bm25[OpenSearch BM25]
  retr --> rerank[Cohere reranker]
  rerank --> llm[GPT-4o]
  api --> hist[(Redis<br/>chat history)]
  subgraph Ingestion
    sp[SharePoint] --> load[Document loader]
    load --> chunk[Chunking]
    chunk --> emb[Embedding model]
    emb --> qd
  end
  api -.traces.-> lf[Langfuse]`,
    kinds: {
      user: 'web-client',
      ui: 'web-client|service',
      api: 'service',
      guard: 'component|service',
      retr: 'service|worker',
      refuse: 'component',
      qd: 'vector-db',
      bm25: 'search-index',
      rerank: 'ml-serving|external-service',
      llm: 'external-service|ml-serving',
      hist: 'cache|key-value-db|session-store',
      sp: 'external-service|file-store|object-store',
      load: 'worker|etl-pipeline|service',
      chunk: 'etl-pipeline|worker|service|component',
      emb: 'ml-serving|external-service',
      lf: 'metrics|tracing|apm|logging',
    },
  },
  {
    name: 'devices in fields',
    text: `graph TD
  legend["Legend: solid = data, dashed = control"]
  soil[Soil moisture sensors] -->|LoRaWAN| gw[LoRa gateway]
  pump[Irrigation pump controller]
  gw -->|MQTT over TLS| broker[EMQX cluster]
  broker --> ingest[Ingest service]
  ingest --> tsdb[(TimescaleDB<br>90 day retention)]
  ingest --> rules[Rule engine]
  rules -->|commands| broker
  broker --> pump
  app[Farmer's phone app] --> bff[Mobile BFF]
  bff --> tsdb
  bff --> kc[Keycloak]
  bff --> weather[OpenWeather API]
  tsdb -->|nightly export| lake[(Parquet on MinIO)]
  lake --> spark[Spark yield forecast job]`,
    kinds: {
      legend: '-',
      soil: 'iot-device',
      gw: 'edge-gateway',
      pump: 'iot-device|service',
      broker: 'edge-gateway|queue|pubsub',
      ingest: 'service|worker|etl-pipeline',
      tsdb: 'timeseries-db',
      rules: 'service|stream-processor|worker',
      app: 'mobile-client',
      bff: 'bff',
      kc: 'auth-service',
      weather: 'external-service',
      lake: 'object-store|data-lake',
      spark: 'batch-processor',
    },
  },
  {
    name: 'video on demand',
    text: `flowchart LR
  creators[Creators] --> up[Upload API]
  up -->|presigned PUT| raw[(raw-uploads bucket)]
  raw -->|ObjectCreated| sns((SNS))
  sns --> q1[[transcode queue]]
  sns --> q2[[moderation queue]]
  q1 --> ff[FFmpeg workers<br/>autoscaled 2-40]
  ff --> out[(HLS renditions<br/>S3)]
  q2 --> mod[Rekognition]
  out --> cdn[Fastly]
  viewers[Smart TVs & browsers] --> cdn
  viewers --> lb{{HAProxy pair}}
  lb --> cat[catalogue-svc]
  cat --> mc[(memcached)]
  cat --> my[(MySQL)]
  my ==> rr[(MySQL read replicas x3)]
  cat --> rec[Recommendation engine]
  rec --> cass[(Cassandra<br/>watch history)]
  cat -.-> dd[Datadog]`,
    kinds: {
      creators: 'web-client',
      up: 'service',
      raw: 'object-store',
      sns: 'pubsub',
      q1: 'queue',
      q2: 'queue',
      ff: 'transcoder|worker',
      out: 'object-store',
      mod: 'external-service|ml-serving',
      cdn: 'cdn',
      viewers: 'web-client|iot-device',
      lb: 'load-balancer',
      cat: 'service',
      mc: 'cache',
      my: 'sql-db',
      rr: 'read-replica',
      rec: 'ml-serving|service',
      cass: 'wide-column-db',
      dd: 'metrics',
    },
  },
]
