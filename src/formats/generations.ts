/** The shapes that `theme.json` has had, oldest first, and the two names for anything else. */
export const generations = {
  flat: {
    title: 'flat theme',
    writtenFor: 'ownCloud Web 0.x to 2.x (ownCloud 10, oCIS 1.0 to 1.4)',
    legacy: true,
  },
  named: {
    title: 'theme file with named themes',
    writtenFor: 'ownCloud Web 3.0 to 6.0 (oCIS 1.5 to 2.0)',
    legacy: true,
  },
  wrapped: {
    title: 'theme file with themes below "web"',
    writtenFor: 'ownCloud Web 7.0 and 7.1 (oCIS 3 and 4)',
    legacy: true,
  },
  unwrapped: {
    title: 'draft of the current shape without "clients"',
    writtenFor: 'drafts of ownCloud Web 8, never released',
    legacy: true,
  },
  current: {
    title: 'current theme file',
    writtenFor: 'ownCloud Web 8.0 and later (oCIS 5 and later)',
    legacy: false,
  },
  branding: {
    title: 'branding file',
    writtenFor: 'oCIS 6 and later and OpenCloud, as themes/_branding/theme.json',
    legacy: false,
  },
  opencloud: { title: 'OpenCloud theme file', writtenFor: 'OpenCloud Web 1.0 and later', legacy: false },
  mixed: { title: 'mixture of generations', writtenFor: 'no client', legacy: false },
  unknown: { title: 'no theme file of a known kind', writtenFor: 'no client', legacy: false },
} as const satisfies Record<string, { title: string; writtenFor: string; legacy: boolean }>

/** The generation of a document: a key of `generations`. */
export type Generation = keyof typeof generations

/** The generations that Web 8 and later don't read. */
export type LegacyGeneration = 'flat' | 'named' | 'wrapped' | 'unwrapped'

/** Whether documents of a generation have to be converted for every current client. */
export function isLegacy(generation: Generation): generation is LegacyGeneration {
  return generations[generation].legacy
}

/** The generation of a document, with the reasons for it. */
export interface GenerationDetection {
  generation: Generation
  /** `certain` if the structure fits no other generation. */
  certainty: 'certain' | 'likely'
  /** The parts of the document that show the generation, in sentences; for `unknown`, what is missing. */
  reasons: string[]
  /**
   * The generation alone; none for `unknown`; all that a mixed document has parts of; and two for a part of a theme, which
   * may be a branding file or an incomplete theme.
   */
  candidates: Generation[]
}

/** The detection of the first of some candidates. */
export function detected(
  certainty: GenerationDetection['certainty'],
  reasons: string[],
  ...candidates: [Generation, ...Generation[]]
): GenerationDetection {
  return { generation: candidates[0], certainty, reasons, candidates }
}
