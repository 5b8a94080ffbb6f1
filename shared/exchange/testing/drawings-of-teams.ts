/** One half of the drawings that inference is held to, see `drawing.ts`. */
import type { Drawing } from './drawing.ts'

export const drawingsOfTeams: readonly Drawing[] = [
  {
    name: 'delivery of a small team',
    text: `flowchart LR
  dev[Developer] -->|git push| gh[GitHub repo]
  gh --> act[GitHub Actions]
  act --> test[Unit tests]
  act --> img[Build image]
  img --> ecr[ECR]
  ecr --> argo[Argo CD]
  argo --> eks[EKS cluster]
  tf[Terraform] --> eks
  eks --> ing[NGINX Ingress]
  ing --> fe[React frontend]
  ing --> be[Go API]
  be --> pg[(Cloud SQL)]
  be --> ld[LaunchDarkly]
  be --> sentry[Sentry]
  sm[Secrets Manager] --> be
  vel[Velero] --> glacier[(Glacier)]`,
    kinds: {
      dev: 'web-client',
      gh: 'ci-cd|external-service',
      act: 'ci-cd',
      test: 'ci-cd|component',
      img: 'ci-cd|component',
      ecr: 'ci-cd|object-store',
      argo: 'ci-cd',
      eks: 'container-platform',
      tf: 'iac',
      ing: 'reverse-proxy|load-balancer',
      fe: 'web-client|service',
      be: 'service',
      pg: 'sql-db',
      ld: 'feature-flags',
      sentry: 'apm|metrics',
      sm: 'secret-store',
      vel: 'backup',
      glacier: 'archive-store',
    },
  },
  {
    name: 'a chat with rooms',
    text: `graph TB
  subgraph Clients
    ios[iOS]
    android[Android]
    web[Web]
  end
  ios & android & web --> edge[Cloudflare]
  edge --> wsgw[Socket gateway ×8]
  edge --> rest[REST API]
  wsgw <--> bus[Redis Pub/Sub]
  wsgw --> presence[(Redis presence, TTL 30s)]
  rest --> msgs[(ScyllaDB<br/>sharded by room_id)]
  wsgw --> msgs
  msgs --> idx[Elasticsearch]
  rest --> media[(R2)]
  bus --> push[Push worker]
  push --> apns[APNs / FCM]
  rest --> auth[Auth0]
  rest --> ids[Snowflake ID generator]
  zk[ZooKeeper x3] --- wsgw`,
    kinds: {
      ios: 'mobile-client',
      android: 'mobile-client',
      web: 'web-client',
      edge: 'cdn|waf|reverse-proxy',
      wsgw: 'websocket-gateway',
      rest: 'service',
      bus: 'pubsub',
      presence: 'cache|session-store|key-value-db',
      msgs: 'wide-column-db',
      idx: 'search-index',
      media: 'object-store',
      push: 'worker',
      apns: 'external-service',
      auth: 'auth-service|external-service',
      ids: 'id-generator',
      zk: 'coordination|service-registry',
    },
  },
  {
    name: 'numbers for the board room',
    text: `flowchart LR
  subgraph Sources
    crm[Salesforce]
    erp[(SAP HANA)]
    app[(App DB - Postgres)]
  end
  crm --> fiv[Fivetran]
  app -->|CDC| deb[Debezium]
  deb --> msk[Amazon MSK]
  erp -->|nightly| af[Airflow]
  fiv & af --> brz[(Bronze zone)]
  msk --> flink[Flink SQL]
  flink --> ch[(ClickHouse)]
  brz --> dbt[dbt models]
  dbt --> bq[(BigQuery)]
  bq --> looker[Looker]
  ch --> ss[Superset]
  analysts[Analysts] --> looker
  cat[Data catalogue]
  msk --> sr[Schema registry]`,
    kinds: {
      crm: 'external-service',
      erp: 'data-warehouse|sql-db|monolith',
      app: 'sql-db',
      fiv: 'etl-pipeline|cdc',
      deb: 'cdc',
      msk: 'event-stream',
      af: 'scheduler|etl-pipeline|orchestrator',
      brz: 'data-lake|object-store',
      flink: 'stream-processor',
      ch: 'olap-db|data-warehouse',
      dbt: 'etl-pipeline|batch-processor',
      bq: 'data-warehouse',
      looker: 'bi-tool|dashboard',
      ss: 'bi-tool|dashboard',
      analysts: 'web-client',
      cat: 'service|component|service-registry|config-service|schema-registry',
      sr: 'schema-registry',
    },
  },
  {
    name: 'how an order is placed',
    text: `flowchart TD
  A([Start]) --> B[Customer submits cart]
  B --> C{Stock available?}
  C -- no --> D[Show that it is sold out]
  C -- yes --> E[Reserve items]
  E --> F[(Inventory DB)]
  E --> G[Call payment provider]
  G --> H{Paid?}
  H -- no --> I[Release reservation]
  H -- yes --> J[Create order]
  J --> K[Order Service]
  K --> L[[orders topic]]
  L --> M[Email worker]
  M --> N([End])`,
    kinds: {
      A: 'component',
      B: 'component|web-client',
      C: 'component',
      D: 'component',
      E: 'component|service',
      F: 'sql-db',
      G: 'component|external-service',
      H: 'component',
      I: 'component|service',
      J: 'component|service',
      K: 'service',
      L: 'event-stream|pubsub|queue',
      M: 'worker',
      N: 'component',
    },
  },
  {
    name: 'services that find each other',
    text: `graph LR
  c[client] --> cp[client-proxy]
  cp --> zuul[Zuul]
  zuul --> us[user-service :8081]
  zuul --> os[order-service :8082]
  zuul --> is[inventory-service :8083]
  us & os & is --> eureka[(Eureka)]
  us & os & is --> cfg[Spring Cloud Config]
  cfg --> git[Git]
  us --> udb[(user_db<br/>MySQL)]
  os --> odb[(order_db<br/>MongoDB)]
  is --> idb[(inventory_db)]
  os --> rmq[RabbitMQ]
  rmq --> mail[mail-service]
  mail --> smtp[SMTP server]
  us & os & is -.-> zip[Zipkin]
  us & os & is -.-> elk[ELK]
  istio[Istio] --- us`,
    kinds: {
      c: 'web-client|external-client',
      cp: 'reverse-proxy|service',
      zuul: 'api-gateway',
      us: 'service',
      os: 'service',
      is: 'service',
      eureka: 'service-registry',
      cfg: 'config-service',
      git: 'ci-cd|config-service|external-service',
      udb: 'sql-db',
      odb: 'document-db',
      idb: 'sql-db',
      rmq: 'queue',
      mail: 'service|worker',
      smtp: 'external-service|service',
      zip: 'tracing',
      elk: 'logging',
      istio: 'service-mesh',
    },
  },
  {
    name: 'a backend for a game',
    text: `flowchart TB
  note1["Note: matchmaking is out of scope for v1"]
  player(["🎮 Players"]) --> gslb["Global Accelerator"]
  gslb --> shield["AWS Shield + WAF"]
  shield --> nlb["Network Load Balancer"]
  nlb --> gs1["Game server 1"]
  nlb --> gs2["Game server 2"]
  gs1 & gs2 --> lb["Leaderboard service"]
  lb --> rz[("Redis sorted sets")]
  gs1 & gs2 --> st[("Player state<br/>DynamoDB global tables")]
  gs1 & gs2 --> kin["Kinesis Data Streams"]
  kin --> fh["Firehose"]
  fh --> s3[("Data lake (S3)")]
  kin --> lam["Anti-cheat Lambda"]
  lam --> ban["Ban list cache"]
  cron["Season reset cron"] --> lb
  gs1 --> ip["In-process LRU cache"]
  stripe["App Store / Google Play billing"] --> hook["Webhook endpoint"]
  hook --> st`,
    kinds: {
      note1: '-',
      player: 'web-client|mobile-client',
      gslb: 'gslb|load-balancer',
      shield: 'ddos-shield|waf',
      nlb: 'load-balancer',
      gs1: 'service|websocket-gateway',
      gs2: 'service|websocket-gateway',
      lb: 'service',
      rz: 'cache|key-value-db',
      st: 'key-value-db',
      kin: 'event-stream',
      fh: 'etl-pipeline|event-stream',
      s3: 'data-lake|object-store',
      lam: 'serverless-function',
      ban: 'cache',
      cron: 'scheduler',
      ip: 'local-cache|cache',
      stripe: 'external-service',
      hook: 'service|webhook-dispatcher',
    },
  },
]
