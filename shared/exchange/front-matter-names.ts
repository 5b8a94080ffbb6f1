/** Other names that people give the fields at the head of a document: "dau", "sla", "qps: { peak: 900 }". */

const names: Readonly<Record<string, string>> = {
  dau: 'dailyActiveUsers',
  dailyusers: 'dailyActiveUsers',
  dailyactiveusers: 'dailyActiveUsers',
  actionsperuser: 'actionsPerUser',
  requestsperuser: 'actionsPerUser',
  averageqps: 'averageQps',
  avgqps: 'averageQps',
  averagerps: 'averageQps',
  avgrps: 'averageQps',
  qpsaverage: 'averageQps',
  qpsavg: 'averageQps',
  qpsmean: 'averageQps',
  peakqps: 'peakQps',
  peakrps: 'peakQps',
  maxqps: 'peakQps',
  qpspeak: 'peakQps',
  qpsmax: 'peakQps',
  readwriteratio: 'readWriteRatio',
  readwrite: 'readWriteRatio',
  datasize: 'dataSize',
  availability: 'availabilityTarget',
  availabilitytarget: 'availabilityTarget',
  sla: 'availabilityTarget',
  uptime: 'availabilityTarget',
  latency: 'latencyTarget',
  latencytarget: 'latencyTarget',
  teamsize: 'teamSize',
  publicfacing: 'publicFacing',
  public: 'publicFacing',
}

/** The fields that an entry states, by the names that are read here; as it was written where it is none. */
export function namedFields(
  written: string,
  value: unknown,
): readonly (readonly [string, unknown])[] {
  const key = written
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/^rps/, 'qps')
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && key === 'qps') {
    return Object.entries(value).flatMap(([name, own]) => namedFields(`qps ${name}`, own))
  }
  if (/^p(?:50|95|99)$/.test(key)) return [['latencyTarget', `${key} ${String(value)}`]]
  if (key === 'team' && isCount(value)) return [['teamSize', value]]
  return [[names[key] ?? written, value]]
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+\b/.test(value))
}
