// Draws the three tiny example clips of the video library into data/media, with the machine's ffmpeg; the results are kept in git.
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Clip = { name: string; background: string; glow: string; x: string; y: string };

const seconds = 3;
const maxBytes = 60_000;
const font = process.env.CLIP_FONT ?? '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const folder = fileURLToPath(new URL('../../data/media/', import.meta.url));

// x and y are ffmpeg expressions of the time t: the path of the firefly's upper left corner on a 320 by 180 picture.
const clips: Clip[] = [
  { name: 'clip-1.mp4', background: '0x24344d', glow: '0xffe9a8', x: '20+80*t', y: '50+25*sin(3*t)' },
  { name: 'clip-2.mp4', background: '0x2f4a45', glow: '0xfff3c4', x: '144+85*cos(2.1*t)', y: '60+35*sin(2.1*t)' },
  { name: 'clip-3.mp4', background: '0x4a3a4f', glow: '0xffdca8', x: '250-75*t', y: '95-80*abs(sin(2*t))' },
];

function argumentsFor(clip: Clip): string[] {
  const radius = `hypot(X-16\\,Y-16)`;
  const firefly = `color=c=${clip.glow}:s=32x32:r=15:d=${seconds},format=yuva420p,geq=lum='p(X\\,Y)':cb='p(X\\,Y)':cr='p(X\\,Y)':a='255*pow(max(0\\,1-${radius}/16)\\,1.5)'[firefly]`;
  const night = `color=c=${clip.background}:s=320x180:r=15:d=${seconds}[night]`;
  const scene = `[night][firefly]overlay=x='${clip.x}':y='${clip.y}':eval=frame[scene]`;
  const word = `[scene]drawtext=fontfile=${font}:text=ejemplo:fontsize=22:fontcolor=white@0.85:x=(w-text_w)/2:y=h-36,format=yuv420p[out]`;
  const encoding = [
    '-c:v',
    'libx264',
    '-profile:v',
    'baseline',
    '-level',
    '3.0',
    '-pix_fmt',
    'yuv420p',
    '-crf',
    '20',
    '-preset',
    'veryslow',
  ];
  const reproducible = ['-threads', '1', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'];
  const output = ['-movflags', '+faststart', `${folder}${clip.name}`];
  const graph = [night, firefly, scene, word].join(';');
  return ['-v', 'error', '-y', '-filter_complex', graph, '-map', '[out]', ...encoding, ...reproducible, ...output];
}

function main(): number {
  if (spawnSync('ffmpeg', ['-version']).error) {
    console.error('ffmpeg was not found. Install it (Debian: apt-get install ffmpeg fonts-dejavu-core) and run this again.');
    console.error('There is no need to: the clips are already in data/media. This command only draws them anew.');
    return 1;
  }
  if (!statSync(font, { throwIfNoEntry: false })) {
    console.error(`The font ${font} was not found. Install fonts-dejavu-core, or name another font in CLIP_FONT.`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  for (const clip of clips) {
    const run = spawnSync('ffmpeg', argumentsFor(clip), { encoding: 'utf8' });
    if (run.status !== 0) {
      console.error(`ffmpeg could not draw ${clip.name}: ${run.stderr.trim()}`);
      return 1;
    }
    const bytes = statSync(`${folder}${clip.name}`).size;
    if (bytes > maxBytes) {
      console.error(`${clip.name} has ${bytes} bytes; the limit is ${maxBytes}.`);
      return 1;
    }
    console.log(`${clip.name}: ${bytes} bytes, ${seconds} s`);
  }
  return 0;
}

process.exitCode = main();
