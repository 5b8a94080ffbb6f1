import { describe, expect, it } from 'vitest'
import { kinds } from '#shared/kinds/index.ts'
import { inferKinds } from './infer-kinds.ts'

type Arrow = readonly [from: string, to: string]

/** Labels are ids here; the kind of the first one is asked for. */
function kindOfFirst(labels: readonly string[], arrows: readonly Arrow[] = [], frame = '') {
  const [first = ''] = labels
  const nodes = labels.map((label) => ({
    id: label,
    label,
    ...(label === first && frame !== '' ? { groupId: 'frame' } : {}),
  }))
  const edges = arrows.map(([from, to]) => ({ from, to, label: '' }))
  const groups = frame === '' ? [] : [{ id: 'frame', label: frame }]
  return inferKinds(kinds, nodes, edges, groups).get(first)?.kind
}

describe('the place of a box', () => {
  it('takes a client inside of a service for a piece of that service', () => {
    const client = 'Ledger client'
    expect(kindOfFirst([client, 'Billing API'], [['Billing API', client]])).toBe('service')
    expect(kindOfFirst(['Web client', 'Billing API'], [['Web client', 'Billing API']])).toBe(
      'web-client',
    )
  })

  it('takes a storage service that keeps its data elsewhere for a service', () => {
    const name = 'Storage service'
    expect(kindOfFirst([name, 'MySQL'], [[name, 'MySQL']])).toBe('service')
    expect(kindOfFirst([name])).toBe('object-store')
  })

  it('takes what partners call with webhooks for the one who receives them', () => {
    const hook = 'Order webhooks'
    expect(kindOfFirst([hook, 'Stripe'], [['Stripe', hook]])).toBe('service')
  })

  it('takes an edge gateway for the entry of a product, unless devices are near', () => {
    const gateway = 'Edge gateway'
    expect(kindOfFirst([gateway, 'Browser'], [['Browser', gateway]])).toBe('api-gateway')
    expect(kindOfFirst([gateway, 'Sensor'], [['Sensor', gateway]])).toBe('edge-gateway')
  })

  it('takes a host of front ends for the screens that people see', () => {
    expect(kindOfFirst(['Vercel', 'Visitors'], [['Visitors', 'Vercel']])).toBe('web-client')
    expect(kindOfFirst(['Vercel', 'GitHub Actions'], [['GitHub Actions', 'Vercel']])).toBe(
      'container-platform',
    )
  })

  it('takes an unknown one who asks nothing but an entry for a client', () => {
    const name = 'Zephyr'
    expect(kindOfFirst([name, 'API gateway'], [[name, 'API gateway']])).toBe('web-client')
    expect(kindOfFirst([name, 'Boreas'], [[name, 'Boreas']])).toBe('component')
  })
})

describe('devices', () => {
  it('leaves a device that tells its state at the broker of its commands a device', () => {
    const arrows: readonly Arrow[] = [
      ['Water pump', 'RabbitMQ'],
      ['RabbitMQ', 'Water pump'],
    ]
    expect(kindOfFirst(['Water pump', 'RabbitMQ'], arrows)).toBe('iot-device')
  })
})

describe('the look of a box', () => {
  const kindOf = (label: string, look: string) => {
    const nodes = [{ id: 'a', label, classes: [look] }]
    return inferKinds(kinds, nodes, [], []).get('a')?.kind
  }

  it('lends what its name says to a box that says nothing', () => {
    expect(kindOf('Zephyr', 'externalNode')).toBe('external-service')
    expect(kindOf('Zephyr', 'ui')).toBe('web-client')
    expect(kindOf('Zephyr', 'greenBox')).toBe('component')
  })

  it('leaves a named box what it is, and a store the store that it is', () => {
    expect(kindOf('RabbitMQ', 'backend')).toBe('queue')
    expect(kindOf('MongoDB ledgers', 'dbStyle')).toBe('document-db')
  })
})

describe('registries and agents', () => {
  it('takes a registry of anything but services for a service', () => {
    expect(kindOfFirst(['Tenant registry', 'MySQL'], [['Tenant registry', 'MySQL']])).toBe(
      'service',
    )
    expect(kindOfFirst(['Service registry'])).toBe('service-registry')
  })

  it('takes an agent that nobody calls and that asks a server of tools for a client', () => {
    const agent = 'Coding agent'
    expect(kindOfFirst([agent, 'Notes MCP'], [[agent, 'Notes MCP']])).toBe('web-client')
    expect(kindOfFirst([agent, 'MySQL'], [[agent, 'MySQL']])).toBe('service')
  })
})

describe('the frame of a box', () => {
  it.each([
    ['1. Client layer (browsers)', 'Zephyr', 'web-client'],
    ['Client side', 'Orders API', 'service'],
    ['データベース', 'Zephyr', 'sql-db'],
    ['Docker volumes', 'zephyr', 'block-store'],
    ['Research agents', 'Market analyst', 'service'],
    ['Microservices', 'Users', 'service'],
    ['Redis clients', 'Zephyr', 'service'],
    ['Discord', 'Helpdesk bot', 'service'],
    ['Backend & external services', 'Billing API', 'service'],
    ['Hybrid search engine', 'Boreas', 'service'],
  ])('%s makes %s a %s', (frame, label, kind) => {
    const arrows: readonly Arrow[] = [[label, 'MySQL']]
    expect(kindOfFirst([label, 'MySQL'], arrows, frame)).toBe(kind)
  })
})
