/** What Prometheus reads at `/metrics`: the process, requests, and what the live server counts. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Numbers by name; names as Prometheus writes them, without our prefix. */
export type LiveNumbers = () => Readonly<Record<string, number>>

export interface Metrics {
  observeRequest(
    labels: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ): void
  print(): Promise<string>
  readonly contentType: string
}

export function createMetrics(liveNumbers: LiveNumbers): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'loadbearing_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const live = createLiveGauges(registry)
  return {
    contentType: registry.contentType,
    observeRequest: ({ method, route, status }, seconds) => {
      requests.observe({ method, route, status }, seconds)
    },
    print: () => {
      for (const [name, value] of Object.entries(liveNumbers())) live(name).set(value)
      return registry.metrics()
    },
  }
}

function createLiveGauges(registry: Registry): (name: string) => Gauge {
  const gauges = new Map<string, Gauge>()
  return (name) => {
    const known = gauges.get(name)
    if (known !== undefined) return known
    const gauge = new Gauge({
      name: `loadbearing_live_${name}`,
      help: `Live server: ${name.replaceAll('_', ' ')}`,
      registers: [registry],
    })
    gauges.set(name, gauge)
    return gauge
  }
}
