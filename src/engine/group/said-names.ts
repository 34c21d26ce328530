// How one is addressed in a group: the names with their sign are no words.

const names = /(^|\s)@[\p{L}\p{N}_.+-]+[,:]?/gu;

export const withoutNames = (text: string): string => text.replace(names, '$1').trim();
