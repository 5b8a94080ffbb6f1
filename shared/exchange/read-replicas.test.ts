import { describe, expect, it } from 'vitest'
import { readReplicas } from './read-replicas.ts'

describe('readReplicas', () => {
  it.each([
    ['API x4', 'API', 4],
    ['API ×12', 'API', 12],
    ['4x API', 'API', 4],
    ['API (x3)', 'API', 3],
    ['Order service (3 replicas)', 'Order service', 3],
    ['PostgreSQL + standby', 'PostgreSQL + standby', 2],
    ['PostgreSQL, primary + 2 replicas', 'PostgreSQL, primary + 2 replicas', 3],
    ['MySQL with 2 read replicas', 'MySQL with 2 read replicas', undefined],
    ['Load balancer (active-passive)', 'Load balancer (active-passive)', 2],
    ['Redis, 6 nodes', 'Redis, 6 nodes', 6],
    ['Aurora writer + 2 readers', 'Aurora writer + 2 readers', 3],
    ['3-node etcd cluster', '3-node etcd cluster', 3],
    ['ZooKeeper ensemble of five', 'ZooKeeper ensemble of five', 5],
    ['API, three instances', 'API, three instances', 3],
    ['Order API (replicas: 4)', 'Order API (replicas: 4)', 4],
    ['Mail workers (5)', 'Mail workers (5)', 5],
    ['Two load balancers', 'Two load balancers', 2],
    ['10 Lambda functions', '10 Lambda functions', 10],
    ['Worker 1-3', 'Worker 1-3', 3],
    ['MySQL master/slave', 'MySQL master/slave', 2],
    ['Photo service x2, 1 spare', 'Photo service, 1 spare', 2],
    ['Encoder, 2 to 10 pods', 'Encoder, 2 to 10 pods', undefined],
    ['API (autoscaled 2-10)', 'API (autoscaled 2-10)', undefined],
    ['3 shards', '3 shards', undefined],
    ['App server #1', 'App server #1', undefined],
    ['Video 1080x720', 'Video 1080x720', undefined],
    ['Read replica', 'Read replica', undefined],
    ['API', 'API', undefined],
    ['', '', undefined],
    ['x4', 'x4', 4],
    ['Windows x64 builds', 'Windows x64 builds', undefined],
    ['API x0', 'API x0', undefined],
    ['API server :8000', 'API server :8000', undefined],
    ['Redis, nodes: 6', 'Redis, nodes: 6', 6],
  ])('reads %j as %j and %s', (label, rest, replicas) => {
    expect(readReplicas(label)).toEqual({
      label: rest,
      ...(replicas === undefined ? {} : { replicas }),
    })
  })
})
