import { filesOf, isIn, type MountedPart } from './plan.js'
import { addFinding, type Draft } from './plan-draft.js'

/** Adds findings about mounts that the plan changes files in, or that keep the server from writing. */
export function checkMounts(draft: Draft): void {
  for (const mount of draft.options.mounts ?? []) {
    if (mount.isReadOnly) checkReadOnly(draft, mount)
    if (mount.isFile) checkFile(draft, mount)
  }
}

function checkReadOnly(draft: Draft, mount: MountedPart): void {
  const { below, source, target } = mount
  const isChanged = draft.steps.some((step) => filesOf(step).some((file) => isIn(file, below)))
  const changes = isChanged
    ? ` The steps change ${source} on this host: if a repository or a deployment provides it, change it there too.`
    : ''
  const takesUploads = isIn(draft.target.uploads, below)
  const uploads = takesUploads ? ' Logo uploads fail there; remove "ro" from the volume to allow them.' : ''
  const message = `The server sees this read-only: the compose file mounts ${source} at ${target} with "ro".${changes}${uploads}`
  addFinding(draft, 'mount-read-only', below, message)
}

function checkFile(draft: Draft, { below, source, target }: MountedPart): void {
  const step = draft.steps.find(({ file }) => file === below)
  if (step === undefined || (step.action === 'convert' && step.to === undefined)) return
  const message = `The compose file mounts ${source} at ${target}, and this step moves or deletes that file: Docker would create a folder in its place. Remove this volume from the compose file before you start the server.`
  addFinding(draft, 'mount-of-file', below, message)
}
