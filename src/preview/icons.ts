/** Plain icons on a grid of 24, drawn for this package. */
export const icons = {
  apps: 'M4 4h4v4H4zM10 4h4v4h-4zM16 4h4v4h-4zM4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4zM4 16h4v4H4zM10 16h4v4h-4zM16 16h4v4h-4z',
  folder: 'M3 5h7l2 2h9v12H3z',
  file: 'M5 2h9l5 5v15H5zM14 3v5h5z',
  people:
    'M8 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM1 20c0-9 14-9 14 0zM16 6a3 3 0 1 1 0 6zM17 20h6c0-5-4-7-7-6c1 2 1 4 1 6z',
  link: 'M9 8H7a4 4 0 0 0 0 8h2v-2H7a2 2 0 0 1 0-4h2zM15 8h2a4 4 0 0 1 0 8h-2v-2h2a2 2 0 0 0 0-4h-2zM8 11h8v2H8z',
  bell: 'M12 2c5 0 6 4 6 8v5l2 3H4l2-3v-5c0-4 1-8 6-8zM9 19h6a3 3 0 0 1-6 0z',
  search:
    'M10 3a7 7 0 0 1 5.5 11.300l5 5l-1.500 1.500l-5-5A7 7 0 1 1 10 3zM10 5a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  plus: 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z',
  upload: 'M12 3l6 6h-4v7h-4V9H6zM4 18h16v3H4z',
  dots: 'M5 10a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM12 10a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM19 10a2 2 0 1 1 0 4a2 2 0 1 1 0-4z',
  check: 'M9.500 18L3 11.500l2-2l4.500 4.500L19 4.500l2 2z',
  close: 'M6 4l6 6l6-6l2 2l-6 6l6 6l-2 2l-6-6l-6 6l-2-2l6-6l-6-6z',
  info: 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20zM11 6v3h2V6zM11 11v7h2v-7z',
  list: 'M4 5h16v2H4zM4 11h16v2H4zM4 17h16v2H4z',
  tiles: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  gear: 'M10 2h4l1 3l3 2l3-1l2 3l-2 3l2 3l-2 3l-3-1l-3 2l-1 3h-4l-1-3l-3-2l-3 1l-2-3l2-3l-2-3l2-3l3 1l3-2zM12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  side: 'M3 4h18v16H3zM5 6v12h9V6z',
  chat: 'M3 4h18v13h-9l-5 5v-5H3z',
  trash: 'M9 2h6v2h5v2H4V4h5zM6 8h12l-1 14H7z',
  exit: 'M4 3h9v3H7v12h6v3H4zM14 7l6 5l-6 5v-3h-4v-4h4z',
  down: 'M5 8h14l-7 8z',
  menu: 'M3 5h18v2H3zM3 11h18v2H3zM3 17h18v2H3z',
} as const

export type IconName = keyof typeof icons
