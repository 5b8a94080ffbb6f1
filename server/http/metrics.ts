/** What Prometheus reads at `/metrics`: the process, requests, and what the live server counts. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the live server counts: numbers by name, or by name and code. */
export type LiveCounts = Readonly<Record<string, number | Readonly<Record<string, number>>>>

export interface Metrics {
  observeRequest(
    labels: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ): void
  print(): Promise<string>
  readonly contentType: string
}

export function createMetrics(liveCounts: () => LiveCounts): Metrics {
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
      for (const [name, count] of Object.entries(liveCounts())) live(name, count)
      return registry.metrics()
    },
  }
}

function createLiveGauges(registry: Registry) {
  const gauges = new Map<string, Gauge>()
  const gaugeOf = (name: string, labelNames: readonly string[]): Gauge => {
    const gauge = gauges.get(name) ?? makeGauge(name, labelNames, registry)
    gauges.set(name, gauge)
    return gauge
  }
  return (name: string, count: LiveCounts[string]): void => {
    if (typeof count === 'number') {
      gaugeOf(name, []).set(count)
      return
    }
    for (const [code, value] of Object.entries(count)) gaugeOf(name, ['code']).set({ code }, value)
  }
}

function makeGauge(name: string, labelNames: readonly string[], registry: Registry): Gauge {
  return new Gauge({
    name: `loadbearing_live_${name}`,
    help: `Live server: ${name}`,
    labelNames: [...labelNames],
    registers: [registry],
  })
}
