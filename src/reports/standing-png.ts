// Makes a PNG of an SVG with the font of the house, so that the picture is the same on every machine.
import { Resvg } from '@resvg/resvg-js';
import { houseFont, houseFontFiles } from './house-font.ts';
import { greyPng } from './standing-grey.ts';

export function drawPng(svg: string): Buffer {
  const font = {
    fontFiles: Object.values(houseFontFiles()),
    loadSystemFonts: false,
    defaultFontFamily: houseFont,
  };
  const { pixels, width, height } = new Resvg(svg, { font }).render();
  return greyPng(pixels, width, height);
}
