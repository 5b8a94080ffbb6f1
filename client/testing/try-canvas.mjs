// Drives the canvas alone in Chromium: `node client/testing/try-canvas.mjs`, with the harness served.
import assert from 'node:assert/strict'
import { browser, centre, graph, open, until } from './drive-canvas.mjs'

const trials = {
  async 'quick insert by keyboard connects to the selection'() {
    const { page, failures, close } = await open('?empty')
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Search components' }).fill('service')
    await page.keyboard.press('Enter')
    await until(page, () => window.canvasHandle.graph().nodes.length === 1)
    await page.keyboard.press('/')
    await page.keyboard.type('redis')
    await page.keyboard.press('Enter')
    await until(page, () => window.canvasHandle.graph().edges.length === 1)
    const { nodes, edges } = await graph(page)
    assert.deepEqual(nodes.map(({ kind, label, technology }) => [kind, label, technology]).sort(), [
      ['cache', 'Redis', 'Redis'],
      ['service', 'Service', ''],
    ])
    assert.equal(edges[0].type, 'cache')
    await page.keyboard.press('Control+z')
    await until(page, () => window.canvasHandle.graph().nodes.length === 1)
    assert.deepEqual(failures, [])
    await close()
  },

  async 'a handle dragged to a component connects, dropped on the page offers neighbours'() {
    const { page, failures, close } = await open('?empty')
    const [service, queue] = await page.evaluate(() => {
      const first = window.canvasHandle.addComponent({ kind: 'service' })
      const second = window.canvasHandle.addComponent({ kind: 'queue' })
      window.canvasHandle.select([])
      return [first, second]
    })
    await page.waitForTimeout(400)
    const from = await centre(page, service)
    const to = await centre(page, queue)
    await page.mouse.move(from.x, from.y)
    await page.mouse.move(from.x + 2, from.y)
    await page.getByRole('button', { name: 'Connect from the bottom' }).hover()
    await page.mouse.down()
    await page.mouse.move(to.x - 40, to.y + 30, { steps: 8 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await until(page, () => window.canvasHandle.graph().edges.length === 1)
    const [edge] = (await graph(page)).edges
    assert.deepEqual([edge.from, edge.to], [service, queue])
    await until(page, () => window.canvasHandle.graph().edges[0].type === 'async')

    await page.mouse.click(from.x, from.y + 260)
    await page.mouse.move(from.x, from.y)
    await page.mouse.move(from.x + 2, from.y)
    await page.getByRole('button', { name: 'Connect from the bottom' }).hover()
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y + 200, { steps: 8 })
    await page.mouse.up()
    await page.getByRole('dialog', { name: 'Insert component' }).waitFor()
    await page.keyboard.type('postgres')
    await page.keyboard.press('Enter')
    await until(page, () => window.canvasHandle.graph().edges.length === 2)
    const after = await graph(page)
    assert.ok(after.nodes.some(({ kind }) => kind === 'sql-db'))
    await page.keyboard.press('Control+z')
    await until(page, () => window.canvasHandle.graph().edges.length === 1)
    assert.deepEqual(failures, [])
    await close()
  },

  async 'a component dragged into a boundary belongs to it and moves with it'() {
    const { page, failures, close } = await open('?empty')
    const ids = await page.evaluate(() => {
      const component = window.canvasHandle.addComponent({ kind: 'service' })
      const boundary = window.canvasHandle.addBoundary('network', 'Inside')
      window.canvasHandle.moveInto(component, undefined)
      window.canvasHandle.select([])
      return { component, boundary }
    })
    await page.waitForTimeout(300)
    assert.equal((await graph(page)).nodes[0].groupId, undefined)
    const from = await centre(page, ids.component)
    const to = await centre(page, ids.boundary)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 20 })
    await page.waitForTimeout(300)
    await page.mouse.up()
    await until(page, (id) => window.canvasHandle.graph().nodes[0].groupId === id, ids.boundary)
    const before = await centre(page, ids.component)
    const frame = await page.evaluate((id) => {
      const { x, y } = window.canvasHandle.boundsOf(id)
      return window.canvasHandle.toScreen({ x, y })
    }, ids.boundary)
    await page.mouse.click(from.x + 400, from.y + 350)
    await page.mouse.move(frame.x + 60, frame.y + 15)
    await page.mouse.down()
    await page.mouse.move(frame.x + 160, frame.y + 55, { steps: 10 })
    await page.mouse.up()
    const after = await centre(page, ids.component)
    assert.deepEqual([Math.round(after.x - before.x), Math.round(after.y - before.y)], [100, 40])
    await page.keyboard.press('Delete')
    await until(page, () => window.canvasHandle.graph().groups.length === 0)
    assert.equal((await graph(page)).nodes.length, 1)
    assert.deepEqual(failures, [])
    await close()
  },

  async 'copy and paste keep the connection, and a pasted link asks nobody'() {
    const { page, failures, close } = await open('?empty')
    await page.evaluate(() => {
      const first = window.canvasHandle.addComponent({ kind: 'service' })
      window.canvasHandle.addComponent({ kind: 'queue', connectFrom: first })
      window.canvasHandle.focus()
    })
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await page.waitForTimeout(300)
    await page.keyboard.press('Control+v')
    await until(page, () => window.canvasHandle.graph().edges.length === 2)
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'https://example.com/page')
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await page.waitForTimeout(300)
    assert.deepEqual(failures, [])
    await close()
  },

  async 'the palette places by click, by drag and by keyboard, and labels are edited by keyboard'() {
    const { page, failures, close } = await open('?empty')
    const button = page.getByRole('button', { name: 'Add component' })
    await button.click()
    await page.getByRole('option', { name: 'Web client' }).click()
    await until(page, () => window.canvasHandle.graph().nodes.length === 1)
    await button.click()
    const option = await page.getByRole('option', { name: 'Monolith' }).boundingBox()
    await page.mouse.move(option.x + 40, option.y + 15)
    await page.mouse.down()
    await page.mouse.move(200, 300, { steps: 6 })
    await page.mouse.up()
    await until(page, () => window.canvasHandle.graph().nodes.length === 2)
    const dropped = (await graph(page)).nodes.find(({ kind }) => kind === 'monolith')
    const place = await centre(page, dropped.id)
    assert.deepEqual([Math.round(place.x), Math.round(place.y)], [200, 300])
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await until(page, () => window.canvasHandle.graph().nodes.length === 3)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Label' }).fill('Renamed')
    await page.keyboard.press('Enter')
    const named = (is) =>
      until(
        page,
        (each) =>
          window.canvasHandle.graph().nodes.some(({ label }) => label === 'Renamed') === each,
        is,
      )
    await named(true)
    await page.keyboard.press('Control+z')
    await named(false)
    await page.mouse.dblclick(200, 300)
    await page.getByRole('textbox', { name: 'Label' }).waitFor()
    await page.keyboard.press('Escape')
    await button.click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.deepEqual(failures, [])
    await close()
  },

  async 'the selection is put into a boundary from the menu, and undo takes it out'() {
    const { page, failures, close } = await open('?empty')
    const id = await page.evaluate(() => window.canvasHandle.addComponent({ kind: 'service' }))
    await page.waitForTimeout(300)
    const at = await centre(page, id)
    await page.mouse.click(at.x, at.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Put in a boundary' }).click()
    await page.getByRole('menuitem', { name: 'Region' }).click()
    await until(page, () => window.canvasHandle.graph().nodes[0].groupId !== undefined)
    await page.keyboard.press('Control+z')
    await until(page, () => window.canvasHandle.graph().groups.length === 0)
    assert.equal((await graph(page)).nodes.length, 1)
    assert.deepEqual(failures, [])
    await close()
  },

  async 'the camera follows a view until the person moves it'() {
    const { page, failures, close } = await open('?peer&follow')
    await until(page, () => {
      const corner = window.canvasHandle.toScreen({ x: 450, y: 300 })
      return Math.abs(corner.x - 720) < 4 && Math.abs(corner.y - 450) < 4
    })
    await page.mouse.move(700, 400)
    await page.mouse.wheel(120, 80)
    await until(page, () => document.title === 'Stopped')
    assert.deepEqual(failures, [])
    await close()
  },

  async 'the handle edits, each edit one step of undo, and answers what was picked'() {
    const { page, failures, close } = await open('?empty')
    const ids = await page.evaluate(() => {
      const handle = window.canvasHandle
      const service = handle.addComponent({ kind: 'service' })
      const queue = handle.addComponent({ kind: 'queue' })
      const arrow = handle.connect(service, queue)
      const zone = handle.addBoundary('zone', 'One', [queue])
      return { service, queue, arrow, zone }
    })
    const edgeNow = async () => (await graph(page)).edges.map(({ from, to }) => [from, to])
    assert.deepEqual(await edgeNow(), [[ids.service, ids.queue]])
    await page.evaluate((arrow) => window.canvasHandle.reverseConnection(arrow), ids.arrow)
    assert.deepEqual(await edgeNow(), [[ids.queue, ids.service]])
    await page.evaluate(() => window.canvasHandle.focus())
    await page.keyboard.press('Control+z')
    await until(page, (id) => window.canvasHandle.graph().edges[0].from === id, ids.service)
    const moved = await page.evaluate(({ service, zone }) => {
      const handle = window.canvasHandle
      handle.moveInto(service, zone)
      handle.setProperty(service, 'zones', 3)
      handle.setProperty(service, 'managed', true)
      handle.setProperty(service, 'managed', undefined)
      const node = handle.graph().nodes.find(({ id }) => id === service)
      return {
        group: node.groupId,
        properties: node.properties,
        same: handle.graph() === handle.graph(),
      }
    }, ids)
    assert.deepEqual(moved, { group: ids.zone, properties: { zones: 3 }, same: true })
    await page.evaluate((id) => window.canvasHandle.show([id]), ids.service)
    await page.waitForTimeout(600)
    const at = await centre(page, ids.service)
    const picked = page.evaluate(() => window.canvasHandle.pickTarget())
    await page.locator('[data-picking]').waitFor()
    await page.mouse.click(at.x, at.y)
    const target = await picked
    assert.deepEqual([target.anchor.shapeId, target.on], [ids.service, 'Service'])
    const given = page.evaluate(() => window.canvasHandle.pickTarget())
    await page.locator('[data-picking]').waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await given, undefined)
    await page.evaluate(({ zone }) => window.canvasHandle.remove([zone]), ids)
    assert.equal((await graph(page)).nodes.length, 2)
    assert.deepEqual(failures, [])
    await close()
  },

  async 'a read-only board offers nothing that edits'() {
    const { page, failures, close } = await open('?read-only')
    await page.waitForTimeout(600)
    assert.equal(await page.getByRole('button', { name: 'Add component' }).count(), 0)
    const before = await graph(page)
    await page.keyboard.press('/')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.evaluate(() => window.canvasHandle.addComponent({ kind: 'cache' }))
    assert.equal(await page.getByRole('dialog').count(), 0)
    assert.deepEqual(await graph(page), before)
    assert.deepEqual(failures, [])
    await close()
  },
}

const wanted = process.argv[2]
let failed = 0
for (const [name, trial] of Object.entries(trials)) {
  if (wanted !== undefined && !name.includes(wanted)) continue
  try {
    await trial()
    process.stdout.write(`ok      ${name}\n`)
  } catch (error) {
    failed += 1
    process.stdout.write(`FAILED  ${name}\n${error.stack}\n`)
  }
}
await browser.close()
process.exitCode = failed === 0 ? 0 : 1
