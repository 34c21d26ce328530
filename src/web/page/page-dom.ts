// Elements of the page in one call. Words are set as text only: nothing that anybody writes becomes markup.

type Child = Node | string | undefined | false;
type Listeners = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
export interface Parts {
  on?: Listeners;
  /** A value of false or undefined leaves the attribute out; true writes it empty. */
  [attribute: string]: string | number | boolean | undefined | Listeners;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: Parts = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(parts)) {
    if (name === 'on' || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(parts.on ?? {})) element.addEventListener(name, listener as EventListener);
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

const strokes = {
  send: 'M3.500 12h13M11 5.500 18 12l-7 6.500',
  plus: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  beside: 'M4 5h16v14H4zM12 5v14',
  knows:
    'M12 3.500a6 6 0 0 1 3.500 10.900c-.6.500-.9 1.100-.9 1.800v.8H9.400v-.8c0-.7-.3-1.300-.9-1.800A6 6 0 0 1 12 3.500zM10 20.500h4',
  pulse: 'M3 13h4l2.500-7 4.500 12 2.500-5H21',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4.500l3 2',
  group:
    'M8.500 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2.500-5 5.500-5s5.500 2 5.500 5M16 11a2.500 2.500 0 1 0 0-5M16.500 14c2.500 0 4.500 2 4.500 5',
  more: 'M7 10l5 5 5-5',
  search: 'M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.500 15.500 20 20',
  next: 'M5 6l7 6-7 6zM13 6l7 6-7 6z',
  document: 'M7 3.500h7l4 4v13H7zM14 3.500v4h4',
  image: 'M4 5.500h16v13H4zM4 16l5-5 4 4 3-2.500 4 3.500M15.500 9.500h.01',
  video: 'M4 6.500h11v11H4zM15 11l5-3v8l-5-3z',
  voice:
    'M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4zM6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3',
  waiting: 'M12 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM12 9v3.500l2 1',
  tick: 'M5 12.500l4 4 9-9',
  ticks: 'M2 12.500l4 4 9-9M10.500 15.500l1 1 9-9',
  alert: 'M12 4v10M12 18.500v.01',
} as const;
export type IconName = keyof typeof strokes;

const svgNames = 'http://www.w3.org/2000/svg';

/** Decoration: whatever it stands on has a label of its own. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNames, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNames, 'path');
  path.setAttribute('d', strokes[name]);
  svg.append(path);
  return svg;
}

/** A round button with nothing but a picture, and its name for those who hear or hover. */
export function iconButton(
  name: IconName,
  label: string,
  click: (event: MouseEvent) => void,
  parts: Parts = {},
): HTMLButtonElement {
  return el('button', { type: 'button', class: 'round', 'aria-label': label, title: label, ...parts, on: { click } }, icon(name));
}
