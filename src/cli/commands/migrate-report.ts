import path from 'node:path'
import { targets } from '../../index.js'
import { isIn, type Step } from '../../instance/plan.js'
import { isRefused } from '../../instance/refused-places.js'
import { folderInShell, rollbackCommand } from '../../node/instance/journals.js'
import type { AppliedMigration } from '../../node/migrations/apply.js'
import type { MigrationPlan } from '../../node/migrations/plan-migration.js'
import { journalsFolder } from '../../node/own-files.js'
import { plural } from '../../report/counts.js'
import type { Colors } from '../../report/reporter.js'
import { visible } from '../../report/visible.js'
import { quotedCall } from '../../text/quoted-call.js'
import { listBySeverity } from '../render.js'
import { isLeft, type Left } from './migrate-left.js'

/** A plan with a limited list of theme files. */
export interface ShownPlan extends MigrationPlan {
  /** How many theme files the list leaves out. */
  readonly unlisted: number
}

/** Limits the list of theme files, and counts the others. */
export function limitInventory(plan: MigrationPlan, most: number): ShownPlan {
  const unlisted = Math.max(0, plan.inventory.length - most)
  return { ...plan, inventory: plan.inventory.slice(0, most), unlisted }
}

/** A plan as JSON, with whether it was applied. */
export function resultOf(plan: ShownPlan, isDone: boolean): object {
  const { folder, assets, parts, to, target, steps, findings, omitted, byHand, inventory, unlisted } = plan
  return {
    folder,
    assets,
    parts: parts.map(({ below, at }) => ({ below, at })),
    ...(to !== undefined && { to }),
    target,
    applied: isDone,
    steps: steps.map(withoutText),
    findings,
    ...(omitted.length > 0 && { omitted }),
    byHand,
    inventory,
    ...(unlisted > 0 && { inventoryOmitted: unlisted }),
  }
}

/** Texts would be long; after `--apply` they are in the files. */
function withoutText(step: Step): Omit<Step, 'text'> {
  if (!('text' in step)) return step
  const { text, ...rest } = step
  return rest
}

/** The plan as text, and its outcome. */
export function renderPlan(
  { folder, to }: { readonly folder: string; readonly to: string | undefined },
  plan: ShownPlan,
  left: Left,
  applied: AppliedMigration | undefined,
  colors: Colors,
): string {
  const { title } = targets[plan.target]
  const { steps, findings, omitted, byHand, inventory, unlisted } = plan
  const changed = plan.to?.folder ?? plan.folder
  const where = (assets: string) => (assets === '' ? '' : ` (web assets in ${visible(assets)})`)
  const into = plan.to === undefined ? '' : ` in ${colors.bold(visible(`${to}`))}${where(plan.to.assets)}`
  const lines = [`${colors.bold(visible(folder))}${where(plan.assets)} → ${title} (${plan.target})${into}`]
  for (const { below, at } of plan.parts) {
    lines.push(`  ${colors.cyan(below === '' ? 'All of it' : visible(below))} is ${visible(at)}`)
  }
  steps.forEach((step, index) => {
    const to = 'to' in step && step.to !== undefined ? ` to ${colors.cyan(visible(step.to))}` : ''
    const from = step.action === 'write' && step.from !== undefined ? ` from ${visible(step.from)}` : ''
    const instead = 'replaces' in step && step.replaces ? ', replacing what is there' : ''
    const what = `${colors.green(step.action)} ${colors.cyan(visible(step.file))}${to}${from}${instead}`
    lines.push(`  ${index + 1}. ${what}: ${visible(step.reason)}`)
  })
  for (const { reason } of byHand) lines.push(`  ${colors.yellow('by hand')} ${visible(reason)}.`)
  if (steps.length + byHand.length === 0) lines.push(`  ${nothing(plan, left)}`)
  if (inventory.length > 0) lines.push('  Theme files:')
  for (const { file, generation, isRead, reason } of inventory) {
    const read = isRead ? colors.green('read') : colors.yellow('not read')
    lines.push(`  - ${colors.cyan(visible(file))} (${generation}), ${read}: ${visible(reason)}`)
  }
  if (unlisted > 0) lines.push(`  ${colors.dim(`… ${plural(unlisted, 'more theme file')}`)}`)
  lines.push(...listBySeverity({ diagnostics: findings, omitted }, colors))
  lines.push(...lineOfThemes(left, plan, to ?? folder))
  if (applied !== undefined) {
    const own = to ?? folder
    const roots = applied.folders.map((root) => (root === changed ? own : root))
    // The rollback of one of these folders includes the others.
    const named = roots.includes(own) ? own : (roots[0] ?? own)
    const kept = roots.map((root) => visible(path.join(root, journalsFolder))).join(' and ')
    const undo = quotedCall(visible(rollbackCommand(named)))
    lines.push(`${outcomeOf(left)}. ${undo} undoes it; ${afterApplying(left)}.`)
    const them = roots.length === 1 ? 'it' : 'them'
    lines.push(`The previous files are in ${kept}; delete ${them} when everything works.`)
  } else if (steps.length > 0) {
    const first = isRefused(findings)
      ? 'Correct the errors first: --apply refuses these steps. '
      : left.hasErrors
        ? 'Correct the errors first: --apply carries out these steps and leaves the rest. '
        : ''
    const last =
      plan.to === undefined
        ? 'Stop the server, then add --apply.'
        : `Stop OpenCloud if it runs, then add --apply. ${visible(folder)} is only read.`
    lines.push(`Nothing was changed. ${first}${last}`)
  }
  for (const { file, text } of byHand) lines.push('', `${visible(file)}, converted:`, '', text.trimEnd())
  return `${lines.join('\n')}\n`
}

/** So many themes are named in one line. */
const MOST_THEMES = 5

/** The themes of which `validate` has more to say. */
function lineOfThemes({ themes }: Left, { target, parts, to }: MigrationPlan, folder: string): string[] {
  if (themes.length === 0) return []
  const said = themes.slice(0, MOST_THEMES).map(({ file, counts: { error, warning } }) => {
    const words = [error > 0 && plural(error, 'error'), warning > 0 && plural(warning, 'warning')]
    return `${visible(file)} (${words.filter((word) => word !== false).join(' and ')})`
  })
  const more = themes.length - MOST_THEMES
  const folders = new Set(themes.map(({ file }) => folderWith(file, to === undefined ? parts : [], folder)))
  const call = quotedCall(
    visible(`theme-convert validate ${[...folders].map(folderInShell).join(' ')} --target ${target}`),
  )
  return [
    `  validate has more to say about the themes as they will be: ${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}. ${call} lists it.`,
  ]
}

/** The folder to pass for a theme: settings and mounts put parts of the assets elsewhere. */
function folderWith(file: string, parts: MigrationPlan['parts'], folder: string): string {
  const inner = parts.filter(({ below }) => isIn(file, below))
  return inner.sort((a, b) => b.below.length - a.below.length)[0]?.at ?? folder
}

/** How complete an applied plan is. */
function outcomeOf(left: Left): string {
  if (left.hasErrors) return 'Done but for the errors above'
  return isLeft(left) ? 'Done but for changes by hand' : 'Done'
}

/** What to do once a plan is applied. */
function afterApplying(left: Left): string {
  const { first, last, warnings } = left
  const look = warnings === 0 || isLeft(left) ? [] : [`look at the ${plural(warnings, 'warning')} above`]
  const before = [...first, ...look]
  if (before.length + last.length === 0) return 'start the new server now'
  const start = before.length === 0 ? 'start the new server' : 'then start the new server'
  return [...before, [start, ...last].join(' and ')].join(', ')
}

/** "Nothing to do" only where everything was checked and is right. */
function nothing(plan: MigrationPlan, left: Left): string {
  const isAllRight = plan.inventory.every(({ isRight }) => isRight) && left.warnings === 0 && !isLeft(left)
  return isAllRight ? 'Nothing to do.' : 'No steps, but there are findings:'
}
