import { expect, it } from 'vitest'
import { kinds } from '#shared/kinds/index.ts'
import { inferAlone } from './infer-kinds.ts'
import { createLexicon } from './lexicon.ts'

const lexicon = createLexicon(kinds)
const reader = {
  read: (label: string, shape = '', id = '') => inferAlone(lexicon, { id, label, shape }),
}

it.each([
  ['Postgres Exporter', 'metrics'],
  ['redis_exporter:9121', 'metrics'],
  ['client-proxy', 'reverse-proxy'],
  ['External Payment Gateway', 'external-service'],
  ['Payment gateway (Adyen)', 'external-service'],
  ['NAT Gateway', 'component'],
  ['Internet gateway', 'component'],
  ['External load balancer', 'load-balancer'],
  ['Partner API client', 'external-client'],
  ['User DB (MongoDB)', 'document-db'],
  ['Message queue (Kafka)', 'event-stream'],
  ['Message broker<br/>RabbitMQ', 'queue'],
  ['DynamoDB: orders', 'key-value-db'],
  ['DynamoDB global tables', 'key-value-db'],
  ['S3 bucket<br>raw images', 'object-store'],
  ['Orders<br>(Spring Boot + PostgreSQL)', 'service'],
  ['Catalogue API\\nreads from Redis', 'service'],
  ['Application<br>Load Balancer', 'load-balancer'],
  ['ALB standby', 'load-balancer'],
  ['MySQL standby', 'read-replica'],
  ['Redis replica', 'cache'],
  ['CI/CD pipeline', 'ci-cd'],
  ['Backend for frontend', 'bff'],
  ['1. Browser', 'web-client'],
  ['fa:fa-user Customers', 'web-client'],
  ['<b>Kafka</b> cluster', 'event-stream'],
  ['**API Gateway**', 'api-gateway'],
  ['Kafka Streams app', 'stream-processor'],
  ['Spark job', 'batch-processor'],
  ['Celery beat', 'scheduler'],
  ['Celery workers x5', 'worker'],
  ['Lambda: resize image', 'serverless-function'],
  ['Lambda authorizer', 'auth-service'],
  ['Kubernetes worker nodes', 'container-platform'],
  ['HashiCorp Vault', 'secret-store'],
  ['OTel collector', 'tracing'],
  ['LB', 'load-balancer'],
  ['user-svc', 'service'],
  ['AuthServer', 'auth-service'],
  ['Usuários', 'web-client'],
  ['ユーザー', 'web-client'],
  ['base de datos', 'sql-db'],
  ['Redis Manager', 'service'],
  ['Snowflake ID generator', 'id-generator'],
  ['Snowflake', 'data-warehouse'],
  ['Is the token valid?', 'component'],
  ['Step 2: Upload the file', 'component'],
  ['Customer submits cart', 'component'],
  ['Stripe client', 'service'],
  ['React client', 'web-client'],
  ['Slack webhook', 'external-service'],
  ['Node.js API server', 'service'],
  ['main.py', 'component'],
  ['docker-compose.yml', 'config-service'],
  ['Azure Service Bus', 'queue'],
  ['shop.example.com', 'component'],
  ['postgres-data', 'block-store'],
  ['/var/lib/shop', 'block-store'],
  ['Retention policy', 'component'],
  ['Price scorer', 'service'],
  ['A07: Ledger DB', 'sql-db'],
  ['S3: invoices', 'object-store'],
  ['Invoice store<br>External auditors read it', 'sql-db'],
  ['Zephyr (ECS Fargate)', 'service'],
  ['Zipkin UI', 'tracing'],
  ['Prometheus Agent', 'metrics'],
  ['Mosquitto', 'pubsub'],
  ['Push / SMS<br>FCM', 'external-service'],
  ['Upload screen', 'web-client'],
  ['Discord channel', 'external-service'],
  ['支付服务', 'service'],
  ['消息队列', 'queue'],
  ['주문 서비스', 'service'],
  ['Servicio de pagos', 'service'],
  ['Банковский сервис', 'service'],
  ['Trình duyệt', 'web-client'],
  ['Kullanıcı', 'web-client'],
  ['Pacientes', 'web-client'],
  ['Registro de servicios', 'service-registry'],
  ['Servidor de autorización', 'auth-service'],
  ['Portal de alumnos', 'web-client'],
  ['管理画面', 'web-client'],
  ['Fichiers locaux', 'file-store'],
  ['Pasarela de pagos', 'external-service'],
  ['MongoDB users', 'document-db'],
  ['External ledger adapter', 'service'],
  ['PDF documents in S3', 'object-store'],
  ['Word documents', 'file-store'],
  ['meters/+/state', 'pubsub'],
  ['invoice.paid', 'event-stream'],
  ['mails.DLQ', 'dead-letter-queue'],
  ['Camera service', 'service'],
  ['Stepper motor', 'iot-device'],
  ['Relay board', 'iot-device'],
  ['RFID2MQTT', 'edge-gateway'],
  ['OPC UA gateway', 'edge-gateway'],
  ['Trip planner agent', 'service'],
  ['Web search tool', 'service'],
  ['Video encoder', 'transcoder'],
  ['Lobby server', 'service'],
  ['Heads-up HUD', 'web-client'],
  ['Browser wallet', 'web-client'],
  ['Price oracle', 'external-service'],
  ['Corporate directory', 'auth-service'],
  ['Qdrant node 7', 'vector-db'],
  ['Qwen2.5 API', 'ml-serving'],
  ['API gateway pods', 'api-gateway'],
  ['Brisk Cloud', 'external-service'],
  ['Private cloud', 'service'],
  ['ledgerly.dev', 'external-service'],
  ['Flask router main.py', 'service'],
  ['GitHub: acme/shop backend', 'ci-cd'],
  ['S3 receipts<br>Hourly snapshots', 'object-store'],
])('reads %s as %s', (label, kind) => {
  expect(reader.read(label, 'square').kind).toBe(kind)
})

it('hears what an id says where the label is silent, but not the third letter of a row', () => {
  expect(reader.read('Events', 'cylinder', 'kafka').kind).toBe('event-stream')
  expect(reader.read('Zephyr', 'square', 'S3').kind).toBe('service')
})

it.each([
  ['Browser', 'web-client'],
  ['Users', 'web-client'],
  ['iOS app', 'mobile-client'],
  ['Driver app', 'mobile-client'],
  ['User service', 'service'],
  ['User profiles DB', 'sql-db'],
  ['Order service', 'service'],
  ['API server', 'service'],
  ['API gateway', 'api-gateway'],
  ['Payment API (Stripe)', 'service'],
  ['Stripe API', 'external-service'],
  ['Redis cluster', 'cache'],
  ['Redis Pub/Sub', 'pubsub'],
  ['Cache for search results', 'cache'],
  ['Search service (Elasticsearch)', 'service'],
  ['Elasticsearch', 'search-index'],
  ['Kafka', 'event-stream'],
  ['Kafka consumer', 'worker'],
  ['Mail workers', 'worker'],
  ['Image processing queue', 'queue'],
  ['Dead-letter queue', 'dead-letter-queue'],
  ['Postgres primary', 'sql-db'],
  ['Read replicas', 'read-replica'],
  ['S3 bucket', 'object-store'],
  ['CDN / CloudFront', 'cdn'],
  ['ALB', 'load-balancer'],
  ['WebSocket servers', 'websocket-gateway'],
  ['Prometheus', 'metrics'],
  ['Elastic Container Service', 'container-platform'],
  ['Elastic cluster 3 nodes', 'search-index'],
  ['Warehouse Service', 'service'],
  ['Data warehouse', 'data-warehouse'],
  ['SQS orders with DLQ', 'queue'],
  ['SQS DLQ', 'dead-letter-queue'],
  ['ALB Standby', 'load-balancer'],
  ['Readers', 'web-client'],
  ['Apps and browsers', 'web-client'],
  ['Aurora reader', 'read-replica'],
  ['HBase page store', 'wide-column-db'],
  ['BFF Node.js', 'bff'],
  ['Flight search', 'service'],
  ['Click events (Kafka)', 'event-stream'],
  ['Something nobody knows', 'service'],
])('reads %s as %s', (label, kind) => {
  expect(reader.read(label).kind).toBe(kind)
})

it('takes a file drawn as a store for a file', () => {
  expect(reader.read('orders.jsonl', 'cylinder').kind).toBe('file-store')
  expect(reader.read('Exports folder', 'cylinder').kind).toBe('file-store')
})

it('hears no subject and no initials in an id', () => {
  expect(reader.read('Patient records', 'square', 'PATIENT').kind).toBe('service')
  expect(reader.read('Electronic Medical Records', 'square', 'EMR').kind).toBe('service')
})

it('keeps what a product is in whatever shape it is drawn', () => {
  expect(reader.read('Keycloak', 'cylinder').kind).toBe('auth-service')
  expect(reader.read('Shop DNS', 'cylinder').kind).toBe('dns')
})

it('takes a cylinder that says nothing for a database, and the id where the label is silent', () => {
  expect(reader.read('Orders', 'cylinder').kind).toBe('sql-db')
  expect(reader.read('User profiles', 'cylinder').kind).toBe('sql-db')
  expect(reader.read('Orders', 'square', 'ordersDb').kind).toBe('sql-db')
  expect(reader.read('Orders', 'square', 'redis_1').kind).toBe('cache')
})

it('names the technology as its kind spells it', () => {
  expect(reader.read('postgres primary').technology).toBe('PostgreSQL')
  expect(reader.read('Order service').technology).toBe('')
})

it('recognises every kind by its own title, words and technologies', () => {
  for (const kind of kinds) {
    const titles = [kind.title, ...kind.words].map((word) => reader.read(word).kind)
    expect(titles).toContain(kind.id)
  }
})
