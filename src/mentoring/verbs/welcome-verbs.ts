// Verbs of the welcome: consent, prerequisite course and when she can see her phone.
import type { PhoneMoments, PrerequisiteCourse } from '../../domain/roster.ts';
import type { Verb } from '../mentoring-context.ts';

const courses: Record<string, PrerequisiteCourse> = {
  'no-empezado': 'notStarted',
  'a-la-mitad': 'halfway',
  terminado: 'finished',
};

export const welcomeVerbs = {
  'record-consent': (c) => {
    const { version } = c.program.programme.privacyNotice;
    c.put({ ...c.person, consent: { version, at: c.now, given: true }, withdrawnAt: null });
    c.fact('consentAnswered', { data: { given: true, version } });
  },
  'record-refusal': (c) => {
    const { version } = c.program.programme.privacyNotice;
    c.put({ ...c.person, consent: { version, at: c.now, given: false } });
    c.fact('consentAnswered', { data: { given: false, version } });
  },
  'record-prerequisite-course': (c) => {
    const status = courses[String(c.thread.answers.curso)];
    if (!status) return;
    c.put({ ...c.person, prerequisiteCourse: status });
    c.fact('prerequisiteCourse', { data: { status } });
  },
  'record-phone-moments': (c) => {
    const said = c.thread.answers.celular;
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return;
    c.put({ ...c.person, phoneMoments: said as PhoneMoments });
    c.fact('phoneMomentsSet', {
      data: { beforeWork: 'beforeWork' in said, atBreak: 'atBreak' in said, afterWork: 'afterWork' in said },
    });
  },
} satisfies Record<string, Verb>;
