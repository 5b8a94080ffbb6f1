import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { checkDesign } from './check-design.ts'

const rulesThatSpeak = (text: string) => {
  const { findings } = checkDesign(parseDesignDocument(text).design)
  return [...new Set(findings.map((finding) => finding.rule))]
}

const drawing = `flowchart LR
  web[Web client] --> gw[API gateway]
  subgraph a[Region A]
    gw --> u[User service] & o[Order service] & c[Catalogue service]
  end
  subgraph b[Region B]
    gw --> s[Basket service] & p[Payment service]
  end
  subgraph d[Region C]
    gw --> n[Notification service]
  end
  u & o & c & s & p --> db[(PostgreSQL)]
  o --> k[Kafka] --> n
  %% set db shards 4
  %% set db shardKey customer`
const stack = `flowchart LR
  web[Web client] --> api[API server] --> db[(PostgreSQL)]
  k8s[Kubernetes]:::container-platform --> api
  mesh[Istio]:::service-mesh --> api`

describe('a design for twelve requests a second', () => {
  it('is left alone while it is a client, a server and a database', () => {
    const text =
      '---\npeakQps: 12\n---\nflowchart LR\n  web[Web client] --> api[API server] --> db[(PostgreSQL)]'
    expect(rulesThatSpeak(text).filter((rule) => /^(?:yagni|anti|scale)-/.test(rule))).toEqual([])
  })

  it('is asked about services, streams, shards, regions and a shared database', () => {
    expect(rulesThatSpeak(`---\npeakQps: 12\n---\n${drawing}`)).toEqual(
      expect.arrayContaining([
        'yagni-microservices',
        'yagni-streaming-platform',
        'yagni-sharding',
        'yagni-multi-region',
        'anti-distributed-monolith',
      ]),
    )
  })

  it('is asked about a platform that is larger than what runs on it', () => {
    expect(rulesThatSpeak(`---\npeakQps: 12\n---\n${stack}`)).toContain('yagni-platform-stack')
  })
})

it('says nothing about size while nobody knows the load', () => {
  for (const text of [drawing, stack]) {
    expect(rulesThatSpeak(text).filter((rule) => rule.startsWith('yagni-'))).toEqual([])
  }
})

it('speaks once of a store that a client reaches, although it is public as well', () => {
  const text = 'flowchart LR\n  web[Browser] --> db[(PostgreSQL)]\n  %% set db public true'
  const found = rulesThatSpeak(text).filter((rule) => /client-to-store|store-exposed/.test(rule))
  expect(found).toEqual(['hl-client-to-store'])
})
