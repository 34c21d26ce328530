// Makes a PNG of an SVG with the font of the house, so that the picture is the same on every machine.
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { greyPng } from './standing-grey.ts';
import { pictureFont } from './standing-picture.ts';

const fontFile = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/lato/${name}/Lato_${name}.ttf`));

export function drawPng(svg: string): Buffer {
  const font = {
    fontFiles: [fontFile('400Regular'), fontFile('700Bold')],
    loadSystemFonts: false,
    defaultFontFamily: pictureFont,
  };
  const { pixels, width, height } = new Resvg(svg, { font }).render();
  return greyPng(pixels, width, height);
}
