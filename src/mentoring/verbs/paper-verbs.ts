// Verbs of paper: a page is asked for, and comes as an event of its own.
import { type SheetKind, sheetKinds } from '../../domain/sheet-page.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { sheetPage } from '../paper-page.ts';

const askedKind = (c: MentoringContext): SheetKind | undefined =>
  sheetKinds.find((kind) => kind === c.thread.answers.hoja || kind === c.thread.answers.papel);

export const paperVerbs = {
  /** Where something has to be asked first, the flow that asks it is told to send the page when it can. */
  'send-sheet': (c) => {
    const asked = askedKind(c);
    // A flow that runs through here once more does not send it again.
    c.patchThread({ answers: { ...c.thread.answers, papel: null } });
    const page = sheetPage(c, asked);
    if (!page || !c.caregiver) return;
    if (!('opens' in page)) return c.lookUp({ kind: 'sheet', page, thread: c.thread.id });
    if (page.opens === c.thread.flow) return;
    return c.go(page.opens, { caregiverId: c.caregiver.id, answers: { papel: page.papel } });
  },
} satisfies Record<string, Verb>;
