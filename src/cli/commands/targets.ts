import { changesOf } from '../../generated/target-facts.js'
import { defaultOpenCloudTarget, defaultTarget, type TargetId, targets } from '../../targets/index.js'
import { FINE } from '../outcome.js'
import { toJson } from '../render.js'
import { table } from '../table.js'
import { type Command, refuseOperands } from './command.js'
import { formatSwitch, formats } from './common-options.js'

const rows = Object.values(targets).map(({ id, family, title, clients }) => ({
  id,
  product: family.product,
  release: title,
  clients,
  isDefault: ([defaultTarget, defaultOpenCloudTarget] as TargetId[]).includes(id),
  changes: changesOf[id],
}))

/** Lists the releases that a theme can be for. */
export const targetsCommand: Command = {
  usage: ['targets [options]'],
  about:
    'Lists the releases that --target accepts: their clients, and what changed in each. The default for the themes of each product is marked with *.',
  operands: 'none',
  options: formatSwitch,
  examples: ['theme-convert targets', 'theme-convert targets --format json'],
  run(args, { output }) {
    refuseOperands('targets', args)
    if (args.choice('format', formats) === 'json')
      return { status: FINE, output: toJson({ targets: rows }), messages: '' }
    const cells = rows.map(({ id, isDefault, product, release, clients }) => [
      `${id}${isDefault ? ' *' : ''}`,
      product,
      release,
      clients,
    ])
    const [head = '', ...lines] = table([['Target', 'Product', 'Release', 'Clients'], ...cells])
    const list = lines.map((line, index) => `${line}\n    ${output.dim(rows[index]?.changes ?? '')}\n`)
    return { status: FINE, output: `${output.bold(head)}\n${list.join('')}`, messages: '' }
  },
}
