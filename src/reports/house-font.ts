// The open font of the house: what is drawn or printed with it is the same on every machine.
import { fileURLToPath } from 'node:url';

export const houseFont = 'Lato';

const fontFile = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/lato/${name}/Lato_${name}.ttf`));

export const houseFontFiles = (): { normal: string; bold: string } => ({
  normal: fontFile('400Regular'),
  bold: fontFile('700Bold'),
});
