import { expect, it } from 'vitest'
import { readBoundaryType } from './read-boundary.ts'

it.each([
  ['Availability zone a', 'zone'],
  ['us-east-1a', 'zone'],
  ['AZ-1b', 'zone'],
  ['Data centre Frankfurt', 'zone'],
  ['eu-west-1', 'region'],
  ['Region: Tokyo', 'region'],
  ['westeurope', 'region'],
  ['DMZ', 'trust-zone'],
  ['PCI zone', 'trust-zone'],
  ['Trusted zone', 'trust-zone'],
  ['Landing zone', 'network'],
  ['VPC', 'network'],
  ['Back end', 'network'],
  ['', 'network'],
])('takes a frame called %j for a %s', (title, type) => {
  expect(readBoundaryType(title)).toBe(type)
})
