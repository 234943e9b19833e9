import { type Answer, questions } from '../../doctor/answer.js'
import { diagnose } from '../../doctor/diagnose.js'
import { releaseOf, sources } from '../../doctor/release-facts.js'
import { type DataFolder, transferCall } from '../../doctor/upgrade.js'
import { defaultTarget } from '../../index.js'
import type { PlanOptions } from '../../instance/plan.js'
import { defined } from '../../json/defined.js'
import { sharpMissing } from '../../node/inspect-images.js'
import type { Part } from '../../node/instance/file-places.js'
import { finderOf, withImageFindings } from '../../node/instance/find-images.js'
import { interruptionOf } from '../../node/instance/interruption.js'
import { folderInShell, wordInShell } from '../../node/instance/journals.js'
import { NoInstanceError } from '../../node/instance/read-instance.js'
import {
  isOpenCloudServer,
  isReturnToOcis,
  type KnownServer,
  newestTarget,
  planOptionsOf,
  reasonForNewFolder,
} from '../../node/migrations/known-server.js'
import { readSite, readSourceSite } from '../../node/migrations/site.js'
import {
  accountInConfiguration,
  withConfiguration,
  withSettings,
} from '../../node/settings/read-yaml-settings.js'
import type { ServerSettings } from '../../node/settings/settings-of-server.js'
import { visible } from '../../report/visible.js'
import { isOpenCloud } from '../../settings/across-products.js'
import { SettingsError } from '../../settings/error.js'
import { defaultOpenCloudTarget, targetIds } from '../../targets/index.js'
import type { Arguments } from '../arguments.js'
import { oneOf, release, text } from '../option-table.js'
import { FINDINGS, FINE, UsageError } from '../outcome.js'
import { toJson } from '../render.js'
import type { Command } from './command.js'
import { formatSwitch, formats, MAX_FINDINGS } from './common-options.js'
import { renderAnswers, type Subject } from './doctor-report.js'
import { namedFolder, problemOfSettings, serverSettingsOf, settingsSwitches } from './server-settings.js'
import { readWebConfig } from './web-config.js'

/** Shows what an upgrade of the server changes. */
export const doctorCommand: Command = {
  usage: ['doctor [data folder] [options]'],
  about:
    "Am I affected by the upgrade? Answers the questions of the upgrade guide from the settings of the server and, with its data folder, for theme and logo: not affected, affected (and what to set), or can't tell (and what is missing). Nothing is changed, and no value of a secret is shown.",
  operands: 'folder',
  options: {
    from: oneOf(
      sources,
      'the current release; without it, all changes up to the target are checked',
      'RELEASE',
    ),
    target: release(
      targetIds,
      `the release to upgrade to (default ${defaultTarget}; for an OpenCloud server ${defaultOpenCloudTarget})`,
    ),
    ...settingsSwitches,
    'web-config': text('FILE', "config.json of the web service, if the settings don't name it"),
    ...formatSwitch,
  },
  notes: "Exit status: 0 not affected, 1 affected or can't tell, 2 wrong usage.",
  examples: [
    'theme-convert doctor --settings docker-compose.yml --from ocis-4',
    'theme-convert doctor /var/lib/ocis --settings /etc/ocis/ocis.env',
  ],
  async run(args, surroundings) {
    const from = args.choice('from', sources)
    const named = args.choice('target', targetIds)
    if (named !== undefined) assertUpgrade(from, named)
    const format = args.choice('format', formats) ?? 'pretty'
    const given = await serverSettingsOf(args, surroundings)
    const { folder, problem, note } = dataFolderOf(args, given)
    const cwd = surroundings.place('.')
    const server = await withConfiguration({ server: given, folder, cwd })
    const known = { server, cwd }
    const { target, note: chosen = undefined } =
      named === undefined ? newestTarget(known, folder, from) : { target: named }
    assertUpgrade(from, target)
    const webFile = args.text('web-config')
    const said = webFile === undefined ? {} : { webConfig: readWebConfig(webFile, surroundings) }
    const options = planOptionsOf(known, target, said)
    const { notes: left = [], ...data } = await readDataFolder(folder, problem, {
      args,
      known,
      options,
      from,
    })
    const account = await accountInConfiguration({ server, folder, cwd })
    // Nothing that oCIS changed before the fork is a matter of an OpenCloud server.
    const start = from ?? (isOpenCloudServer(known, folder) ? 'opencloud' : undefined)
    // The web configuration wins over the variables of the server.
    const { processes, places } = withSettings(server, options.web?.file ?? '', options.web?.settings ?? [])
    const upgrade = defined({
      processes,
      places,
      isWhole: server.isWhole,
      gap: server.gap,
      from: start,
      target,
      data,
      mountTargets: server.mounts.map((mount) => mount.target),
      hasServiceAccount: account,
      webProblem: options.web?.problem ?? server.unseen?.join(' '),
    })
    const answers = diagnose(upgrade)
    const notes = [...server.notes, note, chosen, ...left].flatMap((text) => text ?? [])
    const messages = notes.map((text) => `theme-convert: ${visible(text)}\n`).join('')
    const status = answers.every(({ verdict }) => verdict === 'not-affected') ? FINE : FINDINGS
    const about = { from, target, settings: server.source, folder }
    if (format === 'json') return { status, messages, output: toJson(resultOf(about, answers)) }
    return {
      status,
      messages,
      output: renderAnswers({ ...about, from: start }, answers, surroundings.output),
    }
  },
}

/** @throws UsageError for a target that isn't later than the current release */
function assertUpgrade(from: string | undefined, target: string): void {
  if (from === undefined || isUpgrade(from, target)) return
  throw new UsageError(`From ${from} to ${target} there is no upgrade. Set --from to the current release.`)
}

/** Whether the target is a later release, or of the other product. */
function isUpgrade(from: string, target: string): boolean {
  if (isOpenCloud(from) !== isOpenCloud(target)) return true
  return isOpenCloud(from) ? from !== target : releaseOf(from) < releaseOf(target)
}

/** The data folder of the call, else the one of the settings, or why there is none. */
function dataFolderOf(
  args: Arguments,
  server: ServerSettings,
): { folder?: string; problem?: string; note?: string } {
  try {
    return (
      namedFolder(args, server) ?? { problem: 'Pass the data folder of the server, such as /var/lib/ocis.' }
    )
  } catch (error) {
    if (error instanceof SettingsError) return { problem: error.message }
    throw error
  }
}

interface LookOptions {
  readonly args: Arguments
  readonly known: KnownServer
  readonly options: PlanOptions
  readonly from: string | undefined
}

/**
 * The migration plan for the data folder, or why there is none: a folder from the settings may be on another machine.
 *
 * @throws UsageError where the call names a folder that isn't one of a server
 */
async function readDataFolder(
  folder: string | undefined,
  problem = '',
  { args, known, options, from }: LookOptions,
): Promise<DataFolder & { readonly notes?: readonly string[] }> {
  if (folder === undefined) return { problem }
  try {
    const { target } = options
    const needsNewFolder = reasonForNewFolder(known, folder, target, from) !== undefined
    const reason = needsNewFolder ? undefined : reasonForNewFolder(known, folder, target)
    if (reason !== undefined) {
      return {
        problem: `--from is ${from}, but ${folder} is of oCIS, because ${reason}. Pass the data folder of the OpenCloud server, or its release of oCIS with --from.`,
      }
    }
    const { instance, plan } = needsNewFolder
      ? readSourceSite(known, folder, target)
      : readSite(known, folder, undefined, target)
    const left = instance.places.roots.flatMap((root) => interruptionOf(root) ?? [])
    const unfinished = left.find(({ kind }) => kind !== 'stopped')
    if (unfinished !== undefined) return { problem: unfinished.says }
    const isReturn = isReturnToOcis(known, folder, target, from)
    const place = folderInShell(folder)
    const own = `${isReturn ? 'NEWFOLDER' : place} --target ${target}`
    const made = plan({ ...options, maxFindings: MAX_FINDINGS })
    const images = await withImageFindings(made, finderOf(instance, made), { maxFindings: MAX_FINDINGS })
    const call = needsNewFolder ? transferCall(target, place) : `theme-convert migrate ${own}`
    return {
      plan: images.plan,
      call: call + settingsOfCall(args),
      check: `theme-convert validate ${isReturn ? 'NEWFOLDER' : themesFolderOf(instance.places, place)} --target ${target}`,
      notes: [...left.map(({ says }) => says), ...(images.isInspected ? [] : [sharpMissing])],
      ...(isReturn && { first: `Copy the web assets of ${folder} into the data folder of the oCIS server.` }),
    }
  } catch (error) {
    if (!(error instanceof NoInstanceError)) throw error
    if (args.files.length > 0) throw new UsageError(error.message)
    return { problem: problemOfSettings(error.message, known.server) }
  }
}

/** The folder to check: settings and mounts may put the themes elsewhere. */
function themesFolderOf({ parts }: { parts: readonly Part[] }, place: string): string {
  const elsewhere = parts.flatMap(({ below, at, reason }) =>
    reason !== undefined && (below === '' || below === 'themes') ? [at] : [],
  )
  return elsewhere.length === 0 ? place : folderInShell(elsewhere.at(-1) as string)
}

/** The options of the call that `migrate` needs, too. */
function settingsOfCall(args: Arguments): string {
  const service = args.text('service')
  const web = args.text('web-config')
  return [
    ...args.texts('settings').map((file) => ` --settings ${folderInShell(file)}`),
    service === undefined ? '' : ` --service ${wordInShell(service)}`,
    web === undefined ? '' : ` --web-config ${folderInShell(web)}`,
  ].join('')
}

/** The answers as JSON. */
function resultOf({ from, folder, ...about }: Subject, answers: readonly Answer[]): object {
  return {
    from: from ?? null,
    ...about,
    folder: folder ?? null,
    answers: answers.map(({ question, verdict, basis, findings }) => ({
      question,
      title: questions[question],
      verdict,
      ...(basis !== undefined && { basis }),
      findings: findings.map(({ code, severity, message, services, changes }) => ({
        code,
        severity,
        message,
        services,
        changes,
      })),
    })),
  }
}
