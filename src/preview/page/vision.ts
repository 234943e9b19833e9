/** The three kinds of colour blindness. */
export const visions = [
  { id: 'protan', label: 'Without red (protanopia)' },
  { id: 'deutan', label: 'Without green (deuteranopia)' },
  { id: 'tritan', label: 'Without blue (tritanopia)' },
] as const

/** Machado, Oliveira and Fernandes 2009, severity 1, for linear sRGB. */
const matrices: Readonly<Record<(typeof visions)[number]['id'], string>> = {
  protan:
    '0.152286 1.052583 -0.204868 0 0 0.114503 0.786281 0.099216 0 0 -0.003882 -0.048116 1.051998 0 0 0 0 0 1 0',
  deutan:
    '0.367322 0.860646 -0.227968 0 0 0.280085 0.672501 0.047413 0 0 -0.011820 0.042940 0.968881 0 0 0 0 0 1 0',
  tritan:
    '1.255528 -0.076749 -0.178779 0 0 -0.078411 0.930809 0.147602 0 0 0.004733 0.691367 0.303900 0 0 0 0 0 1 0',
}

/** The SVG filters for colour blindness. */
export const visionFilters = `<svg class="hidden" aria-hidden="true" focusable="false" width="0" height="0"><defs>${visions
  .map(
    ({ id }) =>
      `<filter id="${id}" color-interpolation-filters="linearRGB"><feColorMatrix type="matrix" values="${matrices[id]}"/></filter>`,
  )
  .join('')}</defs></svg>`
