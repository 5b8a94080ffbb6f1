import { expect, it } from 'vitest'
import { kinds } from '#shared/kinds/index.ts'
import { createKindReader } from '../infer-kind.ts'

const reader = createKindReader(kinds)

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
])('reads %s as %s', (label, kind) => {
  expect(reader.read(label, 'square').kind).toBe(kind)
})

it('hears what an id says where the label is silent, but not the third letter of a row', () => {
  expect(reader.read('Events', 'cylinder', 'kafka').kind).toBe('event-stream')
  expect(reader.read('Zephyr', 'square', 'S3').kind).toBe('service')
})
