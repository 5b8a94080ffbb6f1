/** Words of a label, in the one spelling that the lexicon uses. */
const synonyms: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  postgre: 'postgresql',
  pg: 'postgresql',
  psql: 'postgresql',
  mongo: 'mongodb',
  elastic: 'elasticsearch',
  dynamo: 'dynamodb',
  rabbit: 'rabbitmq',
  k8s: 'kubernetes',
  kube: 'kubernetes',
  db: 'database',
  dbs: 'database',
  svc: 'service',
  srv: 'server',
  lb: 'load balancer',
  mq: 'message queue',
  gw: 'gateway',
  fe: 'frontend',
  be: 'backend',
  authn: 'auth',
  repo: 'repository',
  msg: 'message',
  mgmt: 'management',
  mgr: 'manager',
  otel: 'opentelemetry',
  gh: 'github',
  apis: 'api',
  microservices: 'service',
  microservice: 'service',
  pubsub: 'pub sub',
  loadbalancer: 'load balancer',
  apigateway: 'api gateway',
  datalake: 'data lake',
  websockets: 'websocket',
  webhooks: 'webhook',
  datastore: 'data store',
  filesystem: 'file system',
  objectstore: 'object store',
  realtime: 'real time',
  timeseries: 'time series',
  keyvalue: 'key value',
  vectorstore: 'vector store',
  vectordb: 'vector database',
  viewmodel: 'view model',
  reverseproxy: 'reverse proxy',
}

/**
 * Lower-case words, synonyms replaced; nothing for a text without letters and digits. A word that
 * `isKnown` does not know comes apart at its capitals: "userService", while "CloudFront" stays whole.
 */
export function tokensOf(text: string, isKnown: (word: string) => boolean = () => true): string[] {
  const words = text.match(/\.?[\p{L}\p{N}+#]+(?:\.(?:js|net|io)(?![\p{L}\p{N}]))?/gu) ?? []
  return words
    .flatMap((word) => spelled(word.replace(/^\.(?!net)/i, ''), isKnown))
    .filter((word) => word !== '')
}

/** What turns one protocol into another: "Modbus2MQTT". */
const bridges = /^\w+(?:2|to)mqtt$/

function spelled(word: string, isKnown: (word: string) => boolean): readonly string[] {
  const lower = word.toLowerCase()
  if (bridges.test(lower) && !isKnown(lower)) return ['mqtt', 'bridge']
  const parts =
    isKnown(lower) || Object.hasOwn(synonyms, lower)
      ? [lower]
      : wordsOfId(word).toLowerCase().split(' ')
  return parts.flatMap((part) => (Object.hasOwn(synonyms, part) ? known(part) : [part]))
}

function known(part: string): readonly string[] {
  return (synonyms[part] ?? part).split(' ')
}

/** The words of an identifier: `ordersDb2` and `orders_db` speak of an orders database. */
export function wordsOfId(id: string): string {
  return id
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[_\-.]+|\d+(?![a-z])/g, ' ')
    .trim()
}

/** The singular of a plural that goes by rule; other words as they are. */
export function singular(token: string): string {
  if (token.length > 4 && token.endsWith('ies')) return `${token.slice(0, -3)}y`
  if (token.length > 4 && /(?:ch|sh|ss|x)es$/.test(token)) return token.slice(0, -2)
  if (token.length > 3 && token.endsWith('s') && !/(?:ss|us|is)$/.test(token)) {
    return token.slice(0, -1)
  }
  return token
}
